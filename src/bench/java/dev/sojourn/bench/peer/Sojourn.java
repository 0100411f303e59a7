package dev.sojourn.bench.peer;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Sojourn's timeline, asked as the interfaces ask it. */
final class Sojourn implements Contender {

    static final String NAME = "Sojourn";

    private static final Rules RULES = Rules.standard(new RegionMap("bench", Map.of()));

    private int maps;
    private final Timeline timeline;
    private final People people;
    private final long bytes;

    /**
     * Of a timeline that has taken in everything.
     *
     * @param bytes what it takes
     */
    Sojourn(Timeline timeline, Facts facts, long bytes) {
        this.timeline = timeline;
        this.people = new People(timeline, facts);
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public Optional<Asking> asking(Question question) {
        return Optional.of(asking(question, () -> RULES));
    }

    /**
     * The same question under another name each time (that of a region map, which makes no difference to what is
     * counted), so that nothing counted for an earlier one can be used: only the days and spells that are kept can.
     */
    Asking anew(Question question) {
        return asking(question, () -> Rules.standard(new RegionMap("bench " + maps++, Map.of())));
    }

    private Asking asking(Question question, Supplier<Rules> rules) {
        return switch (question) {
            case RETENTION_NOW, RETENTION_THEN -> new Asked<>(at -> retention(at, rules.get()), Told::retention);
            case FLOWS_NOW, FLOWS_ANY -> new Asked<>(at -> flows(at, rules.get()), Told::flows);
            case FLOWS_OF_ORIGIN -> new Asked<>(at -> flows(at, rules.get(), "origin:CN"), Told::flows);
            case FLOWS_OF_SECTOR -> new Asked<>(at -> flows(at, rules.get(), "sector:UNIVERSITY"), Told::flows);
            case YEARLY -> new Asked<>(at -> yearly(at, rules.get()), Told::yearly);
            case ORIGINS -> new Asked<>(at -> origins(at, rules.get()), Told::origins);
            case CHANGES_MONTH, CHANGES_YEAR -> new Asked<>(this::changes, Changes::answer);
            case STATE -> new Asked<>(people::state, People::read);
            case HISTORY -> new Asked<>(people::history, People::read);
        };
    }

    private Retention retention(Map<String, Integer> at, Rules rules) {
        return Retention.of(
                view(at),
                new Retention.Question(
                        everyone(rules, "origin:CN"), Filter.parse("country:US"), day(at, "from"), day(at, "to")));
    }

    private Flows flows(Map<String, Integer> at, Rules rules, String... where) {
        return Flows.of(
                view(at),
                new Flows.Question(everyone(rules, where), day(at, "from"), day(at, "to"), Attribute.COUNTRY));
    }

    private List<Flows> yearly(Map<String, Integer> at, Rules rules) {
        int[] days = Vantages.yearEnds();
        return Flows.yearly(
                view(at),
                new Flows.Question(
                        everyone(rules),
                        LocalDate.ofEpochDay(days[0]),
                        LocalDate.ofEpochDay(days[days.length - 1]),
                        Attribute.COUNTRY));
    }

    private Composition origins(Map<String, Integer> at, Rules rules) {
        return Composition.of(
                view(at),
                new Composition.Question(
                        everyone(rules), day(at, "from"), List.of(Attribute.ORIGIN, Attribute.COUNTRY)));
    }

    private Changes changes(Map<String, Integer> at) {
        return Changes.of(timeline.at(at.get("earlier")), timeline.at(at.get("later")), RULES, day(at, "to"));
    }

    private View view(Map<String, Integer> at) {
        return timeline.at(at.get("position"));
    }

    private static LocalDate day(Map<String, Integer> at, String name) {
        return LocalDate.ofEpochDay(at.get(name));
    }

    private static Population everyone(Rules rules, String... where) {
        return new Population(View.EVERYONE, Stream.of(where).map(Filter::parse).toList(), rules);
    }

    @Override
    public void close() {
        // held by memory only
    }

    /** A call and what it answers. */
    private record Asked<T>(Function<Map<String, Integer>, T> call, Function<T, Answer> reading) implements Asking {

        @Override
        public Object ask(Map<String, Integer> parameters) {
            return call.apply(parameters);
        }

        @Override
        @SuppressWarnings("unchecked") // what ask answered
        public Answer read(Object answered) {
            return reading.apply((T) answered);
        }

        @Override
        public void cancel() {
            Thread.currentThread().interrupt(); // never needed: no question takes a second
        }
    }
}
