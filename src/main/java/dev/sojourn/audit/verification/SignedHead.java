package dev.sojourn.audit.verification;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sojourn.store.row.Head;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A head with a signature: one line of JSON. The signature (Ed25519) is over the UTF-8 text of these five lines, each ended
 * by one line feed: {@code sojourn-head-1}, position, hash, recorded, signed.
 *
 * @param format always {@value #FORMAT}
 * @param position of the last event
 * @param hash of that event; empty for the empty ledger
 * @param recorded when the ledger learned it, as stored; empty for the empty ledger
 * @param signed when it was signed, UTC
 * @param key tells which key signed, as {@link PublishedKey#id}
 * @param signature in Base64
 */
@JsonPropertyOrder({"format", "position", "hash", "recorded", "signed", "key", "signature"})
public record SignedHead(
        String format, long position, String hash, String recorded, String signed, String key, String signature) {

    static final String FORMAT = "sojourn-head-1";
    private static final Pattern PLAIN = Pattern.compile("[-0-9TZ:.]{0,40}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** Only what cannot blur the lines that are signed. */
    public SignedHead {
        if (!FORMAT.equals(format)
                || !PLAIN.matcher(recorded).matches()
                || !PLAIN.matcher(signed).matches()) {
            throw new IllegalArgumentException("it is no signed head");
        }
        Head.parse(position + ":" + hash);
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException for anything but what {@link #line} writes
     */
    public static SignedHead parse(String line) {
        try {
            return JSON.readValue(line, SignedHead.class);
        } catch (JacksonException other) {
            throw new IllegalArgumentException("it is no signed head", other);
        }
    }

    /** As one line of JSON, without its end. */
    public String line() {
        return JSON.writeValueAsString(this);
    }

    /** Without the signature. */
    public Head head() {
        return new Head(position, hash);
    }

    /** What the signature is over. */
    byte[] text() {
        return text(head(), recorded, signed);
    }

    static byte[] text(Head head, String recorded, String signed) {
        return (FORMAT + '\n' + head.position() + '\n' + head.hash() + '\n' + recorded + '\n' + signed + '\n')
                .getBytes(StandardCharsets.UTF_8);
    }
}
