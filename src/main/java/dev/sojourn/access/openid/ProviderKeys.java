package dev.sojourn.access.openid;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public keys of a provider (a JSON Web Key Set): kept for five minutes, read again for a key that is not among them,
 * at most every half minute, and used for four hours more if the provider is silent.
 */
final class ProviderKeys {
    private static final Duration SILENCE = Duration.ofHours(4);
    private static final ResourceRetriever WEB = new DefaultResourceRetriever(2_000, 5_000, 256 * 1024);

    private ProviderKeys() {}

    /**
     * Keys that are asked for when they are first needed.
     *
     * @throws IllegalArgumentException if they are in a file, and it has none
     */
    static JWKSource<SecurityContext> of(OpenIdProvider provider) {
        String place = provider.keys();
        if (place == null) {
            return source(url(provider.issuer()), any -> WEB.retrieveResource(announced(provider)));
        }
        if (OpenIdProvider.isWeb(place)) {
            return source(url(place), WEB);
        }
        var file = Path.of(place);
        check(file);
        return source(url(file.toUri().toString()), any -> new Resource(Files.readString(file), "application/json"));
    }

    private static JWKSource<SecurityContext> source(URL place, ResourceRetriever retriever) {
        return JWKSourceBuilder.create(place, retriever)
                .refreshAheadCache(false)
                .outageTolerant(SILENCE.toMillis())
                .build();
    }

    /** Where the issuer says its keys are (OpenID Connect Discovery 1.0, section 4). */
    private static URL announced(OpenIdProvider provider) throws IOException {
        String base = provider.issuer().replaceAll("/+$", "");
        String said = WEB.retrieveResource(url(base + "/.well-known/openid-configuration"))
                .getContent();
        try {
            var configuration = new JsonMapper().readTree(said);
            String keys = configuration.path("jwks_uri").asString("");
            if (!configuration.path("issuer").asString("").equals(provider.issuer()) || !OpenIdProvider.isWeb(keys)) {
                throw new IOException("the configuration at " + base + " is another issuer's, or names no keys");
            }
            return url(keys);
        } catch (JacksonException unreadable) {
            throw new IOException("the configuration at " + base + " is no JSON");
        }
    }

    private static void check(Path file) {
        try {
            var keys = JWKSet.load(file.toFile()).getKeys();
            if (keys.isEmpty() || !keys.stream().allMatch(ProviderKeys::onlyPublic)) {
                throw new IllegalArgumentException("keys: " + file + " must have public keys, and those alone");
            }
        } catch (IOException | ParseException unreadable) {
            throw new IllegalArgumentException("keys: " + file + " cannot be read as a JSON Web Key Set", unreadable);
        }
    }

    private static boolean onlyPublic(JWK key) {
        return !key.isPrivate() && key.toPublicJWK() != null;
    }

    private static URL url(String address) {
        try {
            return URI.create(address).toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(address, impossible);
        }
    }
}
