package dev.sojourn.exchange;

/**
 * How to take a package in.
 *
 * @param dryRun check everything, also against the ledger, and store nothing
 * @param keepRecordedTime stamp each event with its row's {@code recorded_at} instead of the present
 * @param acceptValidRows take what is good even though some rows are not
 * @param actor who imports, as it is to stand in the ledger
 * @param chunk how many events, about, become safe on disk together
 */
public record ImportOptions(
        boolean dryRun, boolean keepRecordedTime, boolean acceptValidRows, String actor, int chunk) {

    /** Enough to make the one sync of a chunk cheap, few enough that little is repeated after a kill. */
    private static final int CHUNK = 5_000;

    /** In chunks of the usual size. */
    public ImportOptions(boolean dryRun, boolean keepRecordedTime, boolean acceptValidRows, String actor) {
        this(dryRun, keepRecordedTime, acceptValidRows, actor, CHUNK);
    }

    /** All rows must be good, and they are recorded now. */
    public static ImportOptions strict(String actor) {
        return new ImportOptions(false, false, false, actor);
    }

    /** The same, without storing anything. */
    public ImportOptions dry() {
        return new ImportOptions(true, keepRecordedTime, acceptValidRows, actor, chunk);
    }

    /** The same, with the rows' own recorded times. */
    public ImportOptions keepingRecordedTime() {
        return new ImportOptions(dryRun, true, acceptValidRows, actor, chunk);
    }

    /** The same, leaving out rows that are not good. */
    public ImportOptions acceptingValidRows() {
        return new ImportOptions(dryRun, keepRecordedTime, true, actor, chunk);
    }

    /** The same, in chunks of another size. */
    public ImportOptions inChunksOf(int events) {
        return new ImportOptions(dryRun, keepRecordedTime, acceptValidRows, actor, events);
    }
}
