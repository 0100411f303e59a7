package dev.sojourn.cli.question;

import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.exchange.answer.RetentionForm;
import dev.sojourn.exchange.answer.side.FrozenForm;
import dev.sojourn.projection.Follower;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.side.FrozenBase;
import dev.sojourn.study.why.Asking;
import dev.sojourn.time.KnownAt;
import dev.sojourn.time.Vantage;
import java.util.ArrayList;
import java.util.List;
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

    @Option(
            names = "--members",
            paramLabel = "WHEN",
            description =
                    "Beside it, the base as known then (release:NAME, position:N, a day), wherever its people are as"
                            + " known at --known-at; and who joined and left the base since.")
    private String members;

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
            if (members != null) {
                frozen(ledger);
                return 0;
            }
            var answer = RetentionForm.of(Retention.of(question.view(ledger), asked));
            String headline = answer.retained() + " of " + answer.base() + " held " + answer.held() + " from "
                    + answer.from() + " to " + answer.to() + ": " + question.of(answer.knownAt());
            format.print(spec.commandLine().getOut(), answer, headline);
        }
        return 0;
    }

    private void frozen(OpenLedger ledger) {
        var parameters = question.parameters();
        parameters.put("held", List.of(held));
        parameters.put("from", List.of(from));
        parameters.put("to", List.of(to));
        var saved = new SavedQuestion(SavedQuestion.Analysis.RETENTION, parameters);
        var rules = RuleOptions.book();
        var then = new Asking(saved, ledger.knowledge().at(KnownAt.parse(members)), rules);
        var now = new Asking(saved, question.view(ledger), rules);
        var answer = FrozenForm.of(FrozenBase.of(then, now, Follower.history(ledger.store())));
        var lines = new ArrayList<String>();
        answer.joined().forEach(who -> lines.add("joined the base: " + told(who)));
        answer.left().forEach(who -> lines.add("left the base: " + told(who)));
        format.print(
                spec.commandLine().getOut(),
                answer,
                lines.isEmpty() ? "The same people are in both bases." : String.join(System.lineSeparator(), lines));
    }

    private static String told(FrozenForm.Person who) {
        return (who.name() == null ? who.researcher() : who.name()) + ": " + who.cause()
                + (who.positions().isEmpty() ? "" : ", positions " + who.positions());
    }
}
