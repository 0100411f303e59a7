package dev.sojourn.analysis.count;

import dev.sojourn.projection.day.Tables;
import java.util.Arrays;

/** The people a share is taken over: those selected who hold what is asked for on the first day. */
public final class Base {

    private final Selection people;
    private final Condition held;
    private final Lens first;
    private final Sifted sifted; // besides: those who belong in some readings of coarse dates and not in others

    private Base(Selection people, Condition held, Lens first) {
        this.people = people;
        this.held = held;
        this.first = first;
        var kept = people.tables("base", held.filter());
        var sieving = Sifted.counting(people.blocks(), () -> new Sieve()::sift);
        this.sifted = kept == null ? sieving.atOnce() : kept.of(people.blocks(), sieving);
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
        return sifted.size();
    }

    /** As {@link Selection#most}. */
    public int most() {
        return sifted.most();
    }

    /** How many people belong in some readings of coarse dates and not in others. */
    public int uncertain() {
        return sifted.besides();
    }

    /** How many blocks of people there are. */
    public int blocks() {
        return sifted.blocks();
    }

    /** Those of a block. */
    public Chosen in(int block) {
        return sifted.in(block);
    }

    /** How people look on the first day. */
    public Lens first() {
        return first;
    }

    /** What one thread needs to choose. */
    private final class Sieve {

        private final int[] verdicts = new int[people.most()];
        private final int[] codes = new int[people.most()];

        Sifted.Part sift(int block) {
            var selected = people.in(block);
            Arrays.fill(verdicts, Condition.YES);
            held.judgeHeld(selected, codes, verdicts);
            int[] places = new int[selected.size()];
            int size = 0;
            for (int at = 0; at < places.length; at++) {
                places[size] = selected.place(at);
                size += verdicts[at] == Condition.YES ? 1 : 0;
            }
            return new Sifted.Part(
                    new Chosen(selected.block(), size, Arrays.copyOf(places, size)),
                    people.uncertain(selected.block(), held));
        }
    }
}
