package dev.sojourn.store;

/**
 * The disk did not confirm a write: it may or may not survive. Repeating the command under the same command id, once the
 * ledger takes writes again, gives the answer.
 */
public final class OutcomeUnknown extends RuntimeException {

    /** With what went wrong, without any data. */
    public OutcomeUnknown(String reason) {
        super("outcome unknown, repeat with the same key: " + reason);
    }
}
