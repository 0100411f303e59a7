package dev.sojourn.cli.question;

import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.projection.View;
import dev.sojourn.time.KnownAt;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every analysis takes: the cohort, conditions, the moment of knowledge, and the rules. */
final class QuestionOptions {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "COHORT",
            defaultValue = "everyone",
            description = "Whom it is about (default: everyone in the ledger).")
    private String cohort;

    @Option(
            names = "--where",
            paramLabel = "COND",
            description = "Condition, repeatable, all must hold: origin:CN, sector:COMPANY|UNIVERSITY, country:!US,"
                    + " country:US@2019.")
    private List<String> where = List.of();

    @Option(
            names = "--known-at",
            paramLabel = "WHEN",
            defaultValue = "now",
            description = "As known when: now, a day, an instant, position:N or release:NAME (default: now).")
    private String knownAt;

    @Mixin
    private RuleOptions rules;

    View view(OpenLedger ledger) {
        return ledger.knowledge().at(KnownAt.parse(knownAt));
    }

    Population population() {
        return new Population(
                new CohortId(cohort),
                where.stream().map(Filter::parse).toList(),
                RuleOptions.book().rules(rules.given()));
    }

    /** The same, by the names of the HTTP interface. */
    Map<String, List<String>> parameters() {
        var parameters = new TreeMap<String, List<String>>();
        parameters.put("cohort", List.of(cohort));
        parameters.put("knownAt", List.of(knownAt));
        rules.given().forEach((name, text) -> parameters.put(name, List.of(text)));
        if (!where.isEmpty()) {
            parameters.put("where", where);
        }
        return parameters;
    }

    /** For headlines: of whom, and from which moment of knowledge. */
    String of(KnownForm known) {
        return cohort + (where.isEmpty() ? "" : " where " + String.join(" and ", where)) + rules.told()
                + ", as known at position " + known.position()
                + (known.recorded() == null ? "" : " (" + known.recorded() + ")");
    }
}
