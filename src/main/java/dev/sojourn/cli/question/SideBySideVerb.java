package dev.sojourn.cli.question;

import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.exchange.answer.side.SideBySideForm;
import dev.sojourn.study.side.SideBySide;
import dev.sojourn.study.why.Asking;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the same question under several rule sets. */
@Command(
        name = "side-by-side",
        mixinStandardHelpOptions = true,
        description =
                "The same question under two to six rule sets: each cell's counts, and with --json every answer and"
                        + " the people who differ.",
        footer = {
            "",
            "Examples:",
            "  sojourn side-by-side retention neurips-2019 --held country:US --from 2019 --to 2025 --where origin:CN"
                    + " --rules standard,without-phd",
            "  sojourn side-by-side composition --as-of 2019 --by region --rules standard,europe-with-uk --csv"
        })
public final class SideBySideVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private AskedOptions asked;

    @Mixin
    private FormatOption format;

    @Spec
    private CommandSpec spec;

    SideBySideVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var questions = SideBySide.questions(asked.analysis(), asked.parameters());
        var rules = RuleOptions.book();
        try (var ledger = OpenLedger.existing(data, world)) {
            var view = ledger.knowledge().at(questions.get(0).knownAt());
            var answer = SideBySide.of(questions.stream()
                    .map(question -> new Asking(question, view, rules))
                    .toList());
            int differing = answer.differing().size();
            format.print(
                    spec.commandLine().getOut(),
                    SideBySideForm.of(answer),
                    (differing == 1 ? "One person is" : differing + " people are")
                            + " not in the same cell under all, as known at position " + view.position());
        }
        return 0;
    }
}
