package dev.sojourn.access;

/** Who can read without an account. */
public enum AccessMode {
    /** Nobody: a real ledger. */
    ACCOUNTS,
    /** Whoever sits at this machine: the demonstration, which answers on loopback only. */
    OPEN_ON_LOOPBACK
}
