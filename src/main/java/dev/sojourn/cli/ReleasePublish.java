package dev.sojourn.cli;

import dev.sojourn.analysis.question.Rules;
import dev.sojourn.command.Request;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.study.Figures;
import dev.sojourn.study.release.ChangedMap;
import dev.sojourn.study.release.Publication;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.time.KnownAt;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Names a moment of knowledge, with all figures as they are then. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description =
                "Names a moment of knowledge, and keeps the question of every figure with the digest of what it counts then.")
final class ReleasePublish implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "NAME", description = "The release.")
    private String name;

    @Option(names = "--title", paramLabel = "TEXT", description = "What it is called (default: its name).")
    private String title;

    @Option(
            names = "--known-at",
            paramLabel = "WHEN",
            defaultValue = "now",
            description = "Which moment: now, a day, an instant or position:N (default: now).")
    private String knownAt;

    @Option(
            names = "--rules",
            paramLabel = "NAME",
            defaultValue = Rules.STANDARD,
            description = "The rule set of config/rules.yaml that holds for what a figure does not say"
                    + " (default: standard).")
    private String rules;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who read the history.")
    private String reason;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "release",
            description = "Who does it, as it is to stand in the ledger (default: release).")
    private String actor;

    @Spec
    private CommandSpec spec;

    ReleasePublish(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        OpenLedger.requireLedger(data.data);
        try (var ledger = OpenLedger.open(data, world)) {
            var book = RuleBook.load();
            ChangedMap.refuse(ledger.knowledge().at(KnownAt.NOW).releases(), book);
            var publication = Publication.of(
                    new ReleaseName(name),
                    title == null ? name : title,
                    ledger.knowledge().at(KnownAt.parse(knownAt)),
                    Figures.load(),
                    book,
                    rules,
                    reason == null ? Remarks.NONE : Remarks.because(reason));
            ledger.curation().send(Request.of(publication.command(), actor, "release-" + UUID.randomUUID()));
            var out = spec.commandLine().getOut();
            out.println("Published release " + name + " of position "
                    + publication.command().position() + " with "
                    + publication.command().digests().size() + " figures.");
            publication.leftOut().forEach((figure, why) -> out.println("left out: " + figure + ": " + why));
            out.flush();
            return 0;
        } catch (RuleViolation refused) {
            throw new InputError(refused.rule() + ": " + refused.detail());
        }
    }
}
