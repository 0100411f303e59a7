package dev.sojourn.analysis.count;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Goes through blocks of people on all processors, each with a tally of its own; the tallies are added up afterwards. */
public final class Parts {

    /** Fewer blocks than this, some 30,000 people, are done before a second thread has begun. */
    private static final int WORTH_SHARING = 8;

    private Parts() {}

    /** The tallies, at least one. Whatever thread is free takes the next block. */
    public static <T> List<T> of(int blocks, Supplier<T> tally, ObjIntConsumer<T> work) {
        if (blocks < WORTH_SHARING) {
            var only = tally.get();
            for (int block = 0; block < blocks; block++) {
                work.accept(only, block);
            }
            return List.of(only);
        }
        int threads = Runtime.getRuntime().availableProcessors();
        var next = new AtomicInteger();
        return IntStream.range(0, threads)
                .parallel()
                .mapToObj(thread -> {
                    var own = tally.get();
                    for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                        work.accept(own, block);
                    }
                    return own;
                })
                .toList();
    }
}
