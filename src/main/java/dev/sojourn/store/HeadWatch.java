package dev.sojourn.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of new heads, in order, on one thread of its own, so that no listener holds up a writer. */
final class HeadWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);

    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "ledger-head");
    private LongSupplier head;
    private boolean moved;
    private boolean closed;

    /** Begins to watch a head. */
    void start(LongSupplier watched) {
        head = watched;
        thread.setDaemon(true);
        thread.start();
    }

    void add(LongConsumer listener) {
        listeners.add(listener);
    }

    synchronized void moved() {
        moved = true;
        notifyAll();
    }

    /** Tells the last head, then ends. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            if (thread != Thread.currentThread()) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long told = head.getAsLong();
        boolean on = true;
        while (on) {
            on = hasMoved(); // false once closed, and then a last look, since a move may not have been signalled yet
            long now = head.getAsLong();
            if (now != told) {
                told = now;
                listeners.forEach(listener -> tell(listener, now));
            }
        }
    }

    private synchronized boolean hasMoved() {
        try {
            while (!moved && !closed) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            return false;
        }
        moved = false;
        return !closed;
    }

    private static void tell(LongConsumer listener, long head) {
        try {
            listener.accept(head);
        } catch (RuntimeException broken) {
            LOG.error("A listener failed at position {}", head, broken);
        }
    }
}
