package dev.sojourn.cli.question;

import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.exchange.answer.SurvivalForm;
import dev.sojourn.time.Vantage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a survival, time by time. */
@Command(
        name = "survival",
        mixinStandardHelpOptions = true,
        description =
                "Share never yet gone by time since the first day (Kaplan-Meier): first exits count, who is not seen"
                        + " again is censored. Not comparable with the rate of a retention.",
        footer = {
            "",
            "Examples:",
            "  sojourn survival neurips-2019 --held country:US --from 2019 --where origin:CN",
            "  sojourn survival --held sector:UNIVERSITY --from 2019 --to 2023 --csv"
        })
public final class SurvivalVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private QuestionOptions question;

    @Mixin
    private FormatOption format;

    @Option(names = "--held", required = true, paramLabel = "COND", description = "What is kept, as in country:US.")
    private String held;

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "First day; 2019 is its last day.")
    private String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day looked at (default: that of --known-at).")
    private String to;

    @Spec
    private CommandSpec spec;

    SurvivalVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var asked = new Survival.Question(
                question.population(), Filter.parse(held), Vantage.day(from), to == null ? null : Vantage.day(to));
        try (var ledger = OpenLedger.existing(data, world)) {
            var answer = SurvivalForm.of(Survival.of(question.view(ledger), asked));
            String headline = answer.base() + " held " + answer.held() + " on " + answer.from() + ", " + answer.exits()
                    + " seen to go, " + answer.ended() + " careers ended, " + answer.censored() + " censored; median "
                    + (answer.median() == null ? "not reached" : answer.median() + " " + answer.unit()) + ": "
                    + question.of(answer.knownAt());
            format.print(spec.commandLine().getOut(), answer, headline);
        }
        return 0;
    }
}
