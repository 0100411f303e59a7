package dev.sojourn.cli.question;

import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.InputError;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.exchange.answer.why.CompareForm;
import dev.sojourn.projection.Follower;
import dev.sojourn.study.why.Compare;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints who made a number another one, and why. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Everybody who is in another cell of the same question at a second moment of knowledge, on other"
                + " days or under other rules; each with exactly one cause.",
        footer = {
            "",
            "Examples:",
            "  sojourn compare retention neurips-2019 --held country:US --from 2019 --to 2025 --where origin:CN"
                    + " --known-at 2025-11-13 --known-at2 now",
            "  sojourn compare composition --as-of 2019 --by country --as-of2 2025 --csv"
        })
public final class CompareVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private AskedOptions asked;

    @Mixin
    private FormatOption format;

    @Mixin
    private SecondOptions second;

    @Option(names = "--place2", paramLabel = "RULE", description = "Another rule.")
    private String place2;

    @Option(names = "--phd2", paramLabel = "RULE", description = "Another rule.")
    private String phd2;

    @Option(names = "--max-age2", paramLabel = "PERIOD", description = "Another rule.")
    private String maxAge2;

    @Option(names = "--carried2", paramLabel = "RULE", description = "Another rule.")
    private String carried2;

    @Option(names = "--reviewed2", paramLabel = "RULE", description = "Another rule.")
    private String reviewed2;

    @Option(names = "--regions2", paramLabel = "VERSION", description = "Another region map.")
    private String regions2;

    @Mixin
    private PartOptions part;

    @Spec
    private CommandSpec spec;

    CompareVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var question = asked.question();
        var others = others();
        if (others.isEmpty()) {
            throw new InputError("say what differs: --known-at2, or another option that ends with 2");
        }
        var question2 = question.with(others);
        var rules = RuleOptions.book();
        try (var ledger = OpenLedger.existing(data, world)) {
            var one = AskedOptions.asking(ledger, question, rules);
            var other = AskedOptions.asking(ledger, question2, rules);
            var changes = Compare.of(one, other, Follower.history(ledger.store()));
            var answer = CompareForm.of(one, other, changes).part(part.after(), part.most(), last -> last);
            String headline = changes.isEmpty()
                    ? "Nobody is in another cell."
                    : String.join(System.lineSeparator(), answer.sentences());
            if (answer.next() != null) {
                headline +=
                        System.lineSeparator() + "Of " + changes.size() + " people the next: --after " + answer.next()
                                + " --known-at position:" + answer.knownAt().position() + " --known-at2 position:"
                                + answer.knownAt2().position();
            }
            format.print(spec.commandLine().getOut(), answer, headline);
        }
        return 0;
    }

    private Map<String, List<String>> others() {
        var others = second.parameters();
        AskedOptions.put(others, "place", place2);
        AskedOptions.put(others, "phd", phd2);
        AskedOptions.put(others, "maxAge", maxAge2);
        AskedOptions.put(others, "carried", carried2);
        AskedOptions.put(others, "reviewed", reviewed2);
        AskedOptions.put(others, "regions", regions2);
        return others;
    }
}
