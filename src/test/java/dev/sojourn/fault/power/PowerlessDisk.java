package dev.sojourn.fault.power;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What a disk holds of one file when the power goes: everything that was forced, and of each write since then all,
 * nothing, or what comes before some sector, as chance decides; later writes may have come through and earlier ones not.
 */
public final class PowerlessDisk {

    private static final int SECTOR = 512;

    private sealed interface Change {}

    private static final class Write implements Change {
        private final long at;
        private final byte[] bytes;

        Write(long at, byte[] bytes) {
            this.at = at;
            this.bytes = bytes;
        }
    }

    private record Cut(long size) implements Change {}

    private final Object lock;
    private byte[] content = new byte[1 << 12];
    private int size;
    private final List<Change> unforced = new ArrayList<>();
    private Runnable watcher = () -> {};
    private long writes;
    private long forces;

    /** A file of a folder, all of whose files stand still while one of them is written. */
    PowerlessDisk(Object lock) {
        this.lock = lock;
    }

    /** Is called after every write and every force, while the file is at rest: a moment at which the power may go. */
    public void watch(Runnable eachMoment) {
        synchronized (lock) {
            watcher = eachMoment;
        }
    }

    void write(long at, byte[] bytes) {
        synchronized (lock) {
            unforced.add(new Write(at, bytes));
            writes++;
            watcher.run();
        }
    }

    void cut(long newSize) {
        synchronized (lock) {
            unforced.add(new Cut(newSize));
            watcher.run();
        }
    }

    void force() {
        synchronized (lock) {
            unforced.forEach(change -> apply(change, null));
            unforced.clear();
            forces++;
            watcher.run();
        }
    }

    /** What is found after a loss of power now. */
    public byte[] afterPowerLoss(Random chance) {
        synchronized (lock) {
            byte[] before = Arrays.copyOf(content, size);
            unforced.forEach(change -> apply(change, chance));
            byte[] found = Arrays.copyOf(content, size);
            content = before;
            size = before.length;
            return found;
        }
    }

    /** How many writes there were, and how often they were forced. */
    public String summary() {
        synchronized (lock) {
            return writes + " writes, " + forces + " forced";
        }
    }

    /** Makes a change: all of it, nothing, or a write up to some sector, as chance decides; all of it without chance. */
    private void apply(Change change, Random chance) {
        int fate = chance == null ? 0 : chance.nextInt(3);
        if (fate == 1) {
            return;
        }
        if (change instanceof Write write) {
            int at = (int) write.at;
            int length = write.bytes.length;
            if (fate == 2) {
                int sectors = (at + length - 1) / SECTOR - at / SECTOR + 1;
                length = Math.min(length, (at / SECTOR + chance.nextInt(sectors)) * SECTOR - at);
            }
            put(at, write.bytes, Math.max(length, 0));
        } else if (change instanceof Cut cut && cut.size < size) {
            Arrays.fill(content, (int) cut.size, size, (byte) 0);
            size = (int) cut.size;
        }
    }

    private void put(int at, byte[] bytes, int length) {
        if (at + length > content.length) {
            content = Arrays.copyOf(content, Math.max(at + length, content.length * 2));
        }
        System.arraycopy(bytes, 0, content, at, length);
        size = Math.max(size, at + length);
    }
}
