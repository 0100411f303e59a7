package dev.sojourn.store.row;

import java.util.regex.Pattern;

/**
 * Where a ledger's chain of hashes ends: what an auditor keeps elsewhere, to be able to tell later that nothing up to
 * there was changed. Written {@code 4711:9f86d0…}.
 *
 * @param position of the last event; 0 for the empty ledger
 * @param hash of that event, SHA-256 in lower-case hex; empty for the empty ledger
 */
public record Head(long position, String hash) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-f]{64}|)");

    /**
     * Reads the form above.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Head parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no head: write position:hash, as `audit head` prints it");
        }
        return new Head(Long.parseLong(parts.group(1)), parts.group(2));
    }

    @Override
    public String toString() {
        return position + ":" + hash;
    }
}
