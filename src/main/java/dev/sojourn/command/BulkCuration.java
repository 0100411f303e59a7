package dev.sojourn.command;

import dev.sojourn.event.Event;
import java.time.Instant;
import java.util.List;

/**
 * Takes thousands of commands: decided and folded in memory by the same rules, appended by {@link #flush}. For one
 * thread. Command ids are recorded but not compared: imports are made repeatable by the fingerprints of their rows.
 */
public final class BulkCuration implements AutoCloseable {

    BulkCuration() {}

    /**
     * Decides a command, folds what comes of it and keeps it for the next flush.
     *
     * @param recorded when the ledger is to say it learned it, not before anything recorded or buffered; null for now
     * @param rowFingerprint names the imported row it comes from, or null
     * @return the events, in order
     * @throws RuleViolation if a rule forbids it; then nothing has changed and nothing is kept
     * @throws StaleVersion if the subject is not at the expected sequence; the same holds
     */
    public List<Event> apply(Request request, Instant recorded, String rowFingerprint) {
        return List.of();
    }

    /** What the command applied last was accepted with. */
    public List<Warning> warnings() {
        return List.of();
    }

    /**
     * Keeps an event that was decided elsewhere for the next flush: it is folded and looked up later, but no rule is
     * asked.
     *
     * @param undoes position of the event it undoes, or null
     */
    public void adopt(
            Event event,
            Instant recorded,
            String actor,
            String commandId,
            String importBatch,
            String rowFingerprint,
            Long undoes) {}

    /** Whether an imported row was applied before, in this session or an earlier one. */
    public boolean alreadyApplied(String rowFingerprint) {
        return false;
    }

    /** Marks an imported row as applied from which no event came, from the next flush on. */
    public void nothingToRecord(String rowFingerprint) {}

    /**
     * Appends what is kept in one transaction; it is on disk on return.
     *
     * @return positions of the events, in order
     */
    public List<Long> flush() {
        return List.of();
    }

    /** Forgets what was not flushed. */
    @Override
    public void close() {}
}
