package dev.sojourn.exchange.copy;

/** An export or a backup is not what was written: it says where first and why. Nothing was restored. */
public final class BadCopy extends RuntimeException {

    BadCopy(String where, String problem) {
        super(where + ": " + problem);
    }
}
