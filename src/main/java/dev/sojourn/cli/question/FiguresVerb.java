package dev.sojourn.cli.question;

import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.InputError;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.exchange.answer.FiguresForm;
import dev.sojourn.study.Figures;
import dev.sojourn.study.config.BadConfig;
import dev.sojourn.study.rule.RuleBook;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Computes all figures, and marks each against what was published. */
@Command(
        name = "figures",
        mixinStandardHelpOptions = true,
        description = "Computes every published figure and marks it. Exit code 1 if one is not reproduced.",
        footer = {
            "",
            "Figures are read from ./config/figures.yaml, or where there is none from the program.",
            "",
            "Examples:",
            "  sojourn figures --data data/demo",
            "  sojourn figures --data data/demo --json"
        })
public final class FiguresVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private FormatOption format;

    @Spec
    private CommandSpec spec;

    FiguresVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        try (var ledger = OpenLedger.existing(data, world)) {
            var answer = compute(ledger);
            format.print(spec.commandLine().getOut(), answer, headline(answer));
            return answer.failed() == 0 ? 0 : 1;
        }
    }

    public static FiguresForm compute(OpenLedger ledger) {
        try {
            var rules = RuleBook.load();
            return FiguresForm.of(Figures.load().checked(rules).compute(ledger.knowledge()::at, rules));
        } catch (BadConfig wrong) {
            throw new InputError(wrong.getMessage());
        }
    }

    public static String headline(FiguresForm answer) {
        return answer.passed() + " of " + (answer.passed() + answer.failed()) + " published values are reproduced";
    }
}
