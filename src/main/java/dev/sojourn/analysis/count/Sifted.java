package dev.sojourn.analysis.count;

import dev.sojourn.projection.day.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** People chosen of all blocks, and how many of the others are worth a number. Never changed. */
final class Sifted implements Tables.Table {

    /**
     * Those chosen of one block.
     *
     * @param besides how many others are worth a number
     */
    record Part(Chosen chosen, int besides) implements Tables.Table {

        @Override
        public long bytes() {
            return 64 + (chosen.places() == null ? 0 : 4L * chosen.size());
        }
    }

    private final List<Part> parts;
    private final int size;
    private final int most;
    private final int besides;

    private Sifted(List<Part> parts) {
        this.parts = parts;
        int all = 0;
        int largest = 0;
        int others = 0;
        for (var part : parts) {
            all += part.chosen.size();
            largest = Math.max(largest, part.chosen.size());
            others += part.besides;
        }
        size = all;
        most = largest;
        besides = others;
    }

    /**
     * How they are chosen.
     *
     * @param sieves one for each thread: of a block those chosen
     */
    static Tables.Counting<Part, Sifted> counting(int blocks, Supplier<IntFunction<Part>> sieves) {
        return new Choosing(blocks, sieves);
    }

    int blocks() {
        return parts.size();
    }

    Chosen in(int block) {
        return parts.get(block).chosen;
    }

    /** How many are chosen. */
    int size() {
        return size;
    }

    /** How many are chosen of the block of which most are. */
    int most() {
        return most;
    }

    /** How many of the others are worth a number. */
    int besides() {
        return besides;
    }

    @Override
    public long bytes() {
        return 32; // the parts are kept by block
    }

    private record Choosing(int blocks, Supplier<IntFunction<Part>> sieves) implements Tables.Counting<Part, Sifted> {

        @Override
        public List<Part> count(int[] some) {
            var parts = new Part[some.length];
            Parts.of(some.length, sieves, (sieve, at) -> parts[at] = sieve.apply(some[at]));
            return Arrays.asList(parts);
        }

        @Override
        public Sifted sum(List<Part> all) {
            return new Sifted(all);
        }

        @Override
        public Sifted patched(Sifted sum, List<Part> gone, List<Part> come, List<Part> all) {
            return new Sifted(all);
        }

        @Override
        public Sifted atOnce() {
            int[] all = new int[blocks];
            Arrays.setAll(all, block -> block);
            return new Sifted(count(all));
        }
    }
}
