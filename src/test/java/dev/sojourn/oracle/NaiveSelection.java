package dev.sojourn.oracle;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.event.value.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whom a question is about: the members of its cohort who meet all its conditions. */
final class NaiveSelection {

    private enum Met {
        YES,
        NO,
        NOT_KNOWN
    }

    final List<NaivePerson> people = new ArrayList<>();
    int whereUnknown;

    private final NaiveStates states;
    private final Population population;
    private final Filter held;
    private final List<Filter> conditions;
    private final LocalDate firstDay;

    /** Selects; {@code held} is one more condition on the first day, or null. */
    NaiveSelection(NaiveStates states, Population population, Filter held, LocalDate firstDay) {
        this.states = states;
        this.population = population;
        this.held = held;
        this.conditions = Stream.concat(population.where().stream(), Stream.ofNullable(held))
                .toList();
        this.firstDay = firstDay;
        for (var person : states.ledger.members(population.cohort())) {
            if (in(person, Reading.POINT)) {
                people.add(person);
            }
            if (met(person, population.where(), Reading.POINT) == Met.NOT_KNOWN) {
                whereUnknown++;
            }
        }
    }

    /** How many members are selected in some readings and not in others. */
    int uncertain() {
        var days = Stream.concat(Stream.of(firstDay), conditions.stream().map(this::day))
                .distinct()
                .toList();
        return (int) states.ledger.members(population.cohort()).stream()
                .filter(person -> Reading.all(states.ledger, person, days).stream()
                                .map(reading -> in(person, reading))
                                .distinct()
                                .count()
                        > 1)
                .count();
    }

    /** Nobody unobserved or inactive holds anything that could be kept. */
    private boolean in(NaivePerson person, Reading reading) {
        return met(person, conditions, reading) == Met.YES
                && (held == null || states.at(person, firstDay, reading).observed());
    }

    private Met met(NaivePerson person, List<Filter> all, Reading reading) {
        if (population.rules().phdOut()) {
            var state = states.at(person, firstDay, reading);
            if (state.observed() && state.spell().claim().role() == Role.PHD_STUDENT) {
                return Met.NO;
            }
        }
        var verdict = Met.YES;
        for (var filter : all) {
            var one = met(person, filter, reading);
            if (one == Met.NO) {
                return Met.NO;
            }
            verdict = one == Met.NOT_KNOWN ? one : verdict;
        }
        return verdict;
    }

    private Met met(NaivePerson person, Filter filter, Reading reading) {
        var state = states.at(person, day(filter), reading);
        boolean ofTheDay = filter.attribute() != Attribute.ORIGIN && filter.attribute() != Attribute.ORIGIN_REGION;
        if (ofTheDay && !state.observed()) {
            return state.name().equals("inactive") ? Met.NO : Met.NOT_KNOWN;
        }
        if (filter.attribute() == Attribute.GROUP) {
            var groups = states.groups(state, day(filter));
            return filter.values().stream().anyMatch(groups::contains) != filter.negated() ? Met.YES : Met.NO;
        }
        var value = states.value(person, state, filter.attribute(), day(filter));
        if (value == null) {
            return Met.NOT_KNOWN;
        }
        return filter.values().contains(value) != filter.negated() ? Met.YES : Met.NO;
    }

    private LocalDate day(Filter filter) {
        return filter.day() == null ? firstDay : filter.day();
    }
}
