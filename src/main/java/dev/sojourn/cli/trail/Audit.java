package dev.sojourn.cli.trail;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What auditors take with them. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "What auditors take with them.",
        subcommands = {AuditHead.class, AuditKeygen.class, AuditDisclosures.class})
public final class Audit implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to print, as in: sojourn audit head");
    }
}
