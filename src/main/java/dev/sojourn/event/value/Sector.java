package dev.sojourn.event.value;

/** What kind of institution it is; NOT_STATED reads as unknown in every analysis. */
public enum Sector {
    UNIVERSITY,
    COMPANY,
    GOVERNMENT,
    NONPROFIT,
    OTHER,
    NOT_STATED
}
