package dev.sojourn.oracle;

import dev.sojourn.analysis.Asked;
import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.RetentionPoint;
import dev.sojourn.analysis.RetentionPoint.Bounds;
import dev.sojourn.analysis.RetentionPoint.Destination;
import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.Share;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.oracle.NaiveStates.State;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The answers of section 5 of the design, person by person, in the program's own records so that they can be equal. */
final class NaiveAnswers {

    private final NaiveLedger ledger;
    private final Map<String, List<CountryCode>> regions;

    NaiveAnswers(NaiveLedger ledger, Map<String, List<CountryCode>> regions) {
        this.ledger = ledger;
        this.regions = regions;
    }

    private Asked asked(Population population, LocalDate lastDay) {
        boolean projected =
                lastDay.isAfter(ledger.recorded.atZone(ZoneOffset.UTC).toLocalDate());
        return new Asked(
                population.cohort(),
                population.where(),
                population.rules(),
                ledger.position,
                ledger.recorded,
                projected);
    }

    private NaiveStates states(Population population) {
        return new NaiveStates(ledger, population.rules(), regions);
    }

    Composition composition(Composition.Question question) {
        var states = states(question.population());
        var day = question.asOf();
        var selection = new NaiveSelection(states, question.population(), null, day);
        var tally = new Tally();
        var cells = new LinkedHashMap<List<String>, Integer>();
        for (var person : selection.people) {
            Function<Reading, List<String>> cell = reading -> {
                var state = states.at(person, day, reading);
                var values = question.by().stream()
                        .map(attribute -> cell(states, person, state, attribute, day))
                        .toList();
                if (!state.observed()) {
                    return List.of(state.name());
                }
                return values.contains("unknown") ? List.of("unknown") : values;
            };
            var state = states.at(person, day, Reading.POINT);
            var here = cell.apply(Reading.POINT);
            tally.count(NaiveStates.qualified(state), varies(person, List.of(day), cell));
            switch (here.get(0)) {
                case "unknown" -> tally.unknown++;
                case "unobserved", "inactive" -> {}
                default -> cells.merge(here, 1, Integer::sum);
            }
        }
        int known = cells.values().stream().mapToInt(count -> count).sum();
        var listed = cells.entrySet().stream()
                .map(cell -> new Composition.Cell(cell.getKey(), new Share(cell.getValue(), known)))
                .sorted(Comparator.comparing((Composition.Cell cell) -> -cell.count())
                        .thenComparing(cell -> String.join("\0", cell.values())))
                .toList();
        return new Composition(
                asked(question.population(), day),
                day,
                question.by(),
                selection.people.size(),
                known,
                tally.unknown,
                states.staleness(selection.people, day, day.minusMonths(24)),
                tally.uncertain,
                tally.qualified,
                selection.whereUnknown,
                listed);
    }

    Retention retention(Retention.Question question) {
        var from = question.from();
        var selection = new NaiveSelection(states(question.population()), question.population(), question.held(), from);
        var points = days(from, question.to()).stream()
                .map(day -> point(question, selection.people, day))
                .toList();
        return new Retention(
                asked(question.population(), question.to()),
                question.held(),
                from,
                question.population().where().stream()
                        .anyMatch(filter -> filter.day() != null && filter.day().isAfter(from)),
                selection.people.size(),
                selection.uncertain(),
                points.get(points.size() - 1),
                points,
                selection.whereUnknown);
    }

    private RetentionPoint point(Retention.Question question, List<NaivePerson> base, LocalDate day) {
        var states = states(question.population());
        var held = question.held();
        var tally = new Tally();
        var elsewhere = new TreeMap<String, int[]>();
        for (var person : base) {
            Function<Reading, String> cell = reading -> {
                var value = cell(states, person, states.at(person, day, reading), held.attribute(), day);
                return isHeld(held, value) ? "retained" : value;
            };
            var before = states.at(person, question.from(), Reading.POINT);
            var state = states.at(person, day, Reading.POINT);
            var readings = Reading.all(ledger, person, List.of(day)).stream()
                    .map(cell)
                    .distinct()
                    .toList();
            tally.count(NaiveStates.qualified(state), readings.size() > 1);
            tally.low += readings.equals(List.of("retained")) ? 1 : 0;
            tally.high += readings.stream().anyMatch(List.of("retained", "unknown", "unobserved")::contains) ? 1 : 0;
            switch (cell.apply(Reading.POINT)) {
                case "unknown" -> tally.unknown++;
                case "unobserved" -> tally.unobserved++;
                case "inactive" -> tally.inactive++;
                case "retained" -> {
                    tally.retained++;
                    tally.same += sameInstitution(states, before, state, day) ? 1 : 0;
                }
                default -> {
                    boolean moved = !state.spell().equals(before.spell());
                    elsewhere.computeIfAbsent(cell.apply(Reading.POINT), any -> new int[2])[moved ? 0 : 1]++;
                }
            }
        }
        var destinations = elsewhere.entrySet().stream()
                .map(entry -> new Destination(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .sorted(Comparator.comparing((Destination one) -> -one.count()).thenComparing(Destination::value))
                .toList();
        return new RetentionPoint(
                day,
                new Share(tally.retained, base.size()),
                tally.same,
                new Share(tally.retained, base.size() - tally.unobserved - tally.inactive),
                new Bounds(new Share(tally.low, base.size()), new Share(tally.high, base.size())),
                destinations,
                tally.unknown,
                states.staleness(base, day, question.from()),
                tally.uncertain,
                tally.qualified);
    }

    private static boolean sameInstitution(NaiveStates states, State before, State after, LocalDate day) {
        return before.observed()
                && after.observed()
                && states.survivor(before.spell().claim().institution(), day, Reading.POINT)
                        .equals(states.survivor(after.spell().claim().institution(), day, Reading.POINT));
    }

    static boolean isHeld(Filter held, String value) {
        return !List.of("unknown", "unobserved", "inactive").contains(value)
                && held.values().contains(value) != held.negated();
    }

    Flows flows(Flows.Question question) {
        return flows(question, question.from(), question.to());
    }

    List<Flows> yearly(Flows.Question question) {
        var days = days(question.from(), question.to());
        var flows = new ArrayList<Flows>();
        for (int i = 1; i < days.size(); i++) {
            flows.add(flows(question, days.get(i - 1), days.get(i)));
        }
        return flows;
    }

    private Flows flows(Flows.Question question, LocalDate from, LocalDate to) {
        var states = states(question.population());
        var selection = new NaiveSelection(states, question.population(), null, question.from());
        var tally = new Tally();
        var pairs = new LinkedHashMap<List<String>, int[]>();
        for (var person : selection.people) {
            Function<Reading, List<String>> pair = reading -> List.of(
                    cell(states, person, states.at(person, from, reading), question.by(), from),
                    cell(states, person, states.at(person, to, reading), question.by(), to));
            var before = states.at(person, from, Reading.POINT);
            var after = states.at(person, to, Reading.POINT);
            var here = pair.apply(Reading.POINT);
            tally.count(NaiveStates.qualified(after), varies(person, List.of(from, to), pair));
            var counts = pairs.computeIfAbsent(here, any -> new int[3]);
            counts[0]++;
            if (before.observed() && after.observed()) {
                boolean same = before.spell().equals(after.spell());
                counts[1] += same ? 0 : 1;
                counts[2] += same && !here.get(0).equals(here.get(1)) ? 1 : 0;
            }
        }
        var stocks = new TreeMap<String, int[]>(); // on the first day, on the last, in, out
        pairs.forEach((pair, counts) -> {
            var gone = stocks.computeIfAbsent(pair.get(0), any -> new int[4]);
            var come = stocks.computeIfAbsent(pair.get(1), any -> new int[4]);
            gone[0] += counts[0];
            come[1] += counts[0];
            if (gone != come) {
                come[2] += counts[0];
                gone[3] += counts[0];
            }
        });
        return new Flows(
                asked(question.population(), to),
                from,
                to,
                question.by(),
                selection.people.size(),
                tally.uncertain,
                states.staleness(selection.people, to, from),
                tally.qualified,
                selection.whereUnknown,
                pairs.entrySet().stream()
                        .map(entry -> new Flows.Cell(
                                entry.getKey().get(0),
                                entry.getKey().get(1),
                                entry.getValue()[0],
                                entry.getValue()[1],
                                entry.getValue()[2]))
                        .sorted(Comparator.comparing((Flows.Cell cell) -> -cell.count())
                                .thenComparing(Flows.Cell::from)
                                .thenComparing(Flows.Cell::to))
                        .toList(),
                stocks.entrySet().stream()
                        .map(entry -> new Flows.Value(
                                entry.getKey(),
                                entry.getValue()[0],
                                entry.getValue()[1],
                                entry.getValue()[2],
                                entry.getValue()[3]))
                        .sorted(Comparator.comparing((Flows.Value value) -> -value.stockFrom())
                                .thenComparing(Flows.Value::value))
                        .toList());
    }

    Roster roster(Roster.Question question) {
        var states = states(question.population());
        var selection = new NaiveSelection(states, question.population(), null, question.asOf());
        var ids = selection.people.stream().map(person -> person.id).toList();
        var members = selection.people.stream()
                .skip(question.after() == null ? 0 : ids.indexOf(question.after()) + 1L)
                .limit(question.limit())
                .map(person -> member(states, person, question.asOf()))
                .toList();
        return new Roster(
                asked(question.population(), question.asOf()),
                question.asOf(),
                selection.people.size(),
                selection.whereUnknown,
                states.staleness(
                        selection.people, question.asOf(), question.asOf().minusMonths(24)),
                members);
    }

    private Roster.Member member(NaiveStates states, NaivePerson person, LocalDate day) {
        var state = states.at(person, day, Reading.POINT);
        var attributes = new EnumMap<Attribute, String>(Attribute.class);
        for (var attribute : Attribute.values()) {
            var value = attribute == Attribute.GROUP ? null : states.value(person, state, attribute, day);
            if (value != null) {
                attributes.put(attribute, value);
            }
        }
        var spell = state.spell();
        var selves = ledger.selves(person);
        var fresh = states.freshness(person, state, day, day.minusMonths(24));
        return new Roster.Member(
                person.id,
                person.names,
                false, // nobody is erased in these histories
                state.name(),
                attributes,
                spell == null ? null : spell.id(),
                NaiveStates.decidedBy(state),
                spell == null ? null : spell.claim().institution(),
                spell == null ? null : spell.claim().start(),
                spell == null ? null : spell.observed(),
                fresh.contains("carried"),
                selves.stream().map(self -> self.searched).reduce(null, NaivePerson::later),
                fresh.contains("searched"),
                selves.stream().mapToInt(self -> self.spells.size()).sum());
    }

    static String cell(NaiveStates states, NaivePerson person, State state, Attribute attribute, LocalDate day) {
        if (!state.observed()) {
            return state.name();
        }
        var value = states.value(person, state, attribute, day);
        return value == null ? "unknown" : value;
    }

    private <T> boolean varies(NaivePerson person, List<LocalDate> days, Function<Reading, T> cell) {
        return Reading.all(ledger, person, days).stream().map(cell).distinct().count() > 1;
    }

    /** The first day, its anniversaries before the last day, and the last day. */
    private static List<LocalDate> days(LocalDate from, LocalDate to) {
        var days = new ArrayList<LocalDate>();
        for (int year = 0; from.plusYears(year).isBefore(to); year++) {
            days.add(from.plusYears(year));
        }
        days.add(to);
        return days;
    }

    /** What is counted beside the cells. */
    private static final class Tally {
        int retained;
        int same;
        int unknown;
        int unobserved;
        int inactive;
        int uncertain;
        int qualified;
        int low;
        int high;

        void count(boolean isQualified, boolean isUncertain) {
            qualified += isQualified ? 1 : 0;
            uncertain += isUncertain ? 1 : 0;
        }
    }
}
