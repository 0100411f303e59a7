package dev.sojourn.cli;

import dev.sojourn.exchange.answer.release.ReleaseDetail;
import dev.sojourn.time.KnownAt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how to quote a release. */
@Command(
        name = "cite",
        mixinStandardHelpOptions = true,
        description =
                "Prints a release as a footnote: title, position, day, and the head of the chain of hashes there.")
final class ReleaseCite implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "NAME", description = "The release.")
    private String name;

    @Spec
    private CommandSpec spec;

    ReleaseCite(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        try (var ledger = OpenLedger.existing(data, world)) {
            var release = ReleaseVerify.find(ledger, name);
            boolean withdrawn = ledger.knowledge().at(KnownAt.NOW).withdrawn(release.release());
            spec.commandLine()
                    .getOut()
                    .println(ReleaseDetail.citation(release, withdrawn, ledger.store())
                            .text());
            spec.commandLine().getOut().flush();
            return 0;
        }
    }
}
