package dev.sojourn.cli.trail;

import dev.sojourn.audit.disclosure.DisclosureLog;
import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.World;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints who took personal data out of the ledger. */
@Command(
        name = "disclosures",
        mixinStandardHelpOptions = true,
        description = "Prints who took personal data out of the ledger as a whole, when, how, and for what purpose.",
        footer = {"", "Examples:", "  sojourn audit disclosures --data data/demo"})
final class AuditDisclosures implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    AuditDisclosures(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        for (var disclosure : new DisclosureLog(data.data, world.clock()).all()) {
            out.println(disclosure.at() + "  " + disclosure.actor() + "  " + disclosure.how() + "  up to position "
                    + disclosure.position() + "  " + disclosure.purpose());
        }
        out.flush();
        return 0;
    }
}
