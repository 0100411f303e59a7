package dev.sojourn.event.value;

import java.util.Locale;
import java.util.Optional;

/**
 * What another catalogue calls a person or institution, written {@code scheme:value}, for example
 * {@code orcid:0000-0002-1825-0097}.
 *
 * <p>An ORCID iD's checksum is verified (ISO 7064 MOD 11-2); schemes unknown to the ledger are kept as they are.
 *
 * @param scheme lower-case letters, digits and hyphens: orcid, openalex, dblp, openreview, semantic-scholar,
 *     google-scholar, homepage, ror, or the name of an imported catalogue
 * @param value 1 to 500 characters
 */
public record Identifier(String scheme, String value) {

    /**
     * Checks the form, and the checksum where the scheme has one.
     *
     * @throws IllegalArgumentException saying which part is wrong
     */
    public Identifier {
        if (!scheme.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "\"" + scheme + "\" is no scheme of identifiers: lower-case letters, digits and hyphens");
        }
        if (value.isBlank() || value.length() > 500) {
            throw new IllegalArgumentException("an identifier must have 1 to 500 characters after its scheme");
        }
        if (scheme.equals("orcid")) {
            checkOrcid(value);
        }
    }

    /**
     * Reads {@code scheme:value}.
     *
     * @throws IllegalArgumentException if there is no colon, or the parts are not as described above
     */
    public static Identifier parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("\"" + text + "\" has no scheme: write scheme:value, as in dblp:12/345");
        }
        return new Identifier(text.substring(0, colon).toLowerCase(Locale.ROOT), text.substring(colon + 1));
    }

    /**
     * What is wrong with it beside its form. Asked where somebody writes one; those recorded earlier are read as they are.
     */
    public Optional<String> flaw() {
        return switch (scheme) {
            case "ror" -> Ror.flaw(value);
            case "homepage" -> Link.flaw(value);
            case "http", "https" ->
                Optional.of("this is a link, and no scheme:value: write orcid:0000-0002-1825-0097 for an ORCID iD,"
                        + " openalex:A5023888391 for OpenAlex, or homepage: before the link");
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return scheme + ":" + value;
    }

    /** ISO 7064 MOD 11-2 over the first fifteen digits, as ORCID defines it. */
    private static void checkOrcid(String value) {
        if (!value.matches("\\d{4}-\\d{4}-\\d{4}-\\d{3}[0-9X]")) {
            throw new IllegalArgumentException("\"" + value + "\" is no ORCID iD: write 0000-0002-1825-0097");
        }
        String digits = value.replace("-", "");
        int total = 0;
        for (char digit : digits.substring(0, 15).toCharArray()) {
            total = (total + (digit - '0')) * 2;
        }
        int check = (12 - total % 11) % 11;
        if (digits.charAt(15) != (check == 10 ? 'X' : (char) ('0' + check))) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is no ORCID iD: its last digit does not match the others");
        }
    }
}
