package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.event.Recorded;
import dev.sojourn.projection.View;
import dev.sojourn.study.Expectation;
import dev.sojourn.study.Figure;
import dev.sojourn.study.Figures;
import dev.sojourn.study.Published;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.SavedQuestion.Analysis;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.whatif.Foreseen;
import dev.sojourn.study.whatif.WhatIf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** For any history: its last events are foreseen as those of one command, and then told. What was foreseen must be what came. */
@Label("What is foreseen of events is what they change once they are recorded")
class WhatIfTest {
    private static final RuleBook RULES = RuleBook.of(new RegionMap("test-1", Questions.REGIONS));

    private static final Figures FIGURES = new Figures(
            List.of(
                    figure(
                            "where",
                            Analysis.COMPOSITION,
                            Map.of("cohort", "first", "asOf", "2021", "by", "country"),
                            "cell:CN"),
                    figure(
                            "origins",
                            Analysis.COMPOSITION,
                            Map.of("cohort", "everyone", "asOf", "2021", "by", "originRegion,sector"),
                            "known"),
                    figure(
                            "approved",
                            Analysis.COMPOSITION,
                            Map.of("cohort", "everyone", "asOf", "2022", "by", "institution", "reviewed", "only"),
                            "total"),
                    figure(
                            "stayed",
                            Analysis.RETENTION,
                            Map.of("cohort", "everyone", "held", "country:US", "from", "2018", "to", "2022"),
                            "retained"),
                    figure(
                            "lately",
                            Analysis.RETENTION,
                            Map.of(
                                    "cohort",
                                    "second",
                                    "held",
                                    "sector:UNIVERSITY",
                                    "from",
                                    "2019",
                                    "to",
                                    "2021",
                                    "maxAge",
                                    "P12M",
                                    "carried",
                                    "unobserved"),
                            "base"),
                    figure(
                            "moves",
                            Analysis.FLOWS,
                            Map.of("cohort", "everyone", "from", "2019", "to", "2022", "by", "role", "place", "site"),
                            "total"),
                    figure(
                            "parents",
                            Analysis.COMPOSITION,
                            Map.of("cohort", "everyone", "asOf", "2021", "by", "parent,institution"),
                            "total"),
                    figure(
                            "lasted",
                            Analysis.SURVIVAL,
                            Map.of("cohort", "everyone", "held", "country:US", "from", "2018", "to", "2022"),
                            "base"),
                    figure(
                            "ways",
                            Analysis.PATHS,
                            Map.of("cohort", "first", "days", "2018,2020,2022", "by", "country", "reviewed", "only"),
                            "total"),
                    figure(
                            "steps",
                            Analysis.MOVES,
                            Map.of("cohort", "everyone", "from", "2018", "to", "2022", "by", "country"),
                            "moves"),
                    figure("who", Analysis.STATE, Map.of("cohort", "first", "asOf", "2021"), "total")),
            List.of());

    private static Figure figure(String id, Analysis analysis, Map<String, String> parameters, String read) {
        var lists = new HashMap<String, List<String>>();
        parameters.forEach((name, text) -> lists.put(name, List.of(text)));
        var question = new SavedQuestion(analysis, lists);
        var value = new Expectation(read, question, new Published("0", null, null, null));
        return new Figure(id, id, question, Figure.Chart.TABLE, "nobody", null, List.of(value));
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Histories.seeds();
    }

    @Provide
    Arbitrary<EventList> histories() {
        return Histories.any();
    }

    @Property(tries = 1000)
    void in_every_figure_and_for_everybody(@ForAll("histories") EventList history, @ForAll("seeds") long seed) {
        int supposed = 1 + Math.floorMod(seed, 4);
        int position = Math.max(8, history.head() - supposed);
        var events = history.withOneCommandAfter(position); // approval is about all that came of the same command
        var timeline = events.timeline(position);
        var unasked = told(timeline.now());

        var foreseen = new WhatIf(timeline, events, FIGURES, RULES)
                .of(
                        events.all().subList(position, events.head()).stream()
                                .map(Recorded::event)
                                .toList(),
                        position);

        assertThat(told(timeline.now())).as("nothing is taken in").isEqualTo(unasked);
        assertThat(timeline.position()).isEqualTo(position);
        var before = events.timeline(position).now();
        var after = events.timeline(events.head()).now();
        assertThat(foreseen.position()).isEqualTo(position);
        for (var figure : FIGURES.all()) {
            var change = foreseen.figures().stream()
                    .filter(one -> one.figure().equals(figure))
                    .findFirst();
            boolean differs = !Objects.equals(counted(figure, before), counted(figure, after));
            assertThat(change.isPresent()).as(figure.id() + " changes").isEqualTo(differs);
            change.ifPresent(one -> one.answers().forEach(answer -> {
                var question = figure.question();
                for (var number : answer.numbers()) {
                    assertThat(number.from())
                            .as(number.number())
                            .isEqualTo(people(question, before, answer, number.number()));
                    assertThat(number.to())
                            .as(number.number())
                            .isEqualTo(people(question, after, answer, number.number()));
                }
            }));
            change.ifPresent(one ->
                    one.answers().forEach(answer -> assertThat(units(answer)).isEqualTo(units(figure, before, after))));
            change.ifPresent(one -> assertThat(numbers(one)).as(figure.id()).isEqualTo(numbers(figure, before, after)));
            if (figure.question().analysis() != Analysis.STATE) {
                change.ifPresent(
                        one -> assertThat(movers(one)).isEqualTo(movers(figure.question(), one, before, after)));
            } else {
                change.ifPresent(one -> assertThat(one.answers().get(0).people())
                        .extracting(person -> (Object) person.researcher().value())
                        .isEqualTo(others(counted(figure, before), counted(figure, after))));
            }
        }
    }

    /** How many people a number counts; null without an answer. */
    private static Integer people(SavedQuestion question, View view, Foreseen.Answer answer, String number) {
        try {
            return question.places(view, RULES, answer.on()).count(number);
        } catch (IllegalArgumentException noAnswer) {
            return noAnswer.getMessage().startsWith("there is no number")
                    ? counting(question, view, answer, number)
                    : null;
        }
    }

    private static String units(Foreseen.Answer answer) {
        return answer.units() == null
                ? null
                : (answer.units().from() + " to " + answer.units().to()).toLowerCase(Locale.ROOT);
    }

    /** In what the times of two survivals are, where that differs; else null. */
    private static String units(Figure figure, View before, View after) {
        var one = counted(figure, before);
        var other = counted(figure, after);
        return one == null || other == null || Objects.equals(one.get("unit"), other.get("unit"))
                ? null
                : one.get("unit") + " to " + other.get("unit");
    }

    private static Map<String, String> numbers(Foreseen.Change change) {
        var numbers = new TreeMap<String, String>();
        change.answers().forEach(answer -> answer.numbers()
                .forEach(number ->
                        numbers.put(answer.on() + " " + number.number(), number.from() + " to " + number.to())));
        return numbers;
    }

    /** All numbers that differ, on all days, by looking at everybody twice. */
    private static Map<String, String> numbers(Figure figure, View before, View after) {
        var numbers = new TreeMap<String, String>();
        var series = figure.question().series();
        for (var day : series.isEmpty() ? Collections.<LocalDate>singletonList(null) : series) {
            var one = tally(figure, before, day);
            var other = tally(figure, after, day);
            var names = new TreeSet<String>();
            Stream.of(one, other).filter(Objects::nonNull).forEach(tally -> names.addAll(tally.keySet()));
            for (var name : names) {
                Integer from = one == null ? null : one.getOrDefault(name, 0);
                Integer to = other == null ? null : other.getOrDefault(name, 0);
                if (!Objects.equals(from, to)) {
                    numbers.put(day + " " + name, from + " to " + to);
                }
            }
        }
        return numbers;
    }

    private static Map<String, Integer> tally(Figure figure, View view, LocalDate day) {
        try {
            var places = figure.question().places(view, RULES, day);
            var tally = new HashMap<String, Integer>();
            places.members().forEach(who -> places.of(who)
                    .numbers()
                    .forEach(number -> tally.merge(number, places.times(who, number), Integer::sum)));
            return tally;
        } catch (IllegalArgumentException noAnswer) {
            return null;
        }
    }

    /** A cell that is no number, such as that of the unobserved. */
    private static int counting(SavedQuestion question, View view, Foreseen.Answer answer, String number) {
        var places = question.places(view, RULES, answer.on());
        return (int) places.members()
                .filter(who -> places.of(who).cell().equals(number))
                .count();
    }

    private static List<String> movers(Foreseen.Change change) {
        var all = new ArrayList<String>();
        change.answers().forEach(answer -> answer.people()
                .forEach(person ->
                        all.add(answer.on() + " " + person.researcher() + " " + person.from() + ">" + person.to())));
        return all;
    }

    private static List<String> movers(SavedQuestion question, Foreseen.Change change, View before, View after) {
        var all = new ArrayList<String>();
        for (var answer : change.answers()) {
            var one = cells(question, before, answer);
            var other = cells(question, after, answer);
            var ids = new TreeSet<>(one.keySet());
            ids.addAll(other.keySet());
            for (var id : ids) {
                String from = one.getOrDefault(id, "outside");
                String to = other.getOrDefault(id, "outside");
                if (!from.equals(to)) {
                    all.add(answer.on() + " " + id + " " + from + ">" + to);
                }
            }
        }
        return all;
    }

    /** Of whom something else is told, or who is told in one of the two only; by id. */
    private static List<Object> others(Map<String, Object> one, Map<String, Object> other) {
        var ids = new TreeSet<String>();
        var alike = new ArrayList<Object>(members(one));
        alike.retainAll(members(other));
        var differing = new ArrayList<Object>(members(one));
        differing.addAll(members(other));
        differing.removeAll(alike);
        differing.forEach(
                member -> ids.add(((Map<?, ?>) member).get("researcher").toString()));
        return List.copyOf(ids);
    }

    private static List<?> members(Map<String, Object> counted) {
        return counted == null ? List.of() : (List<?>) counted.get("members");
    }

    private static Map<String, String> cells(SavedQuestion question, View view, Foreseen.Answer answer) {
        var cells = new HashMap<String, String>();
        try {
            var places = question.places(view, RULES, answer.on());
            places.members()
                    .forEach(who -> cells.put(
                            places.view().researcher(who).toString(),
                            places.of(who).cell()));
        } catch (IllegalArgumentException noAnswer) {
            return cells;
        }
        return cells;
    }

    private static Map<String, Object> counted(Figure figure, View view) {
        try {
            return figure.question().counted(view, RULES);
        } catch (IllegalArgumentException noAnswer) {
            return null;
        }
    }

    private static List<Object> told(View view) {
        var all = new ArrayList<Object>();
        FIGURES.all().forEach(figure -> all.add(counted(figure, view)));
        return all;
    }
}
