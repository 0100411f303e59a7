package dev.sojourn.api.body;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a text, whatever it stands for. */
public final class Texts {
    /** Characters of a text that is shown on one line. */
    public static final int LINE = 500;

    /** Characters of a text that explains something. */
    public static final int PARAGRAPH = 4000;

    /** The format of a text that is a link. */
    public static final String LINK = "uri";

    private static final Set<String> SCHEMES = Set.of("http", "https");

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

    /** What is wrong with a link. */
    static Optional<String> linkFlaw(String link) {
        try {
            var uri = new URI(link);
            if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
                return Optional.of("a link begins with https:// or http://, since pages show it");
            }
            return uri.getHost() == null && uri.getAuthority() == null
                    ? Optional.of("this link names no place on the web: write https://example.org/page")
                    : Optional.empty();
        } catch (URISyntaxException unreadable) {
            return Optional.of("this is no link: write it as the address bar shows it, with %20 for a blank");
        }
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
