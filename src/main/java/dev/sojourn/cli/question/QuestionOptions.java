package dev.sojourn.cli.question;

import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.projection.View;
import dev.sojourn.study.QuestionText;
import dev.sojourn.study.RegionMaps;
import dev.sojourn.time.KnownAt;
import java.util.List;
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

    @Option(names = "--place", paramLabel = "RULE", description = "What a country is: country (headquarters) or site.")
    private String place;

    @Option(names = "--phd", paramLabel = "RULE", description = "PhD students on the first day: in or out.")
    private String phd;

    @Option(names = "--max-age", paramLabel = "PERIOD", description = "How old an observation may be, as in P24M.")
    private String maxAge;

    @Option(names = "--carried", paramLabel = "RULE", description = "States older than that: count or unobserved.")
    private String carried;

    @Option(
            names = "--reviewed",
            paramLabel = "RULE",
            description = "Changes that await approval: count like all, or only reviewed ones do.")
    private String reviewed;

    View view(OpenLedger ledger) {
        return ledger.knowledge().at(KnownAt.parse(knownAt));
    }

    Population population() {
        return new Population(
                new CohortId(cohort),
                where.stream().map(Filter::parse).toList(),
                QuestionText.rules(place, phd, maxAge, carried, reviewed, RegionMaps.reference()));
    }

    /** For headlines: of whom, and from which moment of knowledge. */
    String of(KnownForm known) {
        return cohort + (where.isEmpty() ? "" : " where " + String.join(" and ", where)) + ", as known at position "
                + known.position() + (known.recorded() == null ? "" : " (" + known.recorded() + ")");
    }
}
