package dev.sojourn.event.value;

/** What else holds throughout a spell: the person founded the institution, or leads in it. */
public enum Flag {
    FOUNDER,
    LEADERSHIP
}
