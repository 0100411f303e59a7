package dev.sojourn.access.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

/** A provider for tests: it signs tokens for the service "sojourn", with keys made for this run. */
public final class Provider {
    public static final String ISSUER = "https://login.example.org/realms/lab";
    public static final String AUDIENCE = "sojourn";

    private static int keys;

    private final String issuer;
    private RSAKey key = newKey();

    public Provider(String issuer) {
        this.issuer = issuer;
    }

    /** From now on it signs with another key. */
    public void changeKey() {
        key = newKey();
    }

    /** Its public keys, as it publishes them. */
    public String published() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** The same in a file. */
    public Path publishedIn(Path folder) throws IOException {
        return Files.writeString(folder.resolve("keys.json"), published());
    }

    /** A token of kim, a curator, ten minutes old and good for five more, unless changed. */
    public String token(Instant now, Consumer<JWTClaimsSet.Builder> changes) {
        return signed(claims(now, changes), JWSAlgorithm.RS256, "at+jwt", key.getKeyID(), signer(key));
    }

    public String tokenOfType(Instant now, String type) {
        return signed(claims(now, same -> {}), JWSAlgorithm.RS256, type, key.getKeyID(), signer(key));
    }

    /** Signed by nobody. */
    public String unsigned(Instant now) {
        return new PlainJWT(claims(now, same -> {})).serialize();
    }

    /** Signed with another key, which is said to be this provider's. */
    public String forged(Instant now) {
        return signed(claims(now, same -> {}), JWSAlgorithm.RS256, "JWT", key.getKeyID(), signer(newKey()));
    }

    /** Signed with the public key as if it were a shared secret, in the hope that whoever checks takes it for one. */
    public String confused(Instant now) {
        try {
            var secret = new MACSigner(key.toRSAPublicKey().getEncoded());
            return signed(claims(now, same -> {}), JWSAlgorithm.HS256, "JWT", key.getKeyID(), secret);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JWTClaimsSet claims(Instant now, Consumer<JWTClaimsSet.Builder> changes) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(List.of("something-else", AUDIENCE))
                .subject("kim")
                .issueTime(Date.from(now.minusSeconds(600)))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("roles", List.of("lab-curators"));
        changes.accept(claims);
        return claims.build();
    }

    private static String signed(
            JWTClaimsSet claims, JWSAlgorithm algorithm, String type, String id, JWSSigner signer) {
        try {
            var header = new JWSHeader.Builder(algorithm)
                    .keyID(id)
                    .type(type == null ? null : new JOSEObjectType(type))
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("key-" + ++keys).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
