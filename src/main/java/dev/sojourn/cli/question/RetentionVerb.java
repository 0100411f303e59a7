package dev.sojourn.cli.question;

import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.exchange.answer.RetentionForm;
import dev.sojourn.time.Vantage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a retention, year by year. */
@Command(
        name = "retention",
        mixinStandardHelpOptions = true,
        description = "Who of those that had a value on one day has it on a later one, year by year.",
        footer = {
            "",
            "Examples:",
            "  sojourn retention neurips-2019 --held country:US --from 2019 --to 2025 --where origin:CN",
            "  sojourn retention --held country:US --from 2019 --to 2025 --known-at 2024-01-01 --json"
        })
public final class RetentionVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private QuestionOptions question;

    @Mixin
    private FormatOption format;

    @Option(names = "--held", required = true, paramLabel = "COND", description = "What is held, as in country:US.")
    private String held;

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "First day; 2019 is its last day.")
    private String from;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "Last day.")
    private String to;

    @Spec
    private CommandSpec spec;

    RetentionVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var asked =
                new Retention.Question(question.population(), Filter.parse(held), Vantage.day(from), Vantage.day(to));
        try (var ledger = OpenLedger.existing(data, world)) {
            var answer = RetentionForm.of(Retention.of(question.view(ledger), asked));
            String headline = answer.retained() + " of " + answer.base() + " held " + answer.held() + " from "
                    + answer.from() + " to " + answer.to() + ": " + question.of(answer.knownAt());
            format.print(spec.commandLine().getOut(), answer, headline);
        }
        return 0;
    }
}
