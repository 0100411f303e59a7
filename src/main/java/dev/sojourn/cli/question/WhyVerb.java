package dev.sojourn.cli.question;

import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.exchange.answer.why.WhyForm;
import dev.sojourn.study.why.Why;
import dev.sojourn.time.Vantage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the people behind one number of an answer, and what makes it so. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = "The people behind one number of an answer, with the events that make it. As many as it says.",
        footer = {
            "",
            "Examples:",
            "  sojourn why retention neurips-2019 --held country:US --from 2019 --to 2025 --where origin:CN"
                    + " --cell destination:CN",
            "  sojourn why composition --as-of 2019 --by country --cell cell:US --csv"
        })
public final class WhyVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private AskedOptions asked;

    @Mixin
    private FormatOption format;

    @Option(
            names = "--cell",
            required = true,
            paramLabel = "NUMBER",
            description = "The number by its name in the answer: base, retained, destination:CN, cell:US, cell:US>CN.")
    private String cell;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "Of a retention: a day of its series (default: the last).")
    private String on;

    @Spec
    private CommandSpec spec;

    WhyVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var question = asked.question();
        try (var ledger = OpenLedger.existing(data, world)) {
            var view = ledger.knowledge().at(question.knownAt());
            var why = Why.of(
                    question.places(view, RuleOptions.book(), on == null ? null : Vantage.day(on)),
                    question.cohort(),
                    cell,
                    null,
                    Integer.MAX_VALUE,
                    ledger.histories().teller(view));
            format.print(
                    spec.commandLine().getOut(),
                    WhyForm.of(question, why, null),
                    cell + " is " + why.count() + (why.count() == 1 ? " person" : " people") + ", as known at position "
                            + view.position());
        }
        return 0;
    }
}
