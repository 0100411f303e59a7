package dev.sojourn.projection.person;

import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.CareerResumed;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.Recorded;
import dev.sojourn.projection.column.Facts;
import dev.sojourn.projection.column.Facts.Fact;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Ends and resumptions of careers, and searches that found nothing; few people have any. */
public final class Careers {

    /**
     * A career ended, or resumed.
     *
     * @param cause null where it resumed
     * @param on null if the day is not known; such an end never counts
     * @param told the position of the event; of two turns on one day the later one told counts
     */
    record Turn(Cause cause, PartialDate on, int told) {

        boolean ends() {
            return cause != null;
        }
    }

    private final Map<Integer, Facts<Turn>> turns;
    private final Map<Integer, Facts<LocalDate>> searches;

    Careers() {
        this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    private Careers(Map<Integer, Facts<Turn>> turns, Map<Integer, Facts<LocalDate>> searches) {
        this.turns = turns;
        this.searches = searches;
    }

    Careers fork() {
        return new Careers(Facts.fork(turns), Facts.fork(searches));
    }

    void turned(int researcher, Turn turn, int position) {
        turns.computeIfAbsent(researcher, number -> new Facts<>()).add(turn, position);
    }

    void searched(int researcher, LocalDate day, int position) {
        searches.computeIfAbsent(researcher, number -> new Facts<>()).add(day, position);
    }

    /** After an undo: what is known of somebody is closed and opened anew from the events that count. */
    void refold(int researcher, List<Recorded> counting, int position) {
        if (turns.containsKey(researcher)) {
            turns.get(researcher).close(position);
        }
        if (searches.containsKey(researcher)) {
            searches.get(researcher).close(position);
        }
        for (var recorded : counting) {
            int told = (int) recorded.position();
            if (recorded.event() instanceof CareerEnded ended) {
                turned(researcher, new Turn(ended.cause(), ended.on(), told), position);
            } else if (recorded.event() instanceof CareerResumed resumed) {
                turned(researcher, new Turn(null, resumed.on(), told), position);
            } else if (recorded.event() instanceof SearchedNotFound search) {
                searched(researcher, search.searchedOn(), position);
            }
        }
    }

    /** What was said of one researcher, as it is saved. */
    private record Saved(int of, List<Fact<Turn>> turns, List<Fact<LocalDate>> searches) {}

    /** Writes what had been said by a position. */
    void save(SnapshotOut out, int position) {
        var all = new TreeSet<>(turns.keySet());
        all.addAll(searches.keySet());
        out.json(all.stream()
                .map(of ->
                        new Saved(of, Facts.saidOf(turns.get(of), position), Facts.saidOf(searches.get(of), position)))
                .toList());
    }

    /** Reads what was saved. */
    void load(SnapshotIn in) {
        for (var saved : in.json(Saved[].class)) {
            Facts.put(turns, saved.of, saved.turns);
            Facts.put(searches, saved.of, saved.searches);
        }
    }

    /** Whether no career ever ended, which spares most questions a look at each person. */
    boolean none() {
        return turns.isEmpty();
    }

    /** Everybody for whom somebody ever looked and found nothing. */
    Set<Integer> everSearched() {
        return searches.keySet();
    }

    boolean any(int researcher) {
        return turns.containsKey(researcher);
    }

    List<Turn> turns(int researcher, int position) {
        var known = turns.get(researcher);
        return known == null ? List.of() : known.seenFrom(position);
    }

    /** The latest day on which somebody looked and found nothing, or null. */
    public LocalDate lastSearched(int researcher, int position) {
        var known = searches.get(researcher);
        return known == null
                ? null
                : known.seenFrom(position).stream().max(LocalDate::compareTo).orElse(null);
    }
}
