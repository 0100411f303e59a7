package dev.sojourn.reference;

import java.util.List;
import java.util.Set;

/** The real countries that a label of a joint table stands for. Which of them is reconstruction: the tables do not say. */
final class Countries {

    /** In the reference region map all of these are {@code europe}. The larger ones stand more than once. */
    private static final List<String> EUROPE = List.of(
            "DE", "FR", "CH", "IT", "NL", "ES", "DE", "SE", "GR", "FR", "AT", "PL", "DE", "BE", "DK", "FR", "IT", "RO",
            "PT", "FI", "CZ", "HU", "NO");

    private static final List<String> REST_ORIGIN = List.of(
            "KR", "JP", "TR", "AU", "TW", "SG", "BR", "RU", "IR", "IL", "VN", "AR", "KR", "BD", "EG", "MX", "JP", "LB");

    private static final List<String> REST_WORK = List.of("SG", "AU", "JP", "KR", "IL", "TW", "SA", "JP", "SG", "KR");

    private Countries() {}

    /** The origin meant by a label; {@code turn} takes the countries by turns. */
    static String origin(String label, int turn, Set<String> labels) {
        return pick(label, turn, REST_ORIGIN, labels, null);
    }

    /** The country of work meant by a label, other than {@code not}. */
    static String work(String label, int turn, Set<String> labels, String not) {
        return pick(label, turn, REST_WORK, labels, not);
    }

    /** The rest never contains a country that has a label of its own, else it would be counted there. */
    private static String pick(String label, int turn, List<String> rest, Set<String> labels, String not) {
        if (!label.equals("EU") && !label.equals("XX")) {
            return label;
        }
        List<String> candidates = label.equals("EU") ? EUROPE : rest;
        for (int i = turn; ; i++) {
            String country = candidates.get(i % candidates.size());
            if (!labels.contains(country) && !country.equals(not)) {
                return country;
            }
        }
    }
}
