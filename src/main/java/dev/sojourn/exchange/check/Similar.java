package dev.sojourn.exchange.check;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Finds the id that somebody most likely meant, by letters and digits alone. */
final class Similar {

    private final Collection<String> ids;
    private Map<String, String> byLetters;

    Similar(Collection<String> ids) {
        this.ids = ids;
    }

    /** What to write instead, as a piece of advice. */
    String advice(String id, String file) {
        if (byLetters == null) { // most packages never ask
            byLetters = new HashMap<>();
            ids.forEach(known -> byLetters.putIfAbsent(letters(known), known));
        }
        String similar = byLetters.get(letters(id));
        return similar == null ? "add it to " + file : "write \"" + similar + "\", or add it to " + file;
    }

    private static String letters(String id) {
        return Normalizer.normalize(id, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
