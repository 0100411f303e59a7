package dev.sojourn.store.row;

/** An event was numbered on the ground of a state of its subject that is not the last one. */
public final class StaleSequence extends RuntimeException {

    /** With the subject's key, the number it came with and the one that is next. */
    public StaleSequence(String subject, long sequence, long next) {
        super("the next event of " + subject + " is number " + next + ", not " + sequence);
    }
}
