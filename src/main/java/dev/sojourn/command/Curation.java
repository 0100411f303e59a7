package dev.sojourn.command;

import dev.sojourn.store.LedgerStore;
import java.nio.file.Path;
import java.time.Clock;

/** Takes commands one at a time. Safe for any number of threads; the ledger has one order, so they take turns. */
public final class Curation implements AutoCloseable {

    private Curation() {}

    /**
     * Opens the write side of a ledger; rebuilds its look-ups if they disagree with the events.
     *
     * @param directory where the key of the look-ups is kept, in a file of its own; made if there is none
     */
    public static Curation open(LedgerStore store, Path directory, Clock clock) {
        return new Curation();
    }

    /**
     * Decides a command and records what comes of it; the answer is given when that is on disk. A command id that was
     * answered before is answered again, and records nothing.
     *
     * @throws RuleViolation if a rule forbids it
     * @throws StaleVersion if the subject is not at the expected sequence
     * @throws CommandIdReused if the command id came before with another command
     */
    public Receipt send(Request request) {
        return null;
    }

    /**
     * Decides a command on what is recorded now, and records nothing; command ids are not looked at.
     *
     * @throws RuleViolation if a rule forbids it
     * @throws StaleVersion if the subject is not at the expected sequence
     */
    public Receipt dryRun(Request request) {
        return null;
    }

    /** A session for many commands at once; close it after its last flush. */
    public BulkCuration bulk() {
        return new BulkCuration();
    }

    /** Takes no more commands; the ledger stays open. */
    @Override
    public void close() {}
}
