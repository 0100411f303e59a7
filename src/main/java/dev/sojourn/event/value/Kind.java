package dev.sojourn.event.value;

/** How a spell relates to a researcher's other ones, in the order in which it makes a spell the primary one. */
public enum Kind {
    PRIMARY,
    JOINT,
    ADJUNCT,
    VISITING,
    ADVISORY,
    INTERNSHIP
}
