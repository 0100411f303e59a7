package dev.sojourn.oracle;

import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.oracle.NaivePerson.Spell;
import dev.sojourn.oracle.NaivePerson.Turn;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** One reading of a person's dates: the day picked for each; the earliest where none is. */
record Reading(Map<String, LocalDate> picked) {

    /** The reading of every point estimate. */
    static final Reading POINT = new Reading(Map.of());

    /** More readings than this are too many to try. */
    private static final int PATIENCE = 5_000;

    /** One date: where it stands, and as what. */
    record Written(String place, PartialDate date) {}

    LocalDate start(Spell spell) {
        return day(new Written(startOf(spell), spell.claim().start()));
    }

    LocalDate end(Spell spell) {
        return day(new Written(endOf(spell), spell.claim().end()));
    }

    LocalDate on(Turn turn) {
        return day(new Written(placeOf(turn), turn.on()));
    }

    LocalDate day(Written written) {
        return picked.getOrDefault(written.place(), written.date().earliest());
    }

    private static String startOf(Spell spell) {
        return "start of " + spell.id();
    }

    private static String endOf(Spell spell) {
        return "end of " + spell.id();
    }

    private static String placeOf(Turn turn) {
        return "turn told at " + turn.told();
    }

    /**
     * All readings that can differ on some days: for each date its earliest day, and the first day after each of the days
     * that it can also be after. Dates that are one handover are picked together.
     *
     * @throws TooMany if nobody would wait for it
     */
    static List<Reading> all(NaiveLedger ledger, NaivePerson person, List<LocalDate> days) {
        var readings = List.of(POINT);
        for (var together : dates(ledger, ledger.selves(person))) {
            var date = together.get(0).date();
            var picks = new TreeSet<LocalDate>();
            picks.add(date.earliest());
            for (var day : days) {
                if (!day.isBefore(date.earliest()) && day.isBefore(date.latest())) {
                    picks.add(day.plusDays(1));
                }
            }
            var more = new ArrayList<Reading>();
            for (var reading : readings) {
                for (var pick : picks) {
                    var picked = new HashMap<>(reading.picked());
                    together.forEach(one -> picked.put(one.place(), pick));
                    more.add(new Reading(picked));
                }
            }
            if (more.size() > PATIENCE) {
                throw new TooMany();
            }
            readings = more;
        }
        return readings;
    }

    /** A person with so many open dates that trying all readings is hopeless. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** All dates that can matter, those that are the same day in one list. */
    private static List<List<Written>> dates(NaiveLedger ledger, List<NaivePerson> selves) {
        var spells =
                selves.stream().flatMap(self -> self.spells.values().stream()).toList();
        var dates = new ArrayList<>(ofSpells(spells));
        selves.forEach(self -> self.turns.stream()
                .filter(turn -> turn.on() != null)
                .forEach(turn -> dates.add(List.of(new Written(placeOf(turn), turn.on())))));
        var institutions = new TreeSet<InstitutionId>(Comparator.comparing(InstitutionId::value));
        spells.forEach(spell -> {
            var institution = spell.claim().institution();
            institutions.add(institution);
            institutions.addAll(ledger.institutions.get(institution).above(ledger));
        });
        institutions.forEach(institution -> ledger.institutions.get(institution).dates.stream()
                .filter(written -> written.date() != null)
                .forEach(written -> dates.add(List.of(written))));
        return dates;
    }

    /** An end and another spell's start written alike are one handover; so are all ends and starts of such a one. */
    private static List<List<Written>> ofSpells(List<Spell> spells) {
        var handovers = new LinkedHashMap<PartialDate, List<Written>>();
        var alone = new ArrayList<List<Written>>();
        for (var spell : spells) {
            var end = new Written(endOf(spell), spell.claim().end());
            var start = new Written(startOf(spell), spell.claim().start());
            add(
                    end,
                    any(
                            spells,
                            other -> !other.id().equals(spell.id())
                                    && end.date().equals(other.claim().start()),
                            end),
                    handovers,
                    alone);
            add(
                    start,
                    any(
                            spells,
                            other -> !other.id().equals(spell.id())
                                    && start.date().equals(other.claim().end()),
                            start),
                    handovers,
                    alone);
        }
        alone.addAll(handovers.values());
        return alone;
    }

    private static boolean any(List<Spell> spells, Predicate<Spell> meets, Written date) {
        return date.date() != null && spells.stream().anyMatch(meets);
    }

    private static void add(
            Written date, boolean handover, Map<PartialDate, List<Written>> handovers, List<List<Written>> alone) {
        if (handover) {
            handovers.computeIfAbsent(date.date(), any -> new ArrayList<>()).add(date);
        } else if (date.date() != null) {
            alone.add(List.of(date));
        }
    }
}
