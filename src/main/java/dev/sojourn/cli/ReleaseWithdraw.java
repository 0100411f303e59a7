package dev.sojourn.cli;

import dev.sojourn.command.ReleaseCommand.WithdrawRelease;
import dev.sojourn.command.Request;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says that a release should no longer be quoted. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = "Says that a release should no longer be quoted. It can still be read and verified.")
final class ReleaseWithdraw implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "NAME", description = "The release.")
    private String name;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "release",
            description = "Who does it, as it is to stand in the ledger (default: release).")
    private String actor;

    @Spec
    private CommandSpec spec;

    ReleaseWithdraw(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        OpenLedger.requireLedger(data.data);
        try (var ledger = OpenLedger.open(data, world)) {
            var command = new WithdrawRelease(new ReleaseName(name), Remarks.because(reason));
            ledger.curation().send(Request.of(command, actor, "release-" + UUID.randomUUID()));
            spec.commandLine().getOut().println("Withdrew release " + name + ".");
            spec.commandLine().getOut().flush();
            return 0;
        } catch (RuleViolation refused) {
            throw new InputError(refused.rule() + ": " + refused.detail());
        }
    }
}
