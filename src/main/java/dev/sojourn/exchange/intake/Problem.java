package dev.sojourn.exchange.intake;

/**
 * Something wrong, or worth a look, at one place of a package.
 *
 * @param severity an error keeps the row (or the field, if {@code drops} says so) out; a warning does not
 * @param file name of the file
 * @param line where the row begins, from 1; 0 if it concerns the file as a whole
 * @param column name of the column; empty if it concerns the whole row
 * @param value the text that is wrong, as written
 * @param rule a {@link Flaw} or a rule of the ledger, by its stable name
 * @param message what is wrong
 * @param suggestion what to write or do instead; empty if there is nothing to suggest
 * @param drops what is left out if valid rows are accepted
 */
public record Problem(
        Severity severity,
        String file,
        long line,
        String column,
        String value,
        String rule,
        String message,
        String suggestion,
        Drops drops) {

    /** Whether something is kept out. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** What a problem keeps out of the ledger under {@code --accept-valid-rows}. */
    public enum Drops {
        NOTHING,
        FIELD,
        ROW,
        /** Not even valid rows can be accepted. */
        PACKAGE
    }

    /** Whether it is an error. */
    public boolean error() {
        return severity == Severity.ERROR;
    }

    /** One line: {@code people.csv:7 orcid "…": message; suggestion [RULE]}. */
    @Override
    public String toString() {
        return file
                + (line > 0 ? ":" + line : "")
                + (column.isEmpty() ? "" : " " + column + " \"" + value + "\"")
                + ": "
                + message
                + (suggestion.isEmpty() ? "" : "; " + suggestion)
                + " ["
                + rule
                + "]";
    }
}
