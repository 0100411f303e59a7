package dev.sojourn.study.whatif;

import dev.sojourn.event.CohortEvent;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.View;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Those whom some events can move in any answer: whom they are about; whoever is, or studied, at an institution that they are
 * about or that leans on one; and who joins or leaves a cohort. For all others nothing need be counted twice.
 *
 * @param before all under whom they count, before or after, by their numbers before
 * @param after the same by their numbers after
 */
record Touched(BitSet before, BitSet after) {

    static Touched by(List<? extends Event> events, View before, View after) {
        var people = new HashSet<ResearcherId>();
        var institutions = new HashSet<InstitutionId>();
        for (var event : events) {
            if (event instanceof ResearcherEvent of) {
                people.add(of.researcher());
            }
            if (event instanceof ResearcherMerged merged) {
                people.add(merged.into());
            }
            if (event instanceof InstitutionEvent of) {
                institutions.add(of.institution());
            }
            if (event instanceof CohortEvent of) {
                var one = members(before, of.cohort());
                var other = members(after, of.cohort());
                one.stream().filter(who -> !other.contains(who)).forEach(people::add);
                other.stream().filter(who -> !one.contains(who)).forEach(people::add);
            }
        }
        for (var view : List.of(before, after)) {
            if (!institutions.isEmpty()) {
                var some = new BitSet();
                institutions.stream()
                        .mapToInt(view::find)
                        .filter(number -> number >= 0)
                        .forEach(some::set);
                view.ofInstitutions(view.leaningOn(some))
                        .mapToObj(view::researcher)
                        .forEach(people::add);
            }
        }
        for (var view : List.of(before, after)) {
            survivors(people, view).stream().mapToObj(view::researcher).forEach(people::add);
        }
        return new Touched(survivors(people, before), survivors(people, after));
    }

    private static BitSet survivors(Set<ResearcherId> people, View view) {
        var survivors = new BitSet();
        people.stream()
                .mapToInt(view::find)
                .filter(number -> number != View.NONE)
                .map(view::survivor)
                .forEach(survivors::set);
        return survivors;
    }

    private static Set<ResearcherId> members(View view, CohortId cohort) {
        var members = new HashSet<ResearcherId>();
        IntStream.of(view.members(cohort).orElse(new int[0]))
                .mapToObj(view::researcher)
                .forEach(members::add);
        return members;
    }
}
