package dev.sojourn.event.value;

/** The level of a degree. */
public enum Level {
    BACHELOR,
    MASTER,
    DOCTORATE
}
