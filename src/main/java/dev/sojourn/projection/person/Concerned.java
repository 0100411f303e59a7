package dev.sojourn.projection.person;

import dev.sojourn.projection.column.IntColumn;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.util.BitSet;

/**
 * Whom each event was about, by position: four bytes for each event ever recorded, so that a comparison of two positions
 * looks at nobody of whom nothing was recorded between them, however far back both are.
 *
 * <p>Written and read as {@link IntColumn} is: a reader at a position sees all entries up to it.
 */
final class Concerned {

    /** By position the number of a researcher plus one; 0, which is what a fresh column holds, for an event about none. */
    private final IntColumn researchers;

    Concerned() {
        this(new IntColumn());
    }

    private Concerned(IntColumn researchers) {
        this.researchers = researchers;
    }

    /** The same for another writer. */
    Concerned fork() {
        return new Concerned(researchers.fork());
    }

    void add(int researcher, int position) {
        researchers.set(position, researcher + 1);
    }

    /** Whom the events after a position, up to another, were about, each once. */
    BitSet between(int after, int upTo) {
        int[][] chunks = researchers.chunks();
        var concerned = new BitSet();
        int end = Math.min(upTo, (chunks.length << IntColumn.BITS) - 1); // the last events may be about no researcher
        for (int position = after + 1; position <= end; position++) {
            int researcher = chunks[position >>> IntColumn.BITS][position & IntColumn.MASK];
            if (researcher > 0) {
                concerned.set(researcher - 1);
            }
        }
        return concerned;
    }

    /** Bytes it takes. */
    long bytes() {
        return 4L * researchers.size();
    }

    /** Writes those up to a position. */
    void save(SnapshotOut out, int position) {
        researchers.save(out, Math.min(position + 1, researchers.size()));
    }

    /** Reads what was saved. */
    void load(SnapshotIn in) {
        researchers.load(in);
    }
}
