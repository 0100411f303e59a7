package dev.sojourn.oracle;

import dev.sojourn.analysis.Retention;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where people known from another moment are, person by person. */
final class NaiveFrozen {
    private NaiveFrozen() {}

    /** How many are in which cell; those merged meanwhile once, those who are not in the ledger as unobserved. */
    static Map<String, Integer> counts(
            NaiveLedger now, List<NaivePerson> base, Retention.Question asked, LocalDate day) {
        var counts = new TreeMap<String, Integer>();
        var people = new LinkedHashSet<NaivePerson>();
        for (var person : base) {
            var known = now.people.get(person.id);
            if (known == null) {
                counts.merge("unobserved", 1, Integer::sum);
            } else {
                people.add(known.mergedInto == null ? known : now.people.get(known.mergedInto));
            }
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
}
