package dev.sojourn.study.open;

import dev.sojourn.analysis.cell.Places;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.release.ReleaseAnswers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/** A figure of a release, before it is decided which of its numbers are shown. */
final class Draft {

    /** Of a retention, the one number that is shown of each day of its series. */
    private static final String OF_SERIES = "retained";

    private final String id;
    private final SavedQuestion question;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Draft(String id, SavedQuestion question) {
        this.id = id;
        this.question = question;
    }

    String id() {
        return id;
    }

    SavedQuestion question() {
        return question;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    /**
     * Takes in all numbers that may be shown.
     *
     * @param numberOf gives each person a number, the same in all releases
     */
    static Draft of(String id, SavedQuestion question, ReleaseAnswers answers, ToIntFunction<ResearcherId> numberOf) {
        var draft = new Draft(id, question);
        var families = Family.of(question.analysis());
        var counted = counted(answers.places(question, null), numberOf);
        families.forEach(family -> draft.add(family, counted));
        var days = question.series();
        for (var day : days.subList(0, Math.max(0, days.size() - 1))) {
            var people = counted(answers.places(question, day), numberOf).get(OF_SERIES);
            draft.add(OF_SERIES, day, people);
        }
        return draft;
    }

    private static Map<String, List<Integer>> counted(Places places, ToIntFunction<ResearcherId> numberOf) {
        var counted = new HashMap<String, List<Integer>>();
        places.members().forEach(who -> {
            int number = numberOf.applyAsInt(places.view().researcher(who));
            places.of(who).numbers().forEach(name -> counted.computeIfAbsent(name, any -> new ArrayList<>())
                    .add(number));
        });
        return counted;
    }

    private void add(Family family, Map<String, List<Integer>> counted) {
        counted.forEach((name, people) -> {
            if (family.has(name) && names.add(name)) {
                candidates.add(new Candidate(this, family.tier(), name, null, array(people)));
            }
        });
    }

    private void add(String name, LocalDate day, List<Integer> people) {
        if (people != null) {
            candidates.add(new Candidate(this, 2, name, day, array(people)));
        }
    }

    private static int[] array(Collection<Integer> people) {
        return people.stream().mapToInt(Integer::intValue).toArray();
    }
}
