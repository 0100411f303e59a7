package dev.sojourn.cli.question;

import dev.sojourn.analysis.move.Moves;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.exchange.answer.MovesForm;
import dev.sojourn.time.Vantage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints moves, pair by pair. */
@Command(
        name = "moves",
        mixinStandardHelpOptions = true,
        description = "First moves, all moves, coming back and return to the origin, between two days at any step.",
        footer = {
            "",
            "Examples:",
            "  sojourn moves neurips-2019 --from 2019 --to 2025 --by sector",
            "  sojourn moves neurips-2019 --from 2019 --to 2025 --by country --where origin:CN --json"
        })
public final class MovesVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private QuestionOptions question;

    @Mixin
    private FormatOption format;

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "First day; 2019 is its last day.")
    private String from;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "Last day.")
    private String to;

    @Option(names = "--by", required = true, paramLabel = "ATTR", description = "An attribute, as in country.")
    private String by;

    @Spec
    private CommandSpec spec;

    MovesVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var asked = new Moves.Question(question.population(), Vantage.day(from), Vantage.day(to), Attribute.parse(by));
        try (var ledger = OpenLedger.existing(data, world)) {
            var answer = MovesForm.of(Moves.of(question.view(ledger), asked));
            var returns = answer.returns();
            String headline = answer.moved() + " of " + answer.base() + " moved by " + by + " from " + answer.from()
                    + " to " + answer.to() + ", " + answer.circulated() + " came back"
                    + (returns == null
                            ? ""
                            : ", " + returns.returned() + " of " + returns.abroad()
                                    + " abroad returned to their origin")
                    + ": " + question.of(answer.knownAt());
            format.print(spec.commandLine().getOut(), answer, headline);
        }
        return 0;
    }
}
