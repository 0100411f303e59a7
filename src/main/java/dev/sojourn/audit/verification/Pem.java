package dev.sojourn.audit.verification;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Keys as text between two lines that name them (RFC 7468). */
final class Pem {

    private Pem() {}

    static String write(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** What stands under a label, or an IllegalArgumentException. */
    static byte[] read(String label, String text) {
        var found = Pattern.compile(
                        "-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]{0,10000})-----END " + label + "-----")
                .matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException("there is no " + label + " in it");
        }
        return Base64.getMimeDecoder().decode(found.group(1));
    }
}
