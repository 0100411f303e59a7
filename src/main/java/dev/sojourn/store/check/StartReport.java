package dev.sojourn.store.check;

import java.time.Duration;

/**
 * What the check at the start of a ledger looked at, and found.
 *
 * @param head the last position that can be relied on
 * @param problem what is wrong with the one after it, or null if all is well; then the ledger takes no writes
 * @param mark up to where every event had been looked at before
 * @param read how many events were read, with their hashes computed again
 * @param took how long it took
 */
public record StartReport(long head, String problem, long mark, long read, Duration took) {

    /** Whether the ledger may be written to. */
    public boolean passed() {
        return problem == null;
    }
}
