package dev.sojourn.cli.question;

import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.InputError;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.exchange.answer.FlowValuesForm;
import dev.sojourn.exchange.answer.FlowsForm;
import dev.sojourn.exchange.answer.YearlyForm;
import dev.sojourn.time.Vantage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints flows. */
@Command(
        name = "flows",
        mixinStandardHelpOptions = true,
        description = "How many went from which value to which, between two days; who stayed is on the diagonal.",
        footer = {
            "",
            "Examples:",
            "  sojourn flows neurips-2019 --from 2019 --to 2025 --by country",
            "  sojourn flows neurips-2019 --from 2019 --to 2025 --by country --values",
            "  sojourn flows neurips-2019 --from 2019 --to 2025 --by sector --yearly --csv"
        })
public final class FlowsVerb implements Callable<Integer> {
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

    @Option(names = "--yearly", description = "Between consecutive years.")
    private boolean yearly;

    @Option(names = "--values", description = "Stocks, net, gross and rates of each value, instead of pairs.")
    private boolean values;

    @Spec
    private CommandSpec spec;

    FlowsVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var asked = new Flows.Question(question.population(), Vantage.day(from), Vantage.day(to), Attribute.parse(by));
        var out = spec.commandLine().getOut();
        if (values && yearly) {
            throw new InputError("--values and --yearly do not go together");
        }
        try (var ledger = OpenLedger.existing(data, world)) {
            var view = question.view(ledger);
            if (yearly) {
                var answer = YearlyForm.of(Flows.yearly(view, asked));
                format.print(out, answer, headline(answer.total()) + question.of(answer.knownAt()));
            } else {
                var answer = FlowsForm.of(Flows.of(view, asked));
                format.print(
                        out,
                        values ? FlowValuesForm.of(answer) : answer,
                        headline(answer.total()) + question.of(answer.knownAt()));
            }
        }
        return 0;
    }

    private String headline(int total) {
        return total + " people by " + by + " from " + from + " to " + to + ": ";
    }
}
