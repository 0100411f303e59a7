package dev.sojourn.projection.day;

import dev.sojourn.projection.person.Researchers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What questions counted of each block of people, kept for when they are asked again: an event changes one block, and the
 * others need not be counted again. A question asked again after an event costs one block and adding up small tables.
 */
public final class Tables {

    /** Parts of questions kept; a question about 25 years has some fifty. */
    private static final int KEPT = 64;

    private final Map<Object, Map<Integer, Entry>> all = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Map<Integer, Entry>> eldest) {
            return size() > KEPT;
        }
    };

    /** What was counted of one block. */
    public interface Table {

        /** Bytes it takes. */
        long bytes();
    }

    /** What decides how values are numbered: institutions, events that told of them, and countries of workplaces. */
    private record Numbers(int institutions, int institutionEvents, int workplaces) {}

    /** A table, and what it was counted of. */
    private record Entry(int position, Numbers numbers, Table table) {}

    private record Past(Object question, int position) {}

    Map<Integer, Entry> of(Object question) {
        synchronized (all) {
            return all.computeIfAbsent(question, asked -> new ConcurrentHashMap<>());
        }
    }

    /**
     * The tables of one question as believed in a view.
     *
     * @param question what else they depend on; equal questions must give equal tables
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
        var entries = of(latest ? question : new Past(question, position));
        return new Use(
                entries,
                researchers,
                new Entry(position, new Numbers(institutions, institutionEvents, workplaces), null));
    }

    /** The same for another timeline, whose events differ from now on. */
    public Tables fork() {
        var fork = new Tables();
        synchronized (all) {
            all.forEach((question, entries) -> fork.all.put(question, new ConcurrentHashMap<>(entries)));
        }
        return fork;
    }

    /** Bytes of all tables kept. */
    public long bytes() {
        synchronized (all) {
            return all.values().stream()
                    .flatMap(entries -> entries.values().stream())
                    .mapToLong(entry -> entry.table.bytes())
                    .sum();
        }
    }

    /** The tables of one question. */
    public static final class Use {

        private final Map<Integer, Entry> entries;
        private final Researchers researchers;
        private final Entry here;

        private Use(Map<Integer, Entry> entries, Researchers researchers, Entry here) {
            this.entries = entries;
            this.researchers = researchers;
            this.here = here;
        }

        /** The table of a block; counted if none is kept, or if an event has changed the block since. */
        @SuppressWarnings("unchecked") // equal questions give equal kinds of tables
        public <T extends Table> T of(int block, Supplier<T> count) {
            var kept = entries.get(block);
            if (kept != null && same(block, kept)) {
                return (T) kept.table;
            }
            T counted = count.get();
            var entry = new Entry(here.position, here.numbers, counted);
            entries.merge(block, entry, (one, other) -> one.position > other.position ? one : other);
            return counted;
        }

        private boolean same(int block, Entry kept) {
            if (!kept.numbers.equals(here.numbers)) {
                return false;
            }
            if (kept.position == here.position) {
                return true;
            }
            int[] changed = researchers.changes(block).between(kept.position, here.position);
            return changed != null && changed.length == 0;
        }
    }
}
