package dev.sojourn.store;

/** The store takes no writes, because something about it is in doubt; reads go on. */
public final class ReadOnlyStore extends RuntimeException {

    /** With the reason, which names the first bad position where there is one. */
    public ReadOnlyStore(String reason) {
        super("the ledger is read-only: " + reason);
    }
}
