package dev.sojourn.cli;

import dev.sojourn.store.key.MasterKeyPlace;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the ledger is, and the master key of its personal data. */
public final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder of the ledger (default: ./data).")
    public Path data;

    @Option(
            names = "--master-key",
            paramLabel = "FILE",
            description =
                    "The master key of the personal data (default: the key in SOJOURN_MASTER_KEY, else the file that"
                            + " SOJOURN_MASTER_KEY_FILE names, else master.key in the folder of the ledger, made when it is needed).")
    Path masterKeyFile;

    /** Where the master key is. */
    MasterKeyPlace masterKey(World world) {
        return masterKey(data, masterKeyFile, world);
    }

    /** Where the master key of a ledger is, if an option may say so. */
    static MasterKeyPlace masterKey(Path data, Path option, World world) {
        String key = world.environment().get(MasterKeyPlace.VARIABLE);
        String file = world.environment().get(MasterKeyPlace.VARIABLE + "_FILE");
        if (option != null) {
            return new MasterKeyPlace(option, null);
        }
        if (key != null && !key.isBlank()) {
            return new MasterKeyPlace(null, key);
        }
        return file == null || file.isBlank() ? MasterKeyPlace.in(data) : new MasterKeyPlace(Path.of(file), null);
    }
}
