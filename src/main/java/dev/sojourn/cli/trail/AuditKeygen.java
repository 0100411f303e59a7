package dev.sojourn.cli.trail;

import dev.sojourn.audit.verification.Signer;
import dev.sojourn.cli.InputError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key that signs heads. */
@Command(
        name = "keygen",
        mixinStandardHelpOptions = true,
        description =
                "Makes an Ed25519 key that signs heads, in a new file that only its owner can read, and its public"
                        + " half beside it, in FILE.pub, for everybody. Keep it apart from the ledger and its backups: whoever"
                        + " has both can rewrite and sign.",
        footer = {"", "Examples:", "  sojourn audit keygen /etc/sojourn/audit.key"})
final class AuditKeygen implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A new file.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            var key = Signer.generate(file).published();
            var out = spec.commandLine().getOut();
            out.println("Made key " + key.id() + " in " + file + "; its public half, for everybody, is in " + file
                    + ".pub:");
            out.print(key.pem());
            out.flush();
            return 0;
        } catch (IOException failed) {
            throw new InputError(file + " cannot be written");
        }
    }
}
