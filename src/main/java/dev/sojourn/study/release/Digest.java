package dev.sojourn.study.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SHA-256 of something told as canonical JSON: UTF-8, the members of every object in the order of their names, no
 * white space, whole numbers only, and no character escaped but those that must be. That is RFC 8785 for what it holds,
 * and in Python {@code json.dumps(it, sort_keys=True, separators=(",", ":"), ensure_ascii=False)}.
 */
final class Digest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Digest() {}

    /** In lower-case hex. */
    static String of(Map<String, Object> told) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(hash.digest(canonical(told).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    static String canonical(Map<String, Object> told) {
        return JSON.writeValueAsString(told);
    }
}
