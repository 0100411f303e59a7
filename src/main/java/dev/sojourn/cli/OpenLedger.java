package dev.sojourn.cli;

import dev.sojourn.audit.history.Histories;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.projection.Follower;
import dev.sojourn.projection.Timeline;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.file.StorageFailure;
import dev.sojourn.store.file.StoreInUse;
import dev.sojourn.store.key.MasterKeyPlace;
import dev.sojourn.study.Figures;
import dev.sojourn.study.Knowledge;
import dev.sojourn.study.ReviewPolicies;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.whatif.WhatIf;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** A ledger that is open: its store, its write side and its read model, wired by hand; no container is needed. */
public final class OpenLedger implements AutoCloseable {
    private final LedgerStore store;
    private final Path directory;
    private final Clock clock;
    private final Thread onExit = new Thread(this::closeParts, "close-ledger");
    private Follower follower;
    private Curation curation;
    private boolean closed;

    private OpenLedger(LedgerStore store, Path directory, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Opens the ledger in a folder, or makes one there. It is closed in order when the process is told to stop.
     *
     * @throws InputError if the folder cannot be used, or another process has the ledger open
     */
    public static OpenLedger open(Path directory, Clock clock) {
        return open(directory, MasterKeyPlace.in(directory), clock);
    }

    /** The same, with the master key where the options or the environment say. */
    static OpenLedger open(DataOption data, World world) {
        return open(data.data, data.masterKey(world), world.clock());
    }

    /**
     * The same, with the master key somewhere else.
     *
     * @throws InputError also if personal data cannot be read
     */
    static OpenLedger open(Path directory, MasterKeyPlace masterKey, Clock clock) {
        var ledger = openInDoubt(directory, masterKey, clock);
        try {
            ledger.requireKeys();
            return ledger;
        } catch (InputError trouble) {
            ledger.close();
            throw trouble;
        }
    }

    private static OpenLedger openInDoubt(Path directory, MasterKeyPlace masterKey, Clock clock) {
        try {
            Files.createDirectories(directory);
            var ledger = new OpenLedger(LedgerStore.open(directory, masterKey, clock), directory, clock);
            Runtime.getRuntime().addShutdownHook(ledger.onExit);
            return ledger;
        } catch (IOException unusable) {
            throw new InputError(directory + " cannot be used as a data folder: choose another one with --data");
        } catch (UncheckedIOException unwritten) {
            throw unwritten(directory);
        } catch (StorageFailure failed) {
            throw damaged(failed);
        } catch (StoreInUse taken) {
            throw new InputError(taken.getMessage());
        }
    }

    private static InputError damaged(StorageFailure failed) {
        return new InputError(failed.getMessage() + ": " + failed.advice());
    }

    private static InputError unwritten(Path directory) {
        return new InputError("the ledger in " + directory + " cannot be opened: is its disk full, or read-only?");
    }

    /**
     * Opens a ledger that is there already. Its events can be verified without the keys of personal data; whoever asks for
     * more is told what is missing.
     *
     * @throws InputError also if there is none
     */
    public static OpenLedger existing(DataOption data, World world) {
        requireLedger(data.data);
        return openInDoubt(data.data, data.masterKey(world), world.clock());
    }

    /**
     * Opens the store alone, for what needs no read model.
     *
     * @throws InputError if there is none, or another process has the ledger open
     */
    public static LedgerStore existingStore(DataOption data, World world) {
        requireLedger(data.data);
        try {
            return LedgerStore.open(data.data, data.masterKey(world), world.clock());
        } catch (UncheckedIOException unwritten) {
            throw unwritten(data.data);
        } catch (StorageFailure failed) {
            throw damaged(failed);
        } catch (StoreInUse taken) {
            throw new InputError(taken.getMessage());
        }
    }

    static void requireLedger(Path directory) {
        if (!Files.exists(directory.resolve("events.mv.db"))) {
            throw new InputError("there is no ledger in " + directory
                    + ": name its folder with --data, or make one with import, demo or serve");
        }
    }

    /** Where its files are. */
    public Path directory() {
        return directory;
    }

    /** Says on the console that the ledger takes no writes, and why, if so. */
    void tellTrouble(PrintWriter err) {
        store.readOnlyReason()
                .ifPresent(reason -> err.println("sojourn: the ledger takes no writes, reads go on: " + reason));
        err.flush();
    }

    /** The events. */
    public LedgerStore store() {
        return store;
    }

    /** The read model; follows the store from when it is first asked for, since an import, say, never asks. */
    public Timeline timeline() {
        return follower().timeline();
    }

    private synchronized Follower follower() {
        if (follower == null) {
            requireKeys();
            try (var progress = new ConsoleProgress("Reading the events")) {
                follower = Follower.of(store, directory, position -> progress.at(position, store.head()));
            }
        }
        return follower;
    }

    /** What was believed when. */
    public Knowledge knowledge() {
        return new Knowledge(timeline());
    }

    /** What events would change in the figures. */
    public WhatIf whatIf() {
        return new WhatIf(timeline(), Follower.history(store), Figures.load(), RuleBook.load());
    }

    /** What was recorded. */
    public Histories histories() {
        return new Histories(store);
    }

    /** The write side; opened when it is first asked for, since most verbs only read. */
    public synchronized Curation curation() {
        if (curation == null) {
            requireKeys();
            curation = Curation.open(store, directory, clock);
            curation.reviewing(ReviewPolicies.load());
        }
        return curation;
    }

    private void requireKeys() {
        store.keyTrouble().ifPresent(trouble -> {
            throw new InputError(trouble.getMessage());
        });
    }

    /** Why the ledger does less than it should: takes no writes, or is not read to its end. */
    public Optional<String> trouble() {
        return store.readOnlyReason().or(() -> follower().problem().map(Throwable::getMessage));
    }

    /** Leaves closing to the caller alone: a server must stop answering before its ledger is closed. */
    public void leaveClosingToCaller() {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException stopping) {
            return; // the hook runs already
        }
    }

    @Override
    public void close() {
        closeParts();
        leaveClosingToCaller();
    }

    private synchronized void closeParts() {
        if (!closed) {
            closed = true;
            if (curation != null) {
                curation.close();
            }
            if (follower != null) {
                follower.close();
            }
            store.close();
        }
    }
}
