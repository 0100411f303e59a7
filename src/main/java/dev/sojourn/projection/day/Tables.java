package dev.sojourn.projection.day;

import dev.sojourn.projection.person.Researchers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What questions counted, kept for when they are asked again: of each block of people, and of all together. Nothing is
 * counted again as long as no event came; then only the blocks that events changed are, and the difference is put into
 * what all come to. So a question asked again costs what it takes to write its answer down, however many people there are.
 */
public final class Tables {

    /** Parts of questions kept; a question about 25 years has 26. */
    private static final int KEPT = 64;

    private final Map<Object, Whole<?, ?>> all = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Whole<?, ?>> eldest) {
            return size() > KEPT;
        }
    };

    /** What was counted of one block, or of all. */
    public interface Table {

        /** Bytes it takes. */
        long bytes();
    }

    /**
     * A way to count.
     *
     * @param <T> what is counted of a block
     * @param <S> what all come to; never changed once it is made
     */
    public interface Counting<T extends Table, S extends Table> {

        /** Counts some blocks, each by itself, in their order. */
        List<T> count(int[] blocks);

        /** What all blocks come to. */
        S sum(List<T> all);

        /** What all come to once some blocks count otherwise; before and after are the same blocks, or more at the end. */
        S patched(S sum, List<T> gone, List<T> come, List<T> all);

        /** The same as the sum of all blocks, for somebody who does not need them apart. */
        S atOnce();
    }

    /** What decides how values are numbered: institutions, events that told of them, and countries of workplaces. */
    private record Numbers(int institutions, int institutionEvents, int workplaces) {}

    /** What was counted at a position; of the past, which never changes, without the blocks. */
    private record Whole<T extends Table, S extends Table>(int position, Numbers numbers, List<T> blocks, S sum) {

        long bytes() {
            return sum.bytes() + blocks.stream().mapToLong(Table::bytes).sum();
        }
    }

    private record Past(Object question, int position) {}

    /**
     * What is kept of one question as believed in a view.
     *
     * @param question what else it depends on; equal questions must count alike
     * @param latest whether the position was the last one when asked; what was believed at another never changes
     */
    public Use use(
            Object question,
            Researchers researchers,
            int position,
            int institutionEvents,
            int institutions,
            int workplaces,
            boolean latest) {
        return new Use(
                latest ? question : new Past(question, position),
                researchers,
                position,
                new Numbers(institutions, institutionEvents, workplaces),
                latest);
    }

    /** The same for another timeline, whose events differ from now on. */
    public Tables fork() {
        var fork = new Tables();
        synchronized (all) {
            fork.all.putAll(all);
        }
        return fork;
    }

    /** Bytes of all that is kept. */
    public long bytes() {
        synchronized (all) {
            return all.values().stream().mapToLong(Whole::bytes).sum();
        }
    }

    /** One question. */
    public final class Use {

        private final Object question;
        private final Researchers researchers;
        private final int position;
        private final Numbers numbers;
        private final boolean latest;

        private Use(Object question, Researchers researchers, int position, Numbers numbers, boolean latest) {
            this.question = question;
            this.researchers = researchers;
            this.position = position;
            this.numbers = numbers;
            this.latest = latest;
        }

        /** What all blocks come to. */
        @SuppressWarnings("unchecked") // equal questions count in the same way
        public <T extends Table, S extends Table> S of(int blocks, Counting<T, S> counting) {
            Whole<T, S> kept;
            synchronized (all) {
                kept = (Whole<T, S>) all.get(question);
            }
            if (kept != null && !kept.numbers.equals(numbers)) {
                kept = null;
            }
            if (kept != null && kept.position == position) {
                return kept.sum;
            }
            var whole = kept == null ? fresh(blocks, counting) : brought(kept, blocks, counting);
            synchronized (all) {
                var other = all.get(question);
                if (other == null || other.position <= position) {
                    all.put(question, whole);
                }
            }
            return whole.sum;
        }

        private <T extends Table, S extends Table> Whole<T, S> fresh(int blocks, Counting<T, S> counting) {
            if (!latest) {
                return new Whole<>(position, numbers, List.of(), counting.atOnce());
            }
            var each = counting.count(IntStream.range(0, blocks).toArray());
            return new Whole<>(position, numbers, each, counting.sum(each));
        }

        /** Brought here from another position: what events between the two were about is counted again. */
        private <T extends Table, S extends Table> Whole<T, S> brought(
                Whole<T, S> kept, int blocks, Counting<T, S> counting) {
            int before = kept.blocks.size();
            int[] changed = IntStream.range(0, blocks)
                    .filter(block -> block >= before || changed(block, kept.position))
                    .toArray();
            var come = counting.count(changed);
            var each = new ArrayList<>(kept.blocks.subList(0, Math.min(before, blocks)));
            var gone = new ArrayList<>(kept.blocks.subList(each.size(), before));
            for (int at = 0; at < changed.length; at++) {
                if (changed[at] < before) {
                    gone.add(each.set(changed[at], come.get(at)));
                } else {
                    each.add(come.get(at));
                }
            }
            return new Whole<>(position, numbers, each, counting.patched(kept.sum, gone, come, each));
        }

        private boolean changed(int block, int since) {
            int[] people = researchers.changes(block).between(since, position);
            return people == null || people.length > 0;
        }
    }
}
