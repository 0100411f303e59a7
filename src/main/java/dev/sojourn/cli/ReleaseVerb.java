package dev.sojourn.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done with releases. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description =
                "Publishes, verifies, shows, cites and withdraws releases. Works on a ledger that no server has open.",
        footer = {
            "",
            "Examples:",
            "  sojourn release publish tracker-3.0 --title \"Third tracker\"",
            "  sojourn release verify tracker-3.0",
            "  sojourn release public tracker-3.0",
            "  sojourn release cite tracker-3.0",
            "  sojourn release withdraw tracker-3.0 --reason \"replaced by tracker-3.1\""
        },
        subcommands = {
            ReleasePublish.class,
            ReleaseVerify.class,
            ReleasePublic.class,
            ReleaseCite.class,
            ReleaseWithdraw.class
        })
final class ReleaseVerb implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to do, as in: sojourn release verify NAME");
    }
}
