package dev.sojourn.cli.account;

import dev.sojourn.access.AccountRole;
import dev.sojourn.cli.TextTable;
import dev.sojourn.cli.World;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tokens: what programs log in with. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "What programs log in with, as Authorization: Bearer TOKEN.",
        subcommands = {UserTokenVerb.Add.class, UserTokenVerb.ListVerb.class, UserTokenVerb.Revoke.class})
final class UserTokenVerb implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to do, as in: sojourn user token list");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Makes a token and prints it this once.")
    static final class Add extends UserVerb.OneAccount {
        @Parameters(index = "1", paramLabel = "FOR", description = "What it is for, in your words.")
        private String purpose;

        @Option(names = "--role", paramLabel = "ROLE", description = "At most the owner's (default: the owner's).")
        private AccountRole role;

        @Option(
                names = "--days",
                paramLabel = "DAYS",
                defaultValue = "90",
                description = "How long it lasts, 1 to 366 (default: 90).")
        private int days;

        Add(World world) {
            super(world);
        }

        @Override
        String done(UserDesk desk) {
            var made = desk.addToken(name, purpose, role, days);
            return made.secret() + System.lineSeparator() + "That is the token "
                    + made.token().id() + " of " + name
                    + " (" + made.token().role().text() + "), good until "
                    + made.token().expires()
                    + "; it is not shown again";
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists tokens, without their secrets.")
    static final class ListVerb implements Callable<Integer> {
        private final World world;

        @Mixin
        private UserOptions where;

        @Parameters(arity = "0..1", paramLabel = "NAME", description = "Only this account's.")
        private String account;

        @Spec
        private CommandSpec spec;

        ListVerb(World world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            try (var desk = where.desk(world)) {
                List<? extends List<?>> rows = desk.tokens(account).stream()
                        .map(token -> Arrays.asList(
                                token.id(),
                                token.account(),
                                token.name(),
                                token.role().text(),
                                token.expires(),
                                token.lastUsed(),
                                token.revoked()))
                        .toList();
                TextTable.print(
                        spec.commandLine().getOut(),
                        List.of("id", "account", "for", "role", "expires", "last used", "revoked"),
                        rows);
            }
            return 0;
        }
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Stops a token.")
    static final class Revoke implements Callable<Integer> {
        private final World world;

        @Mixin
        private UserOptions where;

        @Parameters(paramLabel = "ID", description = "As token list shows it.")
        private String id;

        @Spec
        private CommandSpec spec;

        Revoke(World world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            try (var desk = where.desk(world)) {
                var out = spec.commandLine().getOut();
                out.println("Stopped the token " + desk.revoke(id).id());
                out.flush();
            }
            return 0;
        }
    }
}
