package dev.sojourn.cli.question;

import dev.sojourn.cli.OpenLedger;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.SavedQuestion.Analysis;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.why.Asking;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A whole question of any analysis. */
final class AskedOptions {
    @Parameters(
            index = "0",
            paramLabel = "ANALYSIS",
            description = "composition, retention, flows, state, survival, paths or moves.")
    private String analysis;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "COHORT",
            defaultValue = "everyone",
            description = "Whom it is about (default: everyone in the ledger).")
    private String cohort;

    @Option(names = "--where", paramLabel = "COND", description = "Condition, repeatable, all must hold.")
    private List<String> where = List.of();

    @Option(names = "--known-at", paramLabel = "WHEN", description = "As known when (default: now).")
    private String knownAt;

    @Option(
            names = "--held",
            paramLabel = "COND",
            description = "Of a retention or survival: what is held, as in country:US.")
    private String held;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "First day of a retention, survival, of flows or moves.")
    private String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day of a retention, survival, of flows or moves.")
    private String to;

    @Option(names = "--as-of", paramLabel = "DAY", description = "Day of a composition or of states.")
    private String asOf;

    @Option(
            names = "--by",
            paramLabel = "ATTR",
            description = "Attributes of a composition or paths, or the one of flows or moves.")
    private String by;

    @Option(names = "--days", paramLabel = "DAYS", description = "Of paths: days with commas, as in 2019,2022,2025.")
    private String days;

    @Mixin
    private RuleOptions rules;

    /**
     * The question.
     *
     * @throws IllegalArgumentException naming the parameter that is wrong
     */
    SavedQuestion question() {
        return new SavedQuestion(analysis(), parameters());
    }

    /** Its parameters, by the names of the HTTP interface. */
    Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new TreeMap<>();
        put(parameters, "cohort", cohort);
        put(parameters, "knownAt", knownAt);
        put(parameters, "held", held);
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "asOf", asOf);
        put(parameters, "by", by);
        put(parameters, "days", days);
        rules.given().forEach((name, text) -> put(parameters, name, text));
        if (!where.isEmpty()) {
            parameters.put("where", where);
        }
        return parameters;
    }

    /**
     * Which analysis.
     *
     * @throws IllegalArgumentException if there is no such one
     */
    Analysis analysis() {
        return Analysis.parse(analysis);
    }

    /** A question, as known when it says. */
    static Asking asking(OpenLedger ledger, SavedQuestion question, RuleBook rules) {
        return new Asking(question, ledger.knowledge().at(question.knownAt()), rules);
    }

    /** Adds a parameter, if it is given. */
    static void put(Map<String, List<String>> parameters, String name, String value) {
        if (value != null) {
            parameters.put(name, List.of(value));
        }
    }
}
