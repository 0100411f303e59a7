package dev.sojourn.cli.question;

import dev.sojourn.analysis.path.Paths;
import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.exchange.answer.PathsForm;
import dev.sojourn.study.QuestionText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints paths, link by link. */
@Command(
        name = "paths",
        mixinStandardHelpOptions = true,
        description = "Where the same people are on several days: the links of a Sankey diagram.",
        footer = {
            "",
            "Examples:",
            "  sojourn paths neurips-2019 --days 2019,2022,2025 --by country --where origin:CN",
            "  sojourn paths --days 2019,2020,2021 --by region,sector --json"
        })
public final class PathsVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private QuestionOptions question;

    @Mixin
    private FormatOption format;

    @Option(names = "--days", required = true, paramLabel = "DAY,DAY", description = "Two or more days that ascend.")
    private String days;

    @Option(names = "--by", required = true, paramLabel = "ATTR[,ATTR]", description = "Attributes, as in country.")
    private String by;

    @Spec
    private CommandSpec spec;

    PathsVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var asked = new Paths.Question(question.population(), QuestionText.days(days), QuestionText.by(by));
        try (var ledger = OpenLedger.existing(data, world)) {
            var answer = PathsForm.of(Paths.of(question.view(ledger), asked));
            String headline =
                    answer.total() + " people by " + by + " on " + days + ": " + question.of(answer.knownAt());
            format.print(spec.commandLine().getOut(), answer, headline);
        }
        return 0;
    }
}
