package dev.sojourn.projection.person;

/** Why one spell, of those that cover a day, decides where somebody is: the first of these by which it comes first. */
public enum Precedence {
    /** No other spell covers the day. */
    ONLY,
    /** Its kind: PRIMARY before JOINT, ADJUNCT, VISITING, ADVISORY, INTERNSHIP. */
    KIND,
    /** It started later. */
    START,
    /** The id of its institution is smaller, as UTF-8 bytes. */
    INSTITUTION,
    /** Its own id is smaller, as UTF-8 bytes. */
    SPELL
}
