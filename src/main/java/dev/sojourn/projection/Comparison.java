package dev.sojourn.projection;

import dev.sojourn.event.value.Flag;
import dev.sojourn.projection.person.States;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Two read models of one ledger at one position, field by field. Numbers may differ between models; ids may not. */
public final class Comparison {
    private final View one;
    private final View other;

    public Comparison(View one, View other) {
        this.one = one;
        this.other = other;
    }

    /** The first thing in which they differ, by its id. */
    public Optional<String> first() {
        int[] people = one.members(View.EVERYONE).orElseThrow();
        if (people.length != other.members(View.EVERYONE).orElseThrow().length) {
            return Optional.of("the number of people");
        }
        for (int person : people) {
            int same = other.find(one.researcher(person));
            if (same == View.NONE || !person(one, person).equals(person(other, same))) {
                return Optional.of("researcher " + one.researcher(person));
            }
        }
        if (!institutions(one).equals(institutions(other))) {
            return Optional.of("the institutions");
        }
        if (!cohorts(one).equals(cohorts(other))) {
            return Optional.of("the cohorts");
        }
        return one.releases().equals(other.releases()) ? Optional.empty() : Optional.of("the releases");
    }

    private static List<?> person(View view, int person) {
        return Arrays.asList(
                view.names(person),
                view.identifiers(person),
                view.origin(person),
                view.lastSearched(person),
                careerEnded(view, person, today(view)),
                careerEnded(view, person, LocalDate.of(9999, 12, 31)),
                view.degrees(person).stream()
                        .map(degree -> Arrays.asList(
                                degree.education(), degree.level(), degree.start(), degree.end(), degree.recorded()))
                        .toList(),
                Arrays.stream(view.states().spells(person))
                        .mapToObj(row -> spell(view, row))
                        .toList());
    }

    private static boolean careerEnded(View view, int person, LocalDate day) {
        return view.states().deciding(person, (int) day.toEpochDay()) == States.INACTIVE;
    }

    private static LocalDate today(View view) {
        return LocalDate.ofInstant(view.recorded(), ZoneOffset.UTC);
    }

    private static List<?> spell(View view, int row) {
        var rows = view.spells();
        return Arrays.asList(
                rows.spell(row),
                rows.institutionId(row),
                rows.role(row),
                rows.kind(row),
                rows.start(row),
                rows.end(row),
                rows.workplace(row),
                rows.observed(row),
                rows.believedFrom(row),
                Arrays.stream(Flag.values()).filter(flag -> rows.has(row, flag)).toList());
    }

    private static List<?> institutions(View view) {
        var days = view.institutions(today(view));
        return IntStream.range(0, view.institutionCount())
                .filter(number -> view.profile(number) != null)
                .mapToObj(number -> {
                    var state = days.state(number);
                    return Arrays.asList(
                            view.institution(number),
                            view.profile(number),
                            view.institution(state.institution()),
                            state.country(),
                            state.sector(),
                            view.institution(state.parent()),
                            state.groups());
                })
                .toList();
    }

    private static List<?> cohorts(View view) {
        return view.cohorts().stream()
                .map(cohort -> List.of(
                        cohort,
                        view.frozen(cohort.cohort()),
                        Arrays.stream(view.members(cohort.cohort()).orElseThrow())
                                .mapToObj(view::researcher)
                                .toList()))
                .toList();
    }
}
