package dev.sojourn.access;

/** What an account may do. */
public enum AccountRole {
    /** Reads. */
    VIEWER,
    /** Reads and records. */
    CURATOR,
    /** Reads everything, also who did what. */
    AUDITOR,
    /** Everything, accounts included. */
    ADMIN
}
