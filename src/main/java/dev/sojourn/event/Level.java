package dev.sojourn.event;

/** The level of a degree. */
public enum Level {
    BACHELOR,
    MASTER,
    DOCTORATE
}
