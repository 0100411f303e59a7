package dev.sojourn.api.body;

import java.util.Locale;
import java.util.Optional;

/** What is wrong with a text, whatever it stands for. */
public final class Texts {
    /** Characters of a text that is shown on one line. */
    public static final int LINE = 500;

    /** Characters of a text that explains something. */
    public static final int PARAGRAPH = 4000;

    /** The format of a text that is a link. */
    public static final String LINK = "uri";

    private Texts() {}

    /**
     * The first thing that is wrong.
     *
     * @param longest how many characters it may have
     */
    static Optional<String> flaw(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return Optional.of("this text has " + length + " characters; it can have " + longest);
        }
        return text.codePoints()
                .filter(Texts::forbidden)
                .mapToObj(character ->
                        "this text has the character U+" + hex(character) + " in it, which cannot be seen; take it out")
                .findFirst();
    }

    /** Line ends and tabs are plain text; other control characters, and those that turn what follows around, are not. */
    private static boolean forbidden(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        return switch (Character.getType(character)) {
            case Character.CONTROL -> !layout;
            case Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.FORMAT ->
                (character >= 0x202A && character <= 0x202E)
                        || (character >= 0x2066 && character <= 0x2069)
                        || character == 0xFEFF;
            default -> false;
        };
    }

    static String hex(int character) {
        return String.format(Locale.ROOT, "%04X", character);
    }
}
