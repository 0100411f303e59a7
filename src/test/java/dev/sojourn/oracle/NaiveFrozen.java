package dev.sojourn.oracle;

import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.count.Staleness;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where people known from another moment are, person by person. */
final class NaiveFrozen {
    private NaiveFrozen() {}

    /** How many are in which cell; those merged meanwhile once, those who are not in the ledger as unobserved. */
    static Map<String, Integer> counts(
            NaiveLedger now, List<NaivePerson> base, Retention.Question asked, LocalDate day) {
        var counts = new TreeMap<String, Integer>();
        var people = new LinkedHashSet<NaivePerson>();
        int missing = known(now, base, people);
        if (missing > 0) {
            counts.put("unobserved", missing);
        }
        var states = new NaiveStates(now, asked.population().rules(), Questions.REGIONS);
        for (var person : people) {
            String cell = NaiveAnswers.cell(
                    states,
                    person,
                    states.at(person, day, Reading.POINT),
                    asked.held().attribute(),
                    day);
            counts.merge(NaiveAnswers.isHeld(asked.held(), cell) ? "retained" : cell, 1, Integer::sum);
        }
        return counts;
    }

    /** How fresh what is known of them is; nobody looked for those who are not in the ledger. */
    static Staleness staleness(NaiveLedger now, List<NaivePerson> base, Retention.Question asked, LocalDate day) {
        var people = new LinkedHashSet<NaivePerson>();
        int missing = known(now, base, people);
        var states = new NaiveStates(now, asked.population().rules(), Questions.REGIONS);
        return states.staleness(List.copyOf(people), day, asked.from()).and(new Staleness(0, 0, missing, 0, 0));
    }

    private static int known(NaiveLedger now, List<NaivePerson> base, Set<NaivePerson> people) {
        int missing = 0;
        for (var person : base) {
            var known = now.people.get(person.id);
            if (known == null) {
                missing++;
            } else {
                people.add(known.mergedInto == null ? known : now.people.get(known.mergedInto));
            }
        }
        return missing;
    }
}
