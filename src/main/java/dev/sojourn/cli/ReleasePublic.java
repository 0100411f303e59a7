package dev.sojourn.cli;

import dev.sojourn.exchange.answer.release.PublicReleaseForm;
import dev.sojourn.study.open.PublicReleases;
import dev.sojourn.time.KnownAt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what everybody may see of a release. */
@Command(
        name = "public",
        mixinStandardHelpOptions = true,
        description =
                "Prints what everybody may see of a release without a login: counts, of which none of fewer people than"
                        + " the threshold can be worked out, nor with those of the releases published before it.")
final class ReleasePublic implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private FormatOption format;

    @Option(
            names = "--threshold",
            paramLabel = "N",
            defaultValue = "5",
            description =
                    "The smallest count that is shown (default: ${DEFAULT-VALUE}; a server has its own in its config).")
    private int threshold;

    @Parameters(paramLabel = "NAME", description = "The release.")
    private String name;

    @Spec
    private CommandSpec spec;

    ReleasePublic(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        try (var ledger = OpenLedger.existing(data, world)) {
            var release = ReleaseVerify.find(ledger, name);
            var now = ledger.knowledge().at(KnownAt.NOW);
            var all =
                    new PublicReleases(threshold, position -> ledger.knowledge().at(new KnownAt.AtPosition(position)));
            var seen = all.find(release, PublicReleases.inOrder(now, ledger.store()));
            var answer = PublicReleaseForm.of(
                    seen,
                    now.withdrawn(release.release()),
                    ledger.knowledge().at(new KnownAt.AtPosition(release.position())),
                    ledger.store());
            format.print(
                    spec.commandLine().getOut(),
                    answer,
                    answer.title() + (answer.withdrawn() ? " (withdrawn)" : "") + ": "
                            + answer.figures().size() + " figures as everybody may see them, no count below "
                            + threshold);
        }
        return 0;
    }
}
