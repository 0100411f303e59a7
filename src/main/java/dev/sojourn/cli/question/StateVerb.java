package dev.sojourn.cli.question;

import dev.sojourn.analysis.Roster;
import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.StateForm;
import dev.sojourn.time.Vantage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints where each member is. */
@Command(
        name = "state",
        mixinStandardHelpOptions = true,
        description = "Where each member is on a day, with the spell that decides and by which rule.",
        footer = {
            "",
            "Examples:",
            "  sojourn state neurips-2019 --as-of 2025 --where origin:CN --where country:US@2019",
            "  sojourn state --as-of 2023-06 --known-at release:tracker-1.0 --csv"
        })
public final class StateVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private QuestionOptions question;

    @Mixin
    private FormatOption format;

    @Option(names = "--as-of", required = true, paramLabel = "DAY", description = "The day; 2019 is its last day.")
    private String asOf;

    @Mixin
    private PartOptions part;

    @Spec
    private CommandSpec spec;

    StateVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        int most = part.most();
        var asked = new Roster.Question(
                question.population(),
                Vantage.day(asOf),
                part.after() == null ? null : new ResearcherId(part.after()),
                most + 1); // one more tells whether there is more
        try (var ledger = OpenLedger.existing(data, world)) {
            var answer = Roster.of(question.view(ledger), asked);
            var members = answer.members();
            String next =
                    members.size() > most ? members.get(most - 1).researcher().value() : null;
            var form = StateForm.of(answer.first(most), next);
            String headline = form.total() + " people on " + form.asOf() + ": " + question.of(form.knownAt());
            if (next != null) {
                headline += System.lineSeparator() + "The next: --after " + next + " --known-at position:"
                        + form.knownAt().position();
            }
            format.print(spec.commandLine().getOut(), form, headline);
        }
        return 0;
    }
}
