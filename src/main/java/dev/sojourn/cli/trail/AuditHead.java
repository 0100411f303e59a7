package dev.sojourn.cli.trail;

import dev.sojourn.audit.verification.Signer;
import dev.sojourn.audit.verification.SigningDesk;
import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints where the chain of hashes ends. */
@Command(
        name = "head",
        mixinStandardHelpOptions = true,
        description = "Prints where the chain of hashes ends, as position:hash. Whoever keeps it elsewhere can tell"
                + " later, with verify --head, that nothing up to there was changed and the ledger only grew.",
        footer = {
            "",
            "With --sign it is one line of JSON with an Ed25519 signature, which shows others who said so;",
            "events/README.md tells how it is checked without this program.",
            "",
            "Examples:",
            "  sojourn audit head --data data/demo",
            "  sojourn audit head --data data/demo --sign audit.key >> kept-heads.txt"
        })
final class AuditHead implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Option(names = "--sign", paramLabel = "FILE", description = "Sign it with the key in this file of audit keygen.")
    private Path key;

    @Spec
    private CommandSpec spec;

    AuditHead(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        var signer = key == null ? null : Signer.in(key);
        try (var store = OpenLedger.existingStore(data, world)) {
            spec.commandLine()
                    .getOut()
                    .println(
                            signer == null
                                    ? store.chainHead()
                                    : new SigningDesk(store, world.clock())
                                            .sign(signer)
                                            .line());
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
