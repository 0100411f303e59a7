package dev.sojourn.event.value;

/** What names a thing in the ledger: one to 200 characters, printable, without white space at either end. */
public sealed interface Id permits ResearcherId, InstitutionId, SpellId, EducationId, CohortId, ReleaseName, GroupId {

    /** The id as text; equal texts of one type name the same thing. */
    String value();

    /**
     * The id with its kind before it, for example {@code institution:openai}: names one thing among those of all kinds,
     * since an institution and a cohort may well have the same id.
     */
    default String key() {
        return kind() + ":" + value();
    }

    /** What it names, in one lower-case word. */
    String kind();

    /**
     * The check all ids share.
     *
     * @throws IllegalArgumentException naming the type of id and what is wrong with the text
     */
    static void check(String type, String value) {
        if (value == null || value.isEmpty() || value.length() > 200) {
            throw new IllegalArgumentException(type + " id must have 1 to 200 characters");
        }
        boolean control = false;
        for (int at = 0; at < value.length(); at++) { // a loop: ids are made by the million
            control |= Character.isISOControl(value.charAt(at));
        }
        if (control || !value.equals(value.strip())) {
            throw new IllegalArgumentException(
                    type + " id must not contain control characters, or white space at its ends");
        }
    }
}
