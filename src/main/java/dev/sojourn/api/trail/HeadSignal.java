package dev.sojourn.api.trail;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Wakes those who wait for the ledger to grow, or for the server to stop. */
final class HeadSignal {
    /** After so long without news a reader is told that it is still connected, and the server learns whether it is. */
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(15);

    private boolean running;

    synchronized void start() {
        running = true;
    }

    synchronized void stop() {
        running = false;
        notifyAll();
    }

    synchronized boolean running() {
        return running;
    }

    /** Takes the new head, but does not keep it: whoever wakes asks the store. */
    @SuppressWarnings("UnusedVariable")
    synchronized void moved(long head) {
        notifyAll();
    }

    /**
     * Waits until the head is another than the one a reader has been told of, or the server stops.
     *
     * @return false if nothing happened for as long as a heartbeat
     */
    synchronized boolean await(long told, LongSupplier head) {
        long end = System.nanoTime() + HEARTBEAT_NANOS;
        try {
            while (running && head.getAsLong() == told) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
