package dev.sojourn.api.write;

import dev.sojourn.api.body.WrongMember;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ids that people choose. They stand in addresses and are told apart by eye, so a new one has no white space, no sign that
 * means something in an address, and no letters of two scripts that are easily taken for one another. Ids that came with
 * an import are kept as they are.
 */
final class NewId {

    /** Scripts that stand together in ordinary words (Unicode TS 39, "highly restrictive"). */
    private static final List<Set<Character.UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(
                    Character.UnicodeScript.LATIN,
                    Character.UnicodeScript.HAN,
                    Character.UnicodeScript.HIRAGANA,
                    Character.UnicodeScript.KATAKANA),
            EnumSet.of(Character.UnicodeScript.LATIN, Character.UnicodeScript.HAN, Character.UnicodeScript.BOPOMOFO),
            EnumSet.of(Character.UnicodeScript.LATIN, Character.UnicodeScript.HAN, Character.UnicodeScript.HANGUL));

    private NewId() {}

    /**
     * Checks an id; null is for others to refuse.
     *
     * @throws WrongMember saying which character is wrong
     */
    static void check(String member, Object given) {
        if (given == null) {
            return;
        }
        String id = given.toString();
        if (!Normalizer.isNormalized(id, Normalizer.Form.NFKC)) {
            throw new WrongMember(
                    member, "write it as \"" + Normalizer.normalize(id, Normalizer.Form.NFKC) + "\", in plain letters");
        }
        id.codePoints().filter(NewId::outOfPlace).findFirst().ifPresent(character -> {
            throw new WrongMember(
                    member, "an id cannot have " + shown(character) + " in it: use letters, digits and - . _ ~ :");
        });
        var scripts = id.codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .filter(script -> script != Character.UnicodeScript.COMMON)
                .filter(script -> script != Character.UnicodeScript.INHERITED)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Character.UnicodeScript.class)));
        if (scripts.size() > 1 && TOGETHER.stream().noneMatch(together -> together.containsAll(scripts))) {
            throw new WrongMember(
                    member, "its letters are of " + named(scripts) + ", which are easily mistaken; use one script");
        }
    }

    private static boolean outOfPlace(int character) {
        return !Character.isLetterOrDigit(character)
                && Character.getType(character) != Character.NON_SPACING_MARK
                && Character.getType(character) != Character.COMBINING_SPACING_MARK
                && "-._~:".indexOf(character) < 0;
    }

    private static String shown(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT
                ? String.format(Locale.ROOT, "U+%04X", character)
                : "\"" + Character.toString(character) + "\"";
    }

    private static String named(Set<Character.UnicodeScript> scripts) {
        return scripts.stream().map(NewId::name).collect(Collectors.joining(" and "));
    }

    private static String name(Character.UnicodeScript script) {
        String lower = script.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
