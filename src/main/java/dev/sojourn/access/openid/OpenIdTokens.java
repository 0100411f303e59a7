package dev.sojourn.access.openid;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.sojourn.access.AccountRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads the tokens of a provider: who signed them is checked first, then when, by whom, for whom and about whom they are. */
public final class OpenIdTokens {
    /** What the names of people of a provider begin with, so that nobody passes for an account of ours. */
    public static final String PREFIX = "oidc:";

    /** Never {@code none}, and none where the key that checks could also sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);
    /** By how much the provider's clock may differ from ours. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private final OpenIdProvider provider;
    private final NimbusJwtDecoder decoder;
    private final Clock clock;

    /**
     * Somebody whom a token names.
     *
     * @param name as they stand in the ledger
     * @param roles what they may do; empty if their token says nothing that means anything here
     */
    public record Person(String name, Set<AccountRole> roles) {}

    /**
     * Tokens of a provider.
     *
     * @throws IllegalArgumentException if its keys are in a file that cannot be used
     */
    public OpenIdTokens(OpenIdProvider provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
        var processor = new DefaultJWTProcessor<SecurityContext>();
        // A token that ends a session, or one for another purpose, is signed with the same keys and says so in its
        // type.
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, ProviderKeys.of(provider)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // by our clock, below
        this.decoder = new NimbusJwtDecoder(processor);
        this.decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
    }

    /**
     * Who a token says somebody is.
     *
     * @throws TokenRefused if it is not the provider's, not for us, or does not hold now
     * @throws ProviderSilent if the provider cannot be asked for its keys
     */
    public Person person(String token) {
        Jwt read = signed(token);
        var now = clock.instant();
        refuse(!provider.issuer().equals(read.getClaimAsString("iss")), "it is another issuer's");
        refuse(
                read.getAudience() == null || !read.getAudience().contains(provider.audience()),
                "it is for another service");
        refuse(!before(now.minus(LEEWAY), read.getExpiresAt()), "it has expired");
        refuse(read.getNotBefore() != null && read.getNotBefore().isAfter(now.plus(LEEWAY)), "it does not hold yet");
        String name = read.getClaims().get(provider.nameClaim()) instanceof String text ? text : "";
        refuse(!name.matches("[!-~]{1,200}"), "it does not say who somebody is in the claim that is set up for it");
        return new Person(PREFIX + name, roles(read));
    }

    private Jwt signed(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException forged) {
            throw new TokenRefused("it cannot be read, or the provider has not signed it", true);
        } catch (JwtException unknown) {
            for (Throwable cause = unknown; cause != null; cause = cause.getCause()) {
                if (cause instanceof RateLimitReachedException) {
                    throw new TokenRefused("the provider does not name the key that signed it", true);
                }
            }
            throw new ProviderSilent(unknown);
        }
    }

    private static boolean before(Instant one, Instant other) {
        return other != null && one.isBefore(other);
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new TokenRefused(why, false);
        }
    }

    private Set<AccountRole> roles(Jwt token) {
        var roles = EnumSet.noneOf(AccountRole.class);
        values(token.getClaims(), provider.roleClaim())
                .filter(provider.roles()::containsKey)
                .forEach(value -> roles.add(provider.roles().get(value)));
        return roles;
    }

    /** A list, or a text with spaces between, as scopes are written. */
    private static Stream<String> values(Map<String, Object> claims, String path) {
        Object found = claims.get(path);
        if (found == null && path.contains(".")) {
            int dot = path.indexOf('.');
            return claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                    ? values(texts(inner), path.substring(dot + 1))
                    : Stream.empty();
        }
        Collection<?> values = found instanceof Collection<?> several
                ? several
                : found instanceof String text ? List.of(text.split("\\s+")) : List.of();
        return values.stream().filter(String.class::isInstance).map(String.class::cast);
    }

    private static Map<String, Object> texts(Map<?, ?> claims) {
        var texts = new HashMap<String, Object>();
        claims.forEach((name, value) -> texts.put(String.valueOf(name), value));
        return texts;
    }
}
