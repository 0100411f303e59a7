package dev.sojourn.event.value;

/** What a researcher does during a spell. Unlike an unstated sector, NOT_STATED is a value of its own. */
public enum Role {
    PHD_STUDENT,
    POSTDOC,
    FACULTY,
    RESEARCHER,
    ENGINEER,
    EXECUTIVE,
    OTHER,
    NOT_STATED
}
