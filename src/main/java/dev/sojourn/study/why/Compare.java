package dev.sojourn.study.why;

import dev.sojourn.analysis.cell.Place;
import dev.sojourn.event.CohortEvent;
import dev.sojourn.event.CohortEvent.MemberRemoved;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.History;
import dev.sojourn.projection.View;
import dev.sojourn.study.SavedQuestion.Analysis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * The same question asked from two moments of knowledge, of two days, or under two sets of rules: everybody who is in
 * another cell, each with exactly one cause. A cause applies if leaving out its events among those recorded between the two
 * moments changes the cell at the later one; if none does alone, all that touch the person do. Of those that apply the
 * first in the order of {@link Cause} is given.
 */
public final class Compare {

    private final boolean inOrder;
    private final Asking earlier;
    private final Asking later;
    private final History ledger;
    private final Map<ResearcherId, String> cellsLater = new HashMap<>(); // of those inside who changed
    private Map<Id, List<Recorded>> events = Map.of();
    private Map<ResearcherId, List<Recorded>> membership = Map.of();
    private final Map<Cause, Map<ResearcherId, String>> without = new EnumMap<>(Cause.class);

    private Compare(Asking first, Asking second, History ledger) {
        this.inOrder = first.view().position() <= second.view().position();
        this.earlier = inOrder ? first : second;
        this.later = inOrder ? second : first;
        this.ledger = ledger;
    }

    /**
     * Compares.
     *
     * @param ledger where events are read again
     * @return the changes, in the order of the people's ids
     * @throws IllegalArgumentException if the cohort or a value of a condition is not in the ledger at either moment
     */
    public static List<Change> of(Asking first, Asking second, History ledger) {
        return new Compare(first, second, ledger).changes();
    }

    private List<Change> changes() {
        var changed = changed();
        if (changed.isEmpty()) {
            return List.of();
        }
        leaveOut(changed.keySet());
        var changes = new ArrayList<Change>();
        changed.forEach((who, cells) -> {
            var cause = cause(who);
            var events = between(who).stream()
                    .filter(recorded -> cause(recorded) == cause)
                    .toList();
            changes.add(new Change(who, cells[0], cells[1], cause, events));
        });
        return changes;
    }

    /** Who is in another cell: the cells before and after, by id. */
    private Map<ResearcherId, String[]> changed() {
        var one = earlier.places();
        var other = later.places();
        var concerned = concerned(one.view(), other.view());
        var cellsEarlier = Asking.cells(one, concerned);
        var cells = Asking.cells(other, concerned);
        var all = new HashSet<>(cellsEarlier.keySet());
        all.addAll(cells.keySet());
        var changed = new TreeMap<ResearcherId, String[]>(Comparator.comparing(ResearcherId::value));
        for (var who : all) {
            String before = cellsEarlier.getOrDefault(who, Place.OUTSIDE);
            String after = cells.getOrDefault(who, Place.OUTSIDE);
            if (!before.equals(after)) {
                cellsLater.put(who, after);
                changed.put(who, inOrder ? new String[] {before, after} : new String[] {after, before});
            }
        }
        return changed;
    }

    /**
     * Whom what was recorded between the two can have moved, by number: all where not the knowledge alone differs, and in
     * a survival, whose unit of time depends on everybody's dates.
     */
    private IntPredicate concerned(View one, View other) {
        var asked = later.question().ofAnyMoment();
        boolean others = asked.analysis() == Analysis.SURVIVAL
                || !asked.equals(earlier.question().ofAnyMoment())
                || !later.rules().equals(earlier.rules());
        return others
                ? who -> true
                : other.concernedSince(one).<IntPredicate>map(some -> some::get).orElse(who -> true);
    }

    /** Works out the later cells without each cause. */
    private void leaveOut(Set<ResearcherId> changed) {
        var rules = later.question().withRulesOf(earlier.question());
        if (!rules.equals(later.question())) {
            without.put(Cause.RULES, later.of(rules).cells());
        }
        long from = earlier.view().position();
        long upTo = later.view().position();
        if (from < upTo) {
            events = Branch.read(ledger, subjects(changed), upTo);
            membership = membership();
            var present = new HashSet<Cause>();
            events.values().forEach(ofSubject -> ofSubject.stream()
                    .filter(recorded -> recorded.position() > from)
                    .forEach(recorded -> present.add(cause(recorded))));
            for (var cause : Cause.values()) {
                if (present.contains(cause)) {
                    var branch = Branch.of(events, recorded -> recorded.position() <= from || cause(recorded) != cause);
                    without.put(cause, later.of(branch).cells());
                }
            }
        }
        var days = later.question().withDaysOf(earlier.question());
        if (!days.equals(later.question())) {
            without.put(Cause.WORLD, later.of(days).cells());
        }
    }

    private Cause cause(ResearcherId who) {
        String cell = cellsLater.getOrDefault(who, Place.OUTSIDE);
        for (var cause : without.keySet()) {
            if (!without.get(cause).getOrDefault(who, Place.OUTSIDE).equals(cell)) {
                return cause;
            }
        }
        var touching = new HashSet<Cause>();
        between(who).forEach(recorded -> touching.add(cause(recorded)));
        for (var cause : without.keySet()) {
            boolean touches = cause == Cause.RULES || cause == Cause.WORLD || touching.contains(cause);
            if (touches) {
                return cause;
            }
        }
        return without.keySet().iterator().next(); // of an institution that nobody's own events name
    }

    private Cause cause(Recorded recorded) {
        return Cause.of(recorded, events.get(recorded.event().subject()));
    }

    /** What was recorded between the two moments about somebody, or those who are or were the same person. */
    private List<Recorded> between(ResearcherId who) {
        long from = earlier.view().position();
        var found = new LinkedHashSet<Recorded>();
        for (var part : parts(who)) {
            events.getOrDefault(part, List.of()).stream()
                    .filter(recorded -> recorded.position() > from)
                    .forEach(found::add);
            found.addAll(membership.getOrDefault(part, List.of()));
        }
        var sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingLong(Recorded::position));
        return sorted;
    }

    /** What was recorded between the two moments of the cohort, by whom it is about. */
    private Map<ResearcherId, List<Recorded>> membership() {
        long from = earlier.view().position();
        var cohort = events.getOrDefault(later.question().cohort(), List.of());
        var byPerson = new HashMap<ResearcherId, List<Recorded>>();
        cohort.stream().filter(recorded -> recorded.position() > from).forEach(recorded -> names(recorded, cohort)
                .forEach(who ->
                        byPerson.computeIfAbsent(who, any -> new ArrayList<>()).add(recorded)));
        return byPerson;
    }

    /** Whom an event of a cohort is about; an undoing one, whom what it undoes is about. */
    private static List<ResearcherId> names(Recorded recorded, List<Recorded> cohort) {
        if (recorded.event() instanceof MembersAdded added) {
            return added.researchers();
        }
        if (recorded.event() instanceof MemberRemoved removed) {
            return List.of(removed.researcher());
        }
        return recorded.event() instanceof CohortEvent.CohortEventUndone undone
                ? cohort.stream()
                        .filter(target -> target.header().sequence() == undone.sequence()
                                && target.position() < recorded.position())
                        .flatMap(target -> names(target, cohort).stream())
                        .toList()
                : List.of();
    }

    private Set<Id> subjects(Set<ResearcherId> changed) {
        var subjects = new LinkedHashSet<Id>();
        changed.forEach(who -> subjects.addAll(parts(who)));
        var view = later.view();
        for (int institution = 0; institution < view.institutionCount(); institution++) {
            subjects.add(view.institution(institution));
        }
        subjects.add(later.question().cohort());
        // Who was merged with somebody and is again on their own is known from neither moment.
        var own = Branch.read(ledger, List.copyOf(changed), view.position());
        own.values()
                .forEach(ofSubject -> ofSubject.forEach(recorded -> {
                    if (recorded.event() instanceof ResearcherMerged merged) {
                        subjects.addAll(parts(merged.into()));
                    }
                }));
        ledgerBetween(subjects, changed);
        return subjects;
    }

    private void ledgerBetween(Set<Id> subjects, Set<ResearcherId> changed) {
        ledger.read(earlier.view().position(), later.view().position(), recorded -> {
            if (recorded.event() instanceof ResearcherMerged merged && changed.contains(merged.into())) {
                subjects.add(merged.researcher());
            }
        });
    }

    private Set<ResearcherId> parts(ResearcherId who) {
        var parts = new LinkedHashSet<ResearcherId>(List.of(who));
        for (View view : List.of(earlier.view(), later.view())) {
            int number = view.find(who);
            if (number != View.NONE) {
                int survivor = view.survivor(number);
                view.states().parts(survivor).forEach(part -> parts.add(view.researcher(part)));
            }
        }
        return parts;
    }
}
