package dev.sojourn.study;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.cell.Places;
import dev.sojourn.analysis.count.Days;
import dev.sojourn.analysis.move.Moves;
import dev.sojourn.analysis.path.Paths;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.projection.View;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.time.KnownAt;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A question as it can be kept and asked again: an analysis, and its parameters by the names of the HTTP interface, with
 * the cohort among them.
 */
public record SavedQuestion(Analysis analysis, Map<String, List<String>> parameters) {

    /** What can be asked. */
    public enum Analysis {
        COMPOSITION,
        RETENTION,
        FLOWS,
        STATE,
        SURVIVAL,
        PATHS,
        MOVES;

        private static final Set<String> ALWAYS = Set.of("cohort", "where", "knownAt");

        private boolean takes(String parameter) {
            var own =
                    switch (this) {
                        case COMPOSITION -> Set.of("asOf", "by");
                        case RETENTION -> Set.of("held", "from", "to");
                        case FLOWS -> Set.of("from", "to", "by");
                        case STATE -> Set.of("asOf");
                        case SURVIVAL -> Set.of("held", "from", "to");
                        case PATHS -> Set.of("days", "by");
                        case MOVES -> Set.of("from", "to", "by");
                    };
            return own.contains(parameter) || ALWAYS.contains(parameter) || RULES.contains(parameter);
        }

        /**
         * Reads what {@link #text} wrote, in letters of any case.
         *
         * @throws IllegalArgumentException naming those there are, if it is none of them
         */
        public static Analysis parse(String text) {
            return Arrays.stream(values())
                    .filter(analysis -> analysis.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no analysis \"" + text + "\"; there are "
                            + Arrays.stream(values()).map(Analysis::text).collect(Collectors.joining(", "))));
        }

        /** As written in paths and files, for example {@code composition}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The parameters that say under which rules. */
    static final Set<String> RULES = Stream.concat(Stream.of(RuleBook.SET), RuleBook.PARAMETERS.stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<Attribute> ORIGINS = Set.of(Attribute.ORIGIN, Attribute.ORIGIN_REGION);

    /** The most people whose states a figure is about. */
    private static final int PEOPLE = 1_000;

    /**
     * Checks that the analysis takes each of the parameters, needs no others, and can read them.
     *
     * @throws IllegalArgumentException beginning with the name of the parameter that is wrong
     */
    public SavedQuestion {
        var copy = new TreeMap<String, List<String>>();
        parameters.forEach((name, texts) -> {
            if (!analysis.takes(name)) {
                throw new IllegalArgumentException(name + ": " + analysis.text() + " takes no such parameter");
            }
            copy.put(name, List.copyOf(texts));
        });
        parameters = copy;
        var parts = new QuestionParts(parameters);
        parts.knownAt();
        question(analysis, parts, RuleBook.unread());
    }

    /**
     * The rules it is asked under.
     *
     * @throws IllegalArgumentException if it names a rule set or a region map that is not in the book
     */
    public Rules rules(RuleBook book) {
        return new QuestionParts(parameters).population(book).rules();
    }

    /** From which moment of knowledge it is asked; now, if it does not say. */
    public KnownAt knownAt() {
        return new QuestionParts(parameters).knownAt();
    }

    /** The call that asks it over HTTP: path and query. */
    public String call() {
        var query = new ArrayList<String>();
        parameters.forEach((name, texts) -> {
            if (!name.equals("cohort")) {
                texts.forEach(text -> query.add(name + "=" + encoded(text)));
            }
        });
        return "/api/v1/cohorts/" + encoded(parameters.get("cohort").get(0)) + "/" + analysis.text()
                + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    /** The same question with some parameters replaced; the name of a rule set replaces all rules. */
    public SavedQuestion with(Map<String, List<String>> others) {
        var replaced = new TreeMap<>(parameters);
        if (others.containsKey(RuleBook.SET)) {
            replaced.keySet().removeAll(RULES);
        }
        replaced.putAll(others);
        return new SavedQuestion(analysis, replaced);
    }

    /**
     * Answers.
     *
     * @throws IllegalArgumentException if the cohort or a value of a condition is not in the ledger
     */
    Answer answer(View view, RuleBook rules) {
        var question = question(analysis, new QuestionParts(parameters), rules);
        if (question instanceof Composition.Question composition) {
            return new CompositionAnswer(Composition.of(view, composition));
        }
        if (question instanceof Retention.Question retention) {
            return new RetentionAnswer(Retention.of(view, retention));
        }
        if (question instanceof Flows.Question flows) {
            return new FlowsAnswer(Flows.of(view, flows));
        }
        if (question instanceof Survival.Question survival) {
            return new SurvivalAnswer(Survival.of(view, survival));
        }
        if (question instanceof Paths.Question paths) {
            return new PathsAnswer(Paths.of(view, paths));
        }
        if (question instanceof Moves.Question moves) {
            return new MovesAnswer(Moves.of(view, moves));
        }
        return new StateAnswer(view, Roster.of(view, (Roster.Question) question));
    }

    /**
     * Where each person stands in the answer.
     *
     * @param day of a retention, the day of its series that is asked about; null for its end point, and else
     * @throws IllegalArgumentException if the cohort or a value of a condition is not in the ledger
     */
    public Places places(View view, RuleBook rules, LocalDate day) {
        var question = question(analysis, new QuestionParts(parameters), rules);
        if (question instanceof Composition.Question composition) {
            return Places.of(view, composition);
        }
        if (question instanceof Retention.Question retention) {
            return Places.of(view, retention, day == null ? retention.to() : day);
        }
        if (question instanceof Flows.Question flows) {
            return Places.of(view, flows);
        }
        if (question instanceof Survival.Question survival) {
            return Places.of(view, survival);
        }
        if (question instanceof Paths.Question paths) {
            return Places.of(view, paths);
        }
        return question instanceof Moves.Question moves
                ? Places.of(view, moves)
                : Places.of(view, (Roster.Question) question);
    }

    /** Where each person stands in the answer; of a retention, at its end point. */
    public Places places(View view, RuleBook rules) {
        return places(view, rules, null);
    }

    private static final Set<String> DAYS = Set.of("asOf", "from", "to", "days");

    /** The same question of the days of another. */
    public SavedQuestion withDaysOf(SavedQuestion other) {
        return withTheirs(other, DAYS);
    }

    /** The same question under the rules of another. */
    public SavedQuestion withRulesOf(SavedQuestion other) {
        return withTheirs(other, RULES);
    }

    private SavedQuestion withTheirs(SavedQuestion other, Set<String> names) {
        var replaced = new TreeMap<>(parameters);
        replaced.keySet().removeAll(names);
        other.parameters.forEach((name, texts) -> {
            if (names.contains(name)) {
                replaced.put(name, texts);
            }
        });
        return new SavedQuestion(analysis, replaced);
    }

    /**
     * What it asks, if it asks for a retention.
     *
     * @throws IllegalArgumentException if it asks for something else
     */
    public Retention.Question retention(RuleBook rules) {
        if (question(analysis, new QuestionParts(parameters), rules) instanceof Retention.Question retention) {
            return retention;
        }
        throw new IllegalArgumentException("a " + analysis.text() + " has no base that could be frozen");
    }

    /** The same question without its moment of knowledge. */
    public SavedQuestion ofAnyMoment() {
        var others = new TreeMap<>(parameters);
        others.remove("knownAt");
        return new SavedQuestion(analysis, others);
    }

    /** The same question with its last day written out, where that is the day of the moment of knowledge. */
    public SavedQuestion withLastDay(View view) {
        if (analysis != Analysis.SURVIVAL || parameters.containsKey("to")) {
            return this;
        }
        var question = (Survival.Question) question(analysis, new QuestionParts(parameters), RuleBook.unread());
        return with(Map.of("to", List.of(question.lastDay(view).toString())));
    }

    /** Of a retention the days of its series; none of other analyses. */
    public List<LocalDate> series() {
        var parts = new QuestionParts(parameters);
        return analysis == Analysis.RETENTION ? Days.from(parts.day("from"), parts.day("to")) : List.of();
    }

    /** The cohort it is about. */
    public CohortId cohort() {
        return new QuestionParts(parameters).cohort();
    }

    /** The number that another one is a share of; null where it is none. */
    public String base(String number) {
        return switch (analysis) {
            case COMPOSITION -> number.startsWith("cell:") ? "known" : null;
            case RETENTION ->
                number.equals("retained") || number.equals("sameInstitution") || number.startsWith("destination:")
                        ? "base"
                        : null;
            case FLOWS -> number.startsWith("cell:") ? "total" : null;
            case MOVES ->
                number.startsWith("firstMove:") || number.equals("moved") || number.equals("circulated")
                        ? "base"
                        : number.equals("returned") ? "abroad" : null;
            case PATHS -> number.startsWith("node:") || number.startsWith("link:") ? "total" : null;
            case STATE, SURVIVAL -> null;
        };
    }

    /** Whether shares are over people who may be unobserved at the end. */
    public boolean keepsUnobserved() {
        return analysis != Analysis.COMPOSITION;
    }

    /** The members of the cohort whom no condition on origin leaves out: what else is asked, states decide. */
    public IntStream whomStatesDecide(View view, RuleBook rules) {
        var population = new QuestionParts(parameters).population(rules);
        var origins = population.where().stream()
                .filter(condition -> ORIGINS.contains(condition.attribute()))
                .toList();
        var day = places(view, rules).days().get(0).on();
        var all = new Composition.Question(
                new Population(population.cohort(), origins, population.rules()), day, List.of(Attribute.COUNTRY));
        return IntStream.of(Places.of(view, all).people("total"));
    }

    /**
     * The answer itself, of {@link dev.sojourn.analysis}.
     *
     * @throws IllegalArgumentException if the cohort or a value of a condition is not in the ledger
     */
    public Record given(View view, RuleBook rules) {
        return answer(view, rules).given();
    }

    /**
     * An answer, and what it counts.
     *
     * @param given of {@link dev.sojourn.analysis}
     * @param counted as {@link #counted}
     */
    public record Told(Record given, Map<String, Object> counted) {}

    /**
     * Both at once.
     *
     * @throws IllegalArgumentException if the cohort or a value of a condition is not in the ledger
     */
    public Told told(View view, RuleBook rules) {
        var answer = answer(view, rules);
        return new Told(answer.given(), answer.counted());
    }

    /**
     * What the answer counts, and whom by id, as JSON can tell it: whole numbers, words, ids and days, nothing encrypted.
     *
     * @throws IllegalArgumentException if the cohort or a value of a condition is not in the ledger
     */
    public Map<String, Object> counted(View view, RuleBook rules) {
        return answer(view, rules).counted();
    }

    private static Record question(Analysis analysis, QuestionParts parts, RuleBook rules) {
        var population = parts.population(rules);
        return switch (analysis) {
            case COMPOSITION -> new Composition.Question(population, parts.day("asOf"), parts.by());
            case RETENTION -> new Retention.Question(population, parts.held(), parts.day("from"), parts.day("to"));
            case FLOWS ->
                new Flows.Question(
                        population,
                        parts.day("from"),
                        parts.day("to"),
                        parts.by().get(0));
            case STATE -> new Roster.Question(population, parts.day("asOf"), null, PEOPLE);
            case SURVIVAL -> new Survival.Question(population, parts.held(), parts.day("from"), parts.day("to", null));
            case PATHS -> new Paths.Question(population, parts.days(), parts.by());
            case MOVES ->
                new Moves.Question(
                        population,
                        parts.day("from"),
                        parts.day("to"),
                        parts.by().get(0));
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}
