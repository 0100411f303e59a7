package dev.sojourn.oracle;

import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.move.Moves;
import dev.sojourn.analysis.path.Paths;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.analysis.survival.Risk;
import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.oracle.NaiveStates.State;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What happens to people over time, by looking at them day after day. */
final class NaiveCourses {

    /** A value, as answers write it, from a day on; null where it is not known. */
    private record Stretch(LocalDate since, State state, String value) {}

    private final NaiveLedger ledger;
    private final Map<String, List<CountryCode>> regions;

    NaiveCourses(NaiveLedger ledger, Map<String, List<CountryCode>> regions) {
        this.ledger = ledger;
        this.regions = regions;
    }

    /** Dates of the dice, and what lies months after them, are the first, the 15th or one of the last of a month. */
    private static Stream<LocalDate> days(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .filter(day -> day.equals(from)
                        || day.getDayOfMonth() == 1
                        || day.getDayOfMonth() == 15
                        || day.getDayOfMonth() >= 28);
    }

    private List<Stretch> stretches(
            NaiveStates states, NaivePerson person, Attribute attribute, LocalDate from, LocalDate to) {
        var all = new ArrayList<Stretch>();
        days(from, to).forEach(day -> {
            var state = states.at(person, day, Reading.POINT);
            var value = state.observed() ? states.value(person, state, attribute, day) : null;
            var last = all.isEmpty() ? null : all.get(all.size() - 1);
            if (last == null
                    || !last.state().name().equals(state.name())
                    || !Objects.equals(last.state().spell(), state.spell())
                    || !Objects.equals(last.value(), value)) {
                all.add(new Stretch(day, state, value));
            }
        });
        return all;
    }

    /** The table of a survival, by time: at risk, gone, ended by cause, censored, partly; and the unit. */
    record Table(Survival.Unit unit, int base, int baseUncertain, int whereUnknown, Staleness end, List<Risk> lines) {}

    Table survival(Survival.Question question) {
        var population = question.population();
        var from = question.from();
        var today = ledger.recorded.atZone(ZoneOffset.UTC).toLocalDate();
        var to = question.to() == null ? (today.isBefore(from) ? from : today) : question.to();
        var states = new NaiveStates(ledger, population.rules(), regions);
        var selection = new NaiveSelection(states, population, question.held(), from);
        var base = selection.people;
        var rules = population.rules();
        var followed = new NaiveStates(
                ledger,
                new Rules(rules.place(), false, null, Rules.Carried.COUNT, rules.reviewedOnly(), rules.regions()),
                regions);
        boolean coarse = base.stream()
                .flatMap(this::dates)
                .anyMatch(date -> date.day() == 0
                        && date.latest().isAfter(from)
                        && !date.earliest().isAfter(to));
        var lines = new TreeMap<Integer, int[]>(); // gone, censored, partly, then each cause
        lines.put(0, new int[6]);
        for (var person : base) {
            var all = stretches(followed, person, question.held().attribute(), from, to);
            LocalDate end = null;
            int what = -1;
            LocalDate there = from;
            for (int at = 0; at < all.size() && what < 0; at++) {
                var one = all.get(at);
                if (one.state().name().equals("inactive")) {
                    end = certain(person, one.since());
                    what = 3 + cause(person, one.since()).ordinal();
                } else if (one.value() != null
                        && question.held().values().contains(one.value())
                                == question.held().negated()) {
                    end = certain(person, one.since());
                    what = 0;
                } else if (one.value() != null) {
                    there = at + 1 < all.size() ? all.get(at + 1).since().minusDays(1) : shown(one, there, to, today);
                }
            }
            if (what < 0) {
                end = there;
                what = 1;
            }
            int time = 0;
            while ((coarse ? from.plusYears(time) : from.plusDays(time)).isBefore(end)) {
                time++;
            }
            var line = lines.computeIfAbsent(time, fresh -> new int[6]);
            line[what]++;
            line[2] += what == 1 && coarse && !from.plusYears(time).equals(end) ? 1 : 0;
        }
        if (coarse) {
            for (int year = 0; year < lines.lastKey(); year++) {
                lines.putIfAbsent(year, new int[6]);
            }
        }
        var table = new ArrayList<Risk>();
        int atRisk = base.size();
        for (var line : lines.entrySet()) {
            int[] counts = line.getValue();
            var ended = new EnumMap<Cause, Integer>(Cause.class);
            for (var cause : Cause.values()) {
                ended.put(cause, counts[3 + cause.ordinal()]);
            }
            table.add(new Risk(line.getKey(), atRisk, counts[0], ended, counts[1], counts[2]));
            atRisk -= counts[0] + counts[1] + counts[3] + counts[4] + counts[5];
        }
        return new Table(
                coarse ? Survival.Unit.YEARS : Survival.Unit.DAYS,
                base.size(),
                selection.uncertain(),
                selection.whereUnknown,
                states.staleness(base, to, from),
                table);
    }

    private static LocalDate shown(Stretch last, LocalDate there, LocalDate to, LocalDate today) {
        var end = last.state().spell().claim().end();
        var observed = last.state().spell().observed();
        var shown = end != null && !end.earliest().minusDays(1).isAfter(today)
                ? end.earliest().minusDays(1)
                : observed == null ? LocalDate.MIN : observed;
        if (shown.isAfter(to)) {
            return to;
        }
        return Stream.of(there, last.since(), shown).max(LocalDate::compareTo).orElseThrow();
    }

    private Stream<PartialDate> dates(NaivePerson person) {
        var selves = ledger.selves(person);
        var spells =
                selves.stream().flatMap(self -> self.spells.values().stream()).toList();
        var own = spells.stream()
                .flatMap(spell -> Stream.of(spell.claim().start(), spell.claim().end()));
        var turns = selves.stream().flatMap(self -> self.turns.stream()).map(NaivePerson.Turn::on);
        var places = spells.stream()
                .flatMap(spell -> {
                    var here = ledger.institutions.get(spell.claim().institution());
                    return Stream.concat(
                            Stream.of(here), here.above(ledger).stream().map(ledger.institutions::get));
                })
                .flatMap(institution -> institution.dates.stream())
                .map(Reading.Written::date);
        return Stream.of(own, turns, places).flatMap(dates -> dates).filter(Objects::nonNull);
    }

    private LocalDate certain(NaivePerson person, LocalDate day) {
        return dates(person)
                .filter(date -> date.earliest().equals(day))
                .map(PartialDate::latest)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private Cause cause(NaivePerson person, LocalDate day) {
        return ledger.causes.get(ledger.selves(person).stream()
                .flatMap(self -> self.turns.stream())
                .filter(turn -> turn.on() != null && !turn.on().earliest().isAfter(day))
                .max((one, other) -> one.on().earliest().equals(other.on().earliest())
                        ? Long.compare(one.told(), other.told())
                        : one.on().earliest().compareTo(other.on().earliest()))
                .orElseThrow()
                .told());
    }

    /** The counts of moves in the order of the answer's fields; those of returns at the end, -1 where there are none. */
    record Counts(
            List<Integer> numbers, Staleness end, Map<List<String>, Integer> first, Map<List<String>, Integer> steps) {}

    Counts moves(Moves.Question question) {
        var population = question.population();
        var states = new NaiveStates(ledger, population.rules(), regions);
        var people = new NaiveSelection(states, population, null, question.from()).people;
        boolean homes =
                List.of(Attribute.COUNTRY, Attribute.SITE, Attribute.REGION).contains(question.by());
        int[] n = new int[10]; // base, moved, circulated, there, moves, reclassified, abroad, returned, there, unknown
        var first = new TreeMap<List<String>, Integer>(NaiveCourses::compare);
        var steps = new TreeMap<List<String>, Integer>(NaiveCourses::compare);
        var base = new ArrayList<NaivePerson>();
        for (var person : people) {
            var all = stretches(states, person, question.by(), question.from(), question.to());
            if (all.get(0).value() == null) {
                continue;
            }
            base.add(person);
            n[0]++;
            var home = !homes
                    ? null
                    : states.value(
                            person,
                            all.get(0).state(),
                            question.by() == Attribute.REGION ? Attribute.ORIGIN_REGION : Attribute.ORIGIN,
                            question.from());
            var known = all.stream().filter(one -> one.value() != null).toList();
            var moves = new ArrayList<List<String>>();
            for (int at = 1; at < known.size(); at++) {
                var one = known.get(at - 1);
                var next = known.get(at);
                if (!one.value().equals(next.value())) {
                    if (one.state().spell().id().equals(next.state().spell().id())) {
                        n[5]++;
                    } else {
                        moves.add(List.of(one.value(), next.value()));
                    }
                }
            }
            var last = all.get(all.size() - 1).value();
            n[4] += moves.size();
            moves.forEach(move -> steps.merge(move, 1, Integer::sum));
            if (!moves.isEmpty()) {
                n[1]++;
                first.merge(moves.get(0), 1, Integer::sum);
                var left = moves.get(0).get(0);
                boolean back = moves.stream().anyMatch(move -> move.get(1).equals(left));
                n[2] += back ? 1 : 0;
                n[3] += back && left.equals(last) ? 1 : 0;
            }
            boolean abroad = home != null && !home.equals(all.get(0).value());
            boolean returned =
                    abroad && moves.stream().anyMatch(move -> move.get(1).equals(home));
            n[6] += abroad ? 1 : 0;
            n[7] += returned ? 1 : 0;
            n[8] += returned && home.equals(last) ? 1 : 0;
            n[9] += home == null ? 1 : 0;
        }
        var numbers = new ArrayList<Integer>();
        for (int at = 0; at < n.length; at++) {
            numbers.add(at > 5 && !homes ? -1 : n[at]);
        }
        return new Counts(numbers, states.staleness(base, question.to(), question.from()), first, steps);
    }

    private static int compare(List<String> one, List<String> other) {
        return String.join("\0", one).compareTo(String.join("\0", other));
    }

    /** How many go from which cell to which, for each pair of consecutive days, and how many of them by another spell. */
    List<Map<List<List<String>>, List<Integer>>> paths(Paths.Question question) {
        var population = question.population();
        var states = new NaiveStates(ledger, population.rules(), regions);
        var people = people(states, population, question.days().get(0));
        var all = new ArrayList<Map<List<List<String>>, List<Integer>>>();
        for (int day = 1; day < question.days().size(); day++) {
            var before = question.days().get(day - 1);
            var after = question.days().get(day);
            var links = new LinkedHashMap<List<List<String>>, List<Integer>>();
            for (var person : people) {
                var one = states.at(person, before, Reading.POINT);
                var other = states.at(person, after, Reading.POINT);
                boolean moved = one.observed()
                        && other.observed()
                        && !one.spell().id().equals(other.spell().id());
                links.merge(
                        List.of(
                                cell(states, person, one, question, before),
                                cell(states, person, other, question, after)),
                        List.of(1, moved ? 1 : 0),
                        (sum, more) -> List.of(sum.get(0) + more.get(0), sum.get(1) + more.get(1)));
            }
            all.add(links);
        }
        return all;
    }

    /** What is counted beside the cells of each day: how fresh and how qualified it is, and in how many readings it differs. */
    List<Paths.Day> days(Paths.Question question) {
        var population = question.population();
        var states = new NaiveStates(ledger, population.rules(), regions);
        var first = question.days().get(0);
        var people = people(states, population, first);
        var all = new ArrayList<Paths.Day>();
        for (var day : question.days()) {
            int qualified = 0;
            int uncertain = 0;
            for (var person : people) {
                qualified += NaiveStates.qualified(states.at(person, day, Reading.POINT)) ? 1 : 0;
                uncertain += Reading.all(ledger, person, List.of(day)).stream()
                                        .map(reading ->
                                                cell(states, person, states.at(person, day, reading), question, day))
                                        .distinct()
                                        .count()
                                > 1
                        ? 1
                        : 0;
            }
            var recent = day.equals(first) ? day.minusMonths(24) : first;
            all.add(new Paths.Day(day, states.staleness(people, day, recent), qualified, uncertain));
        }
        return all;
    }

    List<NaivePerson> people(NaiveStates states, Population population, LocalDate day) {
        return new NaiveSelection(states, population, null, day).people;
    }

    private static List<String> cell(
            NaiveStates states, NaivePerson person, State state, Paths.Question question, LocalDate day) {
        if (!state.observed()) {
            return List.of(state.name());
        }
        var values = new ArrayList<String>();
        for (var attribute : question.by()) {
            var value = states.value(person, state, attribute, day);
            if (value == null) {
                return List.of("unknown");
            }
            values.add(value);
        }
        return values;
    }
}
