package dev.sojourn.cli;

import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.file.StoreInUse;
import dev.sojourn.store.key.KeyTrouble;
import dev.sojourn.store.key.MasterKeyPlace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Care of the keys of personal data. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Care of the keys of personal data.",
        subcommands = Keys.RotateVerb.class)
final class Keys implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do, as in: sojourn keys rotate");
    }

    /** Puts another master key in the place of the old one. */
    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description =
                    "Wraps all keys by a new master key, which takes the place of the old one. A crash in the middle"
                            + " loses nothing: the next start goes on with the one that fits. Works on a ledger that no server has"
                            + " open. Backups made earlier still need the old master key.",
            footer = {
                "",
                "If the master key is in a file, a new one is made. If it is in SOJOURN_MASTER_KEY, the new one is to be in",
                "SOJOURN_NEW_MASTER_KEY; afterwards it must take the place of the old one there.",
                "",
                "Examples:",
                "  sojourn keys rotate",
                "  SOJOURN_NEW_MASTER_KEY=$(openssl rand -base64 32) sojourn keys rotate --data /srv/sojourn"
            })
    static final class RotateVerb implements Callable<Integer> {
        private static final String NEW_KEY = "SOJOURN_NEW_MASTER_KEY";

        private final World world;

        @Mixin
        private DataOption data;

        @Spec
        private CommandSpec spec;

        RotateVerb(World world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            OpenLedger.requireLedger(data.data);
            var now = data.masterKey(world);
            String given = world.environment().get(NEW_KEY);
            if (now.file() == null && given == null) {
                throw new InputError("the master key is given by the environment: name the new one in " + NEW_KEY);
            }
            try {
                long keys = LedgerStore.rotateMasterKey(
                        data.data, now, now.file() == null ? new MasterKeyPlace(null, given) : null);
                spec.commandLine()
                        .getOut()
                        .println("Wrapped " + keys + " keys by a new master key; it is in "
                                + (now.file() == null ? NEW_KEY : now.file())
                                + (now.file() == null ? ": put it in " + MasterKeyPlace.VARIABLE + " now" : ""));
                spec.commandLine().getOut().flush();
                return 0;
            } catch (KeyTrouble | StoreInUse trouble) {
                throw new InputError(trouble.getMessage());
            }
        }
    }
}
