package dev.sojourn.cli.account;

import dev.sojourn.access.Account;
import dev.sojourn.access.AccountRole;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.Serve;
import dev.sojourn.cli.TextTable;
import dev.sojourn.cli.World;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accounts: who can log in, and as what. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = "Who can log in, and as what: accounts and their tokens.",
        footer = {
            "",
            "New passwords are read from SOJOURN_NEW_PASSWORD, or else made at random and printed once.",
            "",
            "Examples:",
            "  sojourn user add kim curator",
            "  sojourn user disable kim",
            "  SOJOURN_PASSWORD=… sojourn user list --server http://127.0.0.1:8080 --as admin",
            "  sojourn user token add kim \"nightly export\" --role viewer --days 30"
        },
        subcommands = {
            UserVerb.Add.class,
            UserVerb.ListVerb.class,
            UserVerb.RoleVerb.class,
            UserVerb.Password.class,
            UserVerb.Disable.class,
            UserVerb.Enable.class,
            UserTokenVerb.class
        })
public final class UserVerb implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to do, as in: sojourn user list");
    }

    /** What all of them share: one account, and where it is. */
    abstract static class OneAccount implements Callable<Integer> {
        @Mixin
        private UserOptions where;

        @Parameters(index = "0", paramLabel = "NAME", description = "Of the account.")
        String name;

        @Spec
        private CommandSpec spec;

        private final World world;

        OneAccount(World world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            try (var desk = where.desk(world)) {
                PrintWriter out = spec.commandLine().getOut();
                out.println(done(desk));
                out.flush();
            }
            return 0;
        }

        /** Does it, and says so. */
        abstract String done(UserDesk desk);

        /** With a new password, given or random. */
        final String withPassword(String done, Consumer<String> change) {
            String given = world.environment().get(UserOptions.NEW_PASSWORD);
            String password = given == null ? Serve.random() : given;
            change.accept(password);
            return given == null
                    ? done + " with the password " + password + " (not shown again)"
                    : done + " with the password in " + UserOptions.NEW_PASSWORD;
        }
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Makes an account.")
    static final class Add extends OneAccount {
        @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, curator, auditor or admin.")
        private AccountRole role;

        Add(World world) {
            super(world);
        }

        @Override
        String done(UserDesk desk) {
            var account = new Account(name, role);
            return withPassword("Made the account " + name, password -> desk.add(account, password));
        }
    }

    @Command(name = "role", mixinStandardHelpOptions = true, description = "Gives an account another role.")
    static final class RoleVerb extends OneAccount {
        @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, curator, auditor or admin.")
        private AccountRole role;

        RoleVerb(World world) {
            super(world);
        }

        @Override
        String done(UserDesk desk) {
            return name + " is " + desk.setRole(name, role).role().text() + " now";
        }
    }

    @Command(name = "password", mixinStandardHelpOptions = true, description = "Gives an account another password.")
    static final class Password extends OneAccount {
        Password(World world) {
            super(world);
        }

        @Override
        String done(UserDesk desk) {
            return withPassword(name + " logs in", password -> desk.setPassword(name, password));
        }
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Lets nobody in by this account any more, nor by its tokens. Accounts are never deleted: the"
                    + " ledger names who recorded what.")
    static final class Disable extends OneAccount {
        Disable(World world) {
            super(world);
        }

        @Override
        String done(UserDesk desk) {
            desk.setDisabled(name, true);
            return name + " is disabled";
        }
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Lets this account in again.")
    static final class Enable extends OneAccount {
        Enable(World world) {
            super(world);
        }

        @Override
        String done(UserDesk desk) {
            desk.setDisabled(name, false);
            return name + " is enabled";
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the accounts.")
    static final class ListVerb implements Callable<Integer> {
        private final World world;

        @Mixin
        private UserOptions where;

        @Option(names = "--json", description = "Print JSON, with the fields of the HTTP interface.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        ListVerb(World world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            try (var desk = where.desk(world)) {
                var all = desk.all();
                var out = spec.commandLine().getOut();
                if (json) {
                    FormatOption.json(out, all);
                    return 0;
                }
                List<? extends List<?>> rows = all.stream()
                        .map(account -> Arrays.asList(
                                account.name(),
                                account.role().text(),
                                account.disabled() ? "disabled" : "",
                                account.created()))
                        .toList();
                TextTable.print(out, List.of("name", "role", "", "created"), rows);
            }
            return 0;
        }
    }
}
