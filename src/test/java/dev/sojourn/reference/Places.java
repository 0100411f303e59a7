package dev.sojourn.reference;

import dev.sojourn.event.value.Sector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which institutions there are to choose from. */
final class Places {

    static final Place ALPHABET = company("alphabet", "Alphabet");
    static final Place GOOGLE = company("google", "Google");
    static final Place TSINGHUA =
            Place.named("tsinghua-university", Sector.UNIVERSITY, "CN", Map.of("Latn", "Tsinghua University"));
    static final Place CARNEGIE_MELLON = Place.named(
            "carnegie-mellon-university", Sector.UNIVERSITY, "US", Map.of("Latn", "Carnegie Mellon University"));
    static final Place MOONSHOT;

    /** The employers among the magnificent seven, in the order they are dealt; Google's group is Alphabet's. */
    static final List<Place> SEVEN = List.of(
            GOOGLE,
            company("microsoft", "Microsoft"),
            company("meta", "Meta"),
            company("amazon", "Amazon"),
            GOOGLE,
            company("nvidia", "Nvidia"),
            company("apple", "Apple"),
            company("tesla", "Tesla"));

    static {
        var names = new LinkedHashMap<String, String>();
        names.put("Latn", "Moonshot AI");
        names.put("Hans", "月之暗面");
        MOONSHOT = Place.named("moonshot-ai", Sector.COMPANY, "CN", names);
    }

    /** New companies are numbered from here: beyond those that anybody else works for. */
    private static final int NEW = 60;

    private Places() {}

    /** The university of a country whose turn it is. */
    static Place university(String country, int turn) {
        return Place.university(country, turn % universities(country) + 1);
    }

    /** The company of a country whose turn it is. */
    static Place company(String country, int turn) {
        return Place.company(country, turn % companies(country) + 1);
    }

    /**
     * Reads a place of {@link Fates} such as {@code us-university}, and takes one by turns where the author has not
     * been yet.
     */
    static Place of(String words, int turn, List<Place> been) {
        var candidates = new ArrayList<Place>();
        for (int i = 0; i < 8; i++) {
            candidates.add(candidate(words, turn + i));
        }
        candidates.removeAll(been);
        return candidates.get(0);
    }

    private static Place candidate(String words, int turn) {
        return switch (words) {
            case "seven" -> SEVEN.get(turn % SEVEN.size());
            case "carnegie-mellon" -> CARNEGIE_MELLON;
            case "moonshot" -> MOONSHOT;
            default -> neutral(words.substring(0, 2).toUpperCase(Locale.ROOT), words.substring(3), turn);
        };
    }

    private static Place neutral(String country, String what, int turn) {
        return switch (what) {
            case "university" -> university(country, turn);
            case "company" -> company(country, turn);
            case "new-company" -> Place.company(country, NEW + turn % 40);
            case "institution" -> Place.institution(country, 1);
            default -> throw new IllegalArgumentException("no such place: " + what);
        };
    }

    private static Place company(String id, String name) {
        return Place.named(id, Sector.COMPANY, "US", Map.of("Latn", name));
    }

    private static int universities(String country) {
        return switch (country) {
            case "US" -> 42;
            case "CN" -> 14;
            case "CA", "GB", "DE", "FR" -> 6;
            default -> 3;
        };
    }

    private static int companies(String country) {
        return switch (country) {
            case "US" -> 17;
            case "CN" -> 9;
            case "CA", "GB", "DE", "FR" -> 3;
            default -> 2;
        };
    }
}
