package dev.sojourn.exchange.intake;

/**
 * What can be wrong with a package, by the stable name that reports and tests use. Rules of the ledger that a row would
 * break are reported under their own names.
 */
public enum Flaw {
    // The files themselves: never skipped, since nobody can tell what else is wrong.
    UNREADABLE_PACKAGE,
    UNSAFE_ARCHIVE,
    MISSING_FILE,
    MALFORMED_UTF8,
    MALFORMED_CSV,
    MISSING_HEADER,
    DUPLICATE_HEADER,
    BAD_MAPPING,
    // Single rows.
    WRONG_FIELD_COUNT,
    VALUE_MISSING,
    BAD_VALUE,
    BAD_DATE,
    BAD_TIMESTAMP,
    REVERSED_INTERVAL,
    UNKNOWN_PERSON,
    UNKNOWN_INSTITUTION,
    UNKNOWN_COUNTRY,
    UNKNOWN_OP,
    UNKNOWN_KIND,
    UNKNOWN_LEVEL,
    DUPLICATE_ID,
    DUPLICATE_SEQ,
    PARENT_CYCLE,
    INSTITUTION_OR_COUNTRY,
    BAD_IDENTIFIER,
    IDENTIFIER_CLASH,
    PERSON_ID_TAKEN,
    INSTITUTION_ID_TAKEN,
    SPELL_NOT_ASSERTED,
    SPELL_ALREADY_ASSERTED,
    TIME_MISSING,
    TIME_BACKWARDS,
    TIME_IN_FUTURE,
    // Worth a look, never refused.
    SEQ_UNSORTED,
    SAME_CLAIM_AGAIN,
    OVERLAP,
    PERSON_DIFFERS,
    PERSON_ERASED,
    NAME_OF_ERASED_PERSON,
    LATER_ROW_APPLIED,
    DIFFERS_FROM_ASSERTIONS;

    /** Whether it concerns a whole file, so that no row of the package can be trusted. */
    public boolean wholeFile() {
        return compareTo(WRONG_FIELD_COUNT) < 0;
    }
}
