package dev.sojourn.cli.account;

import dev.sojourn.cli.InputError;
import dev.sojourn.cli.World;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whose accounts: those of a folder, or those of a running server. */
final class UserOptions {
    /** Where a new password is looked for: on a command line everybody on the machine could read it. */
    static final String NEW_PASSWORD = "SOJOURN_NEW_PASSWORD";

    private static final String PASSWORD = "SOJOURN_PASSWORD";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder of the ledger (default: ./data); no server may be running on it.")
    private Path data;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "Ask a running server instead, as an admin; the admin's password is read from " + PASSWORD + ".")
    private String server;

    @Option(
            names = "--as",
            paramLabel = "ADMIN",
            defaultValue = "admin",
            description = "With --server: log in as this account (default: admin).")
    private String admin;

    /** Opens the accounts. */
    UserDesk desk(World world) {
        if (server == null) {
            return new UserFiles(data, world.clock());
        }
        String password = world.environment().get(PASSWORD);
        if (password == null) {
            throw new InputError(
                    "--server needs the password of " + admin + " in the environment variable " + PASSWORD);
        }
        return new UserServer(server, admin, password);
    }
}
