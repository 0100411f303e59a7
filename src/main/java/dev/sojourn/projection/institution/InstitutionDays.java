package dev.sojourn.projection.institution;

import dev.sojourn.projection.column.IntColumn;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The days asked for lately. Between two events about institutions they are all the same at every position, so that
 * views share what was worked out.
 */
public final class InstitutionDays {

    private static final int KEPT = 64;

    /** Stands for the country of an institution whose headquarters moved, or which merged. */
    public static final int DATED = -2;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Registered(int eventsBefore, int[] countries) {}

    /** What institutions are that are the same on all days, as far as anybody asked. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Steady(int eventsBefore, InstitutionState[] states) {}

    private record Key(int eventsBefore, int institutions, LocalDate day) {}

    private final IntColumn events; // the positions of events about institutions
    private final IntColumn about; // which institution each of them was about
    private volatile int size;
    private volatile Registered registered = new Registered(-1, new int[0]);
    private volatile Steady steady = new Steady(-1, new InstitutionState[0]);
    private final Map<Key, InstitutionDay> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, InstitutionDay> eldest) {
            return size() > KEPT;
        }
    };

    public InstitutionDays() {
        this(new IntColumn(), new IntColumn());
    }

    private InstitutionDays(IntColumn events, IntColumn about) {
        this.events = events;
        this.about = about;
    }

    /** The same for another writer, with the days kept. */
    public InstitutionDays fork() {
        var fork = new InstitutionDays(events.fork(), about.fork());
        fork.size = size;
        fork.registered = registered;
        synchronized (kept) {
            fork.kept.putAll(kept);
        }
        return fork;
    }

    /** Notes that an event changed what an institution is, and so perhaps what others are. */
    public void changed(int institution, int position) {
        int next = size;
        events.set(next, position);
        about.set(next, institution);
        size = next + 1; // one thread writes
    }

    /** Writes the events up to a position. */
    public void save(SnapshotOut out, int position) {
        events.save(out, eventsUpTo(position));
        about.save(out, eventsUpTo(position));
    }

    /** Reads what was saved. */
    public void load(SnapshotIn in) {
        int saved = events.load(in);
        about.load(in);
        size = saved;
    }

    /** Which institutions the events after a position, up to another, were about. */
    public BitSet changedBetween(int after, int upTo) {
        var changed = new BitSet();
        for (int event = eventsUpTo(after); event < eventsUpTo(upTo); event++) {
            changed.set(about.get(event));
        }
        return changed;
    }

    /** A day, as known at a position. */
    public InstitutionDay of(InstitutionFacts[] facts, int position, LocalDate day) {
        var key = new Key(eventsUpTo(position), facts.length, day);
        synchronized (kept) {
            return kept.computeIfAbsent(key, fresh -> new InstitutionDay(facts, position, day, steady(key)));
        }
    }

    /** Shared by all days: a question about moves looks at thousands of them, on which nearly all institutions are alike. */
    private InstitutionState[] steady(Key key) {
        var last = steady;
        if (last.eventsBefore != key.eventsBefore || last.states.length != key.institutions) {
            last = new Steady(key.eventsBefore, new InstitutionState[key.institutions]);
            steady = last;
        }
        return last.states;
    }

    /**
     * For each institution the country that a degree from it stands for, {@link #DATED} where that depends on the day.
     */
    public int[] registeredCountries(InstitutionFacts[] facts, int position) {
        var last = registered;
        int events = eventsUpTo(position);
        if (last.eventsBefore != events || last.countries.length != facts.length) {
            int[] countries = new int[facts.length];
            for (int institution = 0; institution < facts.length; institution++) {
                countries[institution] = facts[institution].registeredCountry(position);
            }
            last = new Registered(events, countries);
            registered = last;
        }
        return last.countries;
    }

    /** How many events about institutions there were by a position: of equal numbers, all institutions are the same. */
    public int eventsUpTo(int position) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle) <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
