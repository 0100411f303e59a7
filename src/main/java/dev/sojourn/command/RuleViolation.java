package dev.sojourn.command;

import java.util.List;

/** A command was refused because the fact it states would break a rule of the ledger. Nothing was recorded. */
public final class RuleViolation extends RuntimeException {

    /** Stable names of the rules; clients and import reports rely on them. */
    public enum Rule {
        /** No such researcher is in the ledger. */
        UNKNOWN_RESEARCHER,
        /** The id was given to a researcher before. */
        RESEARCHER_EXISTS,
        /** The researcher counts as another one; record it there. */
        RESEARCHER_MERGED,
        /** The researcher's personal data was erased; nothing more is recorded. */
        RESEARCHER_ERASED,
        /** The identifier was that of a person who was erased on request. */
        PERSON_SUPPRESSED,
        /** Others count as the person to be erased; they have names of their own, which must go first. */
        MERGED_NOT_ERASED,
        /** The reason of an erasure is kept, so it must not say who the person was. */
        REASON_NAMES_PERSON,
        /** The identifier is another researcher's. */
        IDENTIFIER_TAKEN,
        /** The researcher has no such identifier. */
        UNKNOWN_IDENTIFIER,
        /** The researcher has no such spell, or it was retracted. */
        UNKNOWN_SPELL,
        /** The researcher has the spell already; end, correct or retract it. */
        SPELL_EXISTS,
        /** The spell id is or was another researcher's. */
        SPELL_BELONGS_TO_ANOTHER,
        /** The spell has an end already, which can be corrected but not set again. */
        ALREADY_ENDED,
        /** A move leads to where the researcher already is, in the same role. */
        ALREADY_THERE,
        /** An end would certainly lie before its start. */
        ENDS_BEFORE_START,
        /** The researcher has no such degree, or it was retracted. */
        UNKNOWN_EDUCATION,
        /** The researcher has the degree already; correct or retract it. */
        EDUCATION_EXISTS,
        /** The career has not ended, so it cannot be resumed. */
        CAREER_NOT_ENDED,
        /** It is recorded like this already. */
        NOTHING_CHANGES,
        /** Corrections, retractions, mergers and withdrawals need a reason. */
        REASON_REQUIRED,
        /** No such institution is in the ledger. */
        UNKNOWN_INSTITUTION,
        /** The id was given to an institution before, with other content. */
        INSTITUTION_EXISTS,
        /** The institution has gone on as another one by that day. */
        INSTITUTION_MERGED,
        /** The institution has closed by that day. */
        INSTITUTION_CLOSED,
        /** An institution would be its own ancestor on some day. */
        PARENT_CYCLE,
        /** The institution is in the group on that day already. */
        ALREADY_IN_GROUP,
        /** The institution is not in the group. */
        NOT_IN_GROUP,
        /** No such cohort is in the ledger. */
        UNKNOWN_COHORT,
        /** The id was given to a cohort before. */
        COHORT_EXISTS,
        /** The cohort's list of members is final. */
        COHORT_FROZEN,
        /** The researcher is in the cohort already. */
        ALREADY_MEMBER,
        /** The researcher is not in the cohort. */
        NOT_A_MEMBER,
        /** No such release is in the ledger. */
        UNKNOWN_RELEASE,
        /** The name was given to a release before. */
        RELEASE_EXISTS,
        /** A release can only cover what is recorded. */
        POSITION_BEYOND_HEAD,
        /** The subject has no event of that number. */
        UNKNOWN_EVENT,
        /** The event does not count any more; to have it back, undo what undid it. */
        ALREADY_UNDONE,
        /** Events of this kind cannot be taken back: an erasure, the publication of a release. */
        NOT_UNDOABLE,
        /** Later events need the one to be undone; undo those first, or all together. */
        STANDS_IN_THE_WAY,
        /** Somebody looked, and the two are not the same person. */
        DISTINCT_PERSONS,
        /** The researcher counts as nobody else. */
        NOT_MERGED,
        /** Others count as the researcher who would go: merges do not form chains. */
        MERGE_CHAIN,
        /** Nobody asked for a review of the event, or it was decided already. */
        NOT_UNDER_REVIEW,
        /** Whoever recorded an event does not approve or reject it. */
        REVIEW_BY_AUTHOR
    }

    private final Rule rule;
    private final transient List<Obstacle> inTheWay;
    private final int item;

    /**
     * The rule, and what broke it.
     *
     * @param detail with the value and the way out; ids and dates, never names or identifiers of persons
     */
    public RuleViolation(Rule rule, String detail) {
        this(rule, detail, List.of(), -1);
    }

    /** The same about one item of a list that was asked for, by its number from 0. */
    public RuleViolation(Rule rule, String detail, int item) {
        this(rule, detail, List.of(), item);
    }

    /** The same, with the later events that stand in the way of an undo, in the order of the ledger for each subject. */
    public RuleViolation(Rule rule, String detail, List<Obstacle> inTheWay) {
        this(rule, detail, inTheWay, -1);
    }

    private RuleViolation(Rule rule, String detail, List<Obstacle> inTheWay, int item) {
        super(detail);
        this.rule = rule;
        this.inTheWay = List.copyOf(inTheWay);
        this.item = item;
    }

    /** The later events that stand in the way of an undo; none where another rule was broken. */
    public List<Obstacle> inTheWay() {
        return inTheWay;
    }

    /** The number of the item that broke it where a list was asked for, from 0; -1 where none did by itself. */
    public int item() {
        return item;
    }

    /** The rule that was broken. */
    public Rule rule() {
        return rule;
    }

    /** What broke it, with the value and the way out. Holds ids and dates, never names or identifiers of persons. */
    public String detail() {
        return getMessage();
    }
}
