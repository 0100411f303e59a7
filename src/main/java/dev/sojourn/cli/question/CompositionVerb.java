package dev.sojourn.cli.question;

import dev.sojourn.analysis.Composition;
import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.exchange.answer.CompositionForm;
import dev.sojourn.study.QuestionText;
import dev.sojourn.time.Vantage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a composition. */
@Command(
        name = "composition",
        mixinStandardHelpOptions = true,
        description = "How many have which values on a day; shares are over those whose value is known.",
        footer = {
            "",
            "Examples:",
            "  sojourn composition neurips-2019 --as-of 2019 --by country",
            "  sojourn composition neurips-2019 --as-of 2019 --by origin,country --where sector:UNIVERSITY --csv"
        })
public final class CompositionVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private QuestionOptions question;

    @Mixin
    private FormatOption format;

    @Option(names = "--as-of", required = true, paramLabel = "DAY", description = "The day; 2019 is its last day.")
    private String asOf;

    @Option(names = "--by", required = true, paramLabel = "ATTR[,ATTR]", description = "Attributes, as in country.")
    private String by;

    @Spec
    private CommandSpec spec;

    CompositionVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var asked = new Composition.Question(question.population(), Vantage.day(asOf), QuestionText.by(by));
        try (var ledger = OpenLedger.existing(data, world)) {
            var answer = CompositionForm.of(Composition.of(question.view(ledger), asked));
            String headline = answer.known() + " known of " + answer.total() + " on " + answer.asOf() + ": "
                    + question.of(answer.knownAt());
            format.print(spec.commandLine().getOut(), answer, headline);
        }
        return 0;
    }
}
