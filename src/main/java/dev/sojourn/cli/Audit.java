package dev.sojourn.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What auditors take with them. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "What auditors take with them.",
        subcommands = Audit.HeadVerb.class)
final class Audit implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to print, as in: sojourn audit head");
    }

    /** Prints where the chain of hashes ends. */
    @Command(
            name = "head",
            mixinStandardHelpOptions = true,
            description = "Prints where the chain of hashes ends, as position:hash. Whoever keeps it elsewhere can tell"
                    + " later, with verify --head, that nothing up to there was changed and the ledger only grew.",
            footer = {"", "Examples:", "  sojourn audit head --data data/demo"})
    static final class HeadVerb implements Callable<Integer> {
        private final World world;

        @Mixin
        private DataOption data;

        @Spec
        private CommandSpec spec;

        HeadVerb(World world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            try (var ledger = OpenLedger.existing(data, world)) {
                spec.commandLine().getOut().println(ledger.store().chainHead());
                spec.commandLine().getOut().flush();
            }
            return 0;
        }
    }
}
