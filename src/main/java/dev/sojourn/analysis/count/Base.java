package dev.sojourn.analysis.count;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.day.Tables;
import java.util.Arrays;

/** The people a share is taken over: those selected who hold what is asked for on the first day. */
public final class Base {

    private final Selection people;
    private final Condition held;
    private final Lens first;
    private final Tables.Use kept;
    private final Chosen[] chosen;
    private final int uncertain;

    private Base(Selection people, Condition held, Lens first) {
        this.people = people;
        this.held = held;
        this.first = first;
        this.kept = people.tables("base", held.filter());
        this.chosen = new Chosen[people.blocks()];
        this.uncertain = Parts.of(chosen.length, Sieve::new, Sieve::choose).stream()
                .mapToInt(sieve -> sieve.uncertain)
                .sum();
    }

    /**
     * A base.
     *
     * @param first how people look on the first day
     */
    public static Base of(Selection people, Condition held, Lens first) {
        return new Base(people, held, first);
    }

    /** As {@link Selection#tables}. */
    public Tables.Use tables(Object... question) {
        return people.tables(question);
    }

    /** How many there are. */
    public int size() {
        return Arrays.stream(chosen).mapToInt(Chosen::size).sum();
    }

    /** How many people belong in some readings of coarse dates and not in others. */
    public int uncertain() {
        return uncertain;
    }

    /** How many blocks of people there are. */
    public int blocks() {
        return chosen.length;
    }

    /** Those of a block. */
    public Chosen in(int block) {
        return chosen[block];
    }

    /** How people look on the first day. */
    public Lens first() {
        return first;
    }

    /** Those of a block, and how many belong in some readings and not in others. */
    private record Holding(Chosen chosen, int uncertain) implements Tables.Table {

        @Override
        public long bytes() {
            return 64 + 4L * chosen.size();
        }
    }

    /** What one thread needs to choose. */
    private final class Sieve {

        private final int[] verdicts = new int[Block.SIZE];
        private final int[] codes = new int[Block.SIZE];
        private int uncertain;

        void choose(int block) {
            var selected = people.in(block);
            var holding = kept == null ? holding(selected) : kept.of(block, () -> holding(selected));
            chosen[block] = holding.chosen;
            uncertain += holding.uncertain;
        }

        private Holding holding(Chosen selected) {
            Arrays.fill(verdicts, Condition.YES);
            held.judgeHeld(selected, codes, verdicts);
            int[] places = new int[selected.size()];
            int size = 0;
            for (int at = 0; at < places.length; at++) {
                places[size] = selected.place(at);
                size += verdicts[at] == Condition.YES ? 1 : 0;
            }
            return new Holding(
                    new Chosen(selected.block(), size, Arrays.copyOf(places, size)),
                    people.uncertain(selected.block(), held));
        }
    }
}
