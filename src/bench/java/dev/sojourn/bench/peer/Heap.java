package dev.sojourn.bench.peer;

/** How much memory is in use. */
final class Heap {

    private Heap() {}

    /** Bytes, after everything that is not reachable was thrown away. */
    static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
