package dev.sojourn.store.file;

import java.nio.file.Path;

/** Another process, or another part of this one, has the ledger open. */
public final class StoreInUse extends RuntimeException {

    /** The ledger in this directory. */
    public StoreInUse(Path directory) {
        super("the ledger in " + directory + " is in use; stop the other Sojourn first, or use another --data");
    }
}
