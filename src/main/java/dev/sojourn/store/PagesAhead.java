package dev.sojourn.store;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Pages of a ledger in order, each fetched and decoded by one thread, as many at once as there are processors, while the
 * caller is busy with an earlier one. One page more than that is ready at most, so that what is held does not grow with the
 * ledger. For one thread.
 */
final class PagesAhead<T> implements AutoCloseable {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** Makes a page of the events from one position up to another, both included. */
    interface Maker<T> {
        T page(long from, long to);
    }

    private final long upTo;
    private final int size;
    private final Maker<T> maker;
    private final Queue<CompletableFuture<T>> coming = new ArrayDeque<>();
    private final ExecutorService readers = Executors.newFixedThreadPool(PROCESSORS, work -> {
        var thread = new Thread(work, "ledger-pages");
        thread.setDaemon(true);
        return thread;
    });
    private long begun;

    /** Begins with the event after a position. */
    PagesAhead(long after, long upTo, int size, Maker<T> maker) {
        this.upTo = upTo;
        this.size = size;
        this.maker = maker;
        begun = after;
        for (int page = 0; page <= PROCESSORS; page++) {
            begin();
        }
    }

    /** The next page; to be asked for as many as there are. */
    T next() {
        var page = coming.remove();
        begin();
        try {
            return page.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void begin() {
        if (begun < upTo) {
            long from = begun + 1;
            begun = Math.min(upTo, begun + size);
            long to = begun;
            coming.add(CompletableFuture.supplyAsync(() -> maker.page(from, to), readers));
        }
    }

    /** Returns when nobody reads any more. */
    @Override
    public void close() {
        readers.shutdown();
        coming.forEach(page -> page.handle((unused, failed) -> unused).join());
    }
}
