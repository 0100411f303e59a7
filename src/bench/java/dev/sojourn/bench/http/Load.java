package dev.sojourn.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * What some clients ask of a server.
 *
 * @param status that every answer must have
 * @param anew whether each question is one that was not asked before
 */
record Load(int port, String path, String headers, int status, boolean anew) {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** Answers a second that so many clients get together, over some seconds. */
    double rate(int clients, double seconds) throws IOException, InterruptedException {
        var answers = new LongAdder();
        var threads = Executors.newFixedThreadPool(clients);
        try {
            long begin = System.nanoTime();
            long end = begin + (long) (seconds * 1e9);
            var running = new ArrayList<Future<?>>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> ask(end, answers)));
            }
            for (var one : running) {
                one.get();
            }
            return answers.sum() / ((System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException failed) {
            throw new IOException("a client failed", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private void ask(long end, LongAdder answers) {
        try (var client = new Client(port, path, headers)) {
            while (System.nanoTime() < end) {
                int got = client.ask(anew ? NUMBERS.incrementAndGet() : 0).status();
                if (got != status) {
                    throw new IllegalStateException(path + " answered " + got + " instead of " + status);
                }
                answers.increment();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
