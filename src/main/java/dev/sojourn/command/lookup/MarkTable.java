package dev.sojourn.command.lookup;

import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.util.Arrays;

/**
 * Positions in the ledger by the marks of ids, in arrays: some 22 bytes for each, where a map of texts takes a hundred and
 * more. For any number of threads.
 */
final class MarkTable {

    /** A part grows by itself, so that nobody waits for all of it. */
    private static final int PARTS = 64;

    private final Part[] parts = new Part[PARTS];

    /** An empty one. */
    MarkTable() {
        Arrays.setAll(parts, part -> new Part());
    }

    /** As it was saved. */
    MarkTable(SnapshotIn in) {
        Arrays.setAll(parts, part -> new Part(in.number(), in.numbers()));
    }

    /** Not to be changed meanwhile. */
    void save(SnapshotOut out) {
        for (var part : parts) {
            out.number(part.used);
            out.numbers(part.slots);
        }
    }

    /** The position of a mark, 0 if there is none. */
    int get(Mark mark) {
        return part(mark).get(mark);
    }

    /** Sets the position of a mark, at least 1. */
    void put(Mark mark, int position) {
        part(mark).put(mark, position);
    }

    void remove(Mark mark) {
        part(mark).remove(mark);
    }

    /** Whether another has the same marks at the same positions; neither is to be changed meanwhile. */
    boolean same(MarkTable other) {
        for (int part = 0; part < PARTS; part++) {
            if (parts[part].used != other.parts[part].used || !parts[part].in(other.parts[part])) {
                return false;
            }
        }
        return true;
    }

    private Part part(Mark mark) {
        return parts[(int) (mark.high() >>> 58)];
    }

    /**
     * Open addressing with linear probing. Marks are hashes, so their bits spread them; where one begins to be looked for
     * grows with the mark, so any capacity will do, and a part need not double.
     */
    private static final class Part {

        /** Numbers a slot takes: the mark and its position, 0 where it is free. */
        private static final int WIDTH = 4;

        private static final int POSITION = 3;
        private static final int SMALLEST = 16;

        private int[] slots;
        private int used;

        Part() {
            slots = new int[SMALLEST * WIDTH];
        }

        Part(int used, int[] slots) {
            this.used = used;
            this.slots = slots;
        }

        synchronized int get(Mark mark) {
            return slots[find(mark) + POSITION];
        }

        synchronized void put(Mark mark, int position) {
            int at = find(mark);
            if (slots[at + POSITION] == 0) {
                if (used >= capacity() / 5 * 4) {
                    grow();
                    at = find(mark);
                }
                used++;
            }
            set(at, (int) (mark.high() >>> 32), (int) mark.high(), mark.low(), position);
        }

        /** What stood behind it moves up, unless it would come before where it begins to be looked for. */
        synchronized void remove(Mark mark) {
            int hole = find(mark);
            if (slots[hole + POSITION] == 0) {
                return;
            }
            used--;
            for (int at = next(hole); slots[at + POSITION] != 0; at = next(at)) {
                int home = home(slots[at], slots[at + 1]);
                boolean between = hole < at ? (hole < home && home <= at) : (hole < home || home <= at);
                if (!between) {
                    set(hole, slots[at], slots[at + 1], slots[at + 2], slots[at + POSITION]);
                    hole = at;
                }
            }
            set(hole, 0, 0, 0, 0);
        }

        boolean in(Part other) {
            for (int at = 0; at < slots.length; at += WIDTH) {
                var mark = new Mark(high(slots[at], slots[at + 1]), slots[at + 2]);
                if (slots[at + POSITION] != 0 && other.get(mark) != slots[at + POSITION]) {
                    return false;
                }
            }
            return true;
        }

        /** The slot of a mark, or the free one where it would be. */
        private int find(Mark mark) {
            int high = (int) (mark.high() >>> 32);
            int middle = (int) mark.high();
            int at = home(high, middle);
            while (slots[at + POSITION] != 0
                    && !(slots[at] == high && slots[at + 1] == middle && slots[at + 2] == mark.low())) {
                at = next(at);
            }
            return at;
        }

        /** The first six bits tell the part. */
        private int home(int high, int middle) {
            long hash = (high(high, middle) << 6) >>> 32;
            return (int) ((hash * capacity()) >>> 32) * WIDTH;
        }

        private static long high(int high, int middle) {
            return ((long) high << 32) | (middle & 0xFFFFFFFFL);
        }

        private int next(int at) {
            return at + WIDTH == slots.length ? 0 : at + WIDTH;
        }

        private int capacity() {
            return slots.length / WIDTH;
        }

        private void grow() {
            int[] before = slots;
            slots = new int[(capacity() + capacity() / 4 + 1) * WIDTH];
            for (int at = 0; at < before.length; at += WIDTH) {
                if (before[at + POSITION] != 0) {
                    int free = home(before[at], before[at + 1]);
                    while (slots[free + POSITION] != 0) {
                        free = next(free);
                    }
                    set(free, before[at], before[at + 1], before[at + 2], before[at + POSITION]);
                }
            }
        }

        private void set(int at, int high, int middle, int low, int position) {
            slots[at] = high;
            slots[at + 1] = middle;
            slots[at + 2] = low;
            slots[at + POSITION] = position;
        }
    }
}
