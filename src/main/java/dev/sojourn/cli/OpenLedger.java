package dev.sojourn.cli;

import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.StoreInUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A ledger that is open: its store, its write side and its read model, wired by hand; no container is needed. */
public final class OpenLedger implements AutoCloseable {
    private final LedgerStore store;
    private final Thread onExit = new Thread(this::closeParts, "close-ledger");
    private boolean closed;

    private OpenLedger(LedgerStore store) {
        this.store = store;
    }

    /**
     * Opens the ledger in a folder, or makes one there. It is closed in order when the process is told to stop.
     *
     * @throws InputError if the folder cannot be used, or another process has the ledger open
     */
    public static OpenLedger open(Path directory, Clock clock) {
        try {
            Files.createDirectories(directory);
            var ledger = new OpenLedger(LedgerStore.open(directory, clock));
            Runtime.getRuntime().addShutdownHook(ledger.onExit);
            return ledger;
        } catch (IOException unusable) {
            throw new InputError(directory + " cannot be used as a data folder: choose another one with --data");
        } catch (StoreInUse taken) {
            throw new InputError(taken.getMessage());
        }
    }

    /** The events. */
    public LedgerStore store() {
        return store;
    }

    @Override
    public void close() {
        closeParts();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException stopping) {
            return; // the hook runs already, and finds it closed
        }
    }

    private synchronized void closeParts() {
        if (!closed) {
            closed = true;
            store.close();
        }
    }
}
