package dev.sojourn.projection.person;

import java.util.Arrays;

/**
 * Which researchers of one block the latest events were about: what was worked out for the block at one position is
 * brought to another by looking at these again. Older events are forgotten, and then the block is worked out anew.
 *
 * <p>One thread writes; a reader at a position sees all entries up to it.
 */
public final class RecentChanges {

    private static final int KEPT = 512;
    private static final int[] NOBODY = {};

    /** Entries in the order of their positions; all of those after {@code since} are there. */
    private static final class Log {
        final int since;
        final int[] positions = new int[KEPT];
        final int[] researchers = new int[KEPT];
        volatile int size;

        Log(int since) {
            this.since = since;
        }
    }

    private volatile Log log;

    /** Remembers nothing of what was before a position. */
    RecentChanges(int since) {
        log = new Log(since);
    }

    void add(int researcher, int position) {
        var current = log;
        if (current.size == KEPT) {
            current = newerHalf(current);
            log = current;
        }
        int next = current.size;
        current.positions[next] = position;
        current.researchers[next] = researcher;
        current.size = next + 1; // volatile: the entry is there before it counts
    }

    private static Log newerHalf(Log full) {
        int half = KEPT / 2;
        var newer = new Log(full.positions[half - 1]);
        System.arraycopy(full.positions, half, newer.positions, 0, half);
        System.arraycopy(full.researchers, half, newer.researchers, 0, half);
        newer.size = half;
        return newer;
    }

    /** Whom the events between two positions were about, each once; null if not all of them are remembered. */
    public int[] between(int one, int other) {
        int after = Math.min(one, other);
        int upTo = Math.max(one, other);
        var seen = log;
        if (after < seen.since) {
            return null;
        }
        int end = seen.size;
        while (end > 0 && seen.positions[end - 1] > upTo) {
            end--;
        }
        int start = end;
        while (start > 0 && seen.positions[start - 1] > after) {
            start--;
        }
        return start == end
                ? NOBODY
                : Arrays.stream(seen.researchers, start, end).distinct().toArray();
    }

    RecentChanges fork() {
        var seen = log;
        var copy = new Log(seen.since);
        int size = seen.size;
        System.arraycopy(seen.positions, 0, copy.positions, 0, size);
        System.arraycopy(seen.researchers, 0, copy.researchers, 0, size);
        copy.size = size;
        var fork = new RecentChanges(0);
        fork.log = copy;
        return fork;
    }
}
