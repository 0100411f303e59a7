package dev.sojourn.event.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names of one person or institution, by the ISO 15924 code of the script each is written in: {@code Latn},
 * {@code Hans}, {@code Hant}, {@code Hani} where it is not known which of the two, and so on. At least one; the first is
 * the one to show where no script is asked for.
 */
public record Names(Map<String, String> byScript) {

    /**
     * Keeps the order given.
     *
     * @throws IllegalArgumentException for no name, a blank or overlong one, or a key that is no script code
     */
    public Names {
        if (byScript.isEmpty()) {
            throw new IllegalArgumentException("at least one name is needed");
        }
        byScript.forEach((script, name) -> {
            if (!script.matches("[A-Z][a-z]{3}")) {
                throw new IllegalArgumentException(
                        "\"" + script + "\" is no ISO 15924 script code, as in Latn or Hans");
            }
            if (name.isBlank() || name.length() > 500) {
                throw new IllegalArgumentException("a name must have 1 to 500 characters");
            }
        });
        byScript = Collections.unmodifiableMap(new LinkedHashMap<>(byScript));
    }

    /** One name, under the script that most of its letters belong to. */
    public static Names of(String name) {
        return new Names(Map.of(scriptOf(name), name));
    }

    /** The name to show where no script is asked for. */
    public String first() {
        return byScript.values().iterator().next();
    }

    /** The script of a name's first letter; {@code Latn} where it has none. */
    public static String scriptOf(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .findFirst()
                .map(script -> switch (script) {
                    case HAN -> "Hani";
                    case HIRAGANA, KATAKANA -> "Jpan";
                    case HANGUL -> "Kore";
                    case CYRILLIC -> "Cyrl";
                    case ARABIC -> "Arab";
                    case GREEK -> "Grek";
                    case HEBREW -> "Hebr";
                    case DEVANAGARI -> "Deva";
                    case THAI -> "Thai";
                    default -> "Latn";
                })
                .orElse("Latn");
    }
}
