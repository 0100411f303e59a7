package dev.sojourn.cli;

import dev.sojourn.access.AccessMode;
import dev.sojourn.access.Account;
import dev.sojourn.access.AccountRole;
import dev.sojourn.access.Accounts;
import dev.sojourn.study.Figures;
import dev.sojourn.study.rule.RuleBook;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a real ledger, to those who log in. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves a ledger over HTTP; it starts empty, and everything but /health needs a login.",
        footer = {
            "",
            "The first start creates the account admin, with the password in SOJOURN_ADMIN_PASSWORD,",
            "or else a random one, printed once.",
            "",
            "Examples:",
            "  sojourn serve",
            "  SOJOURN_ADMIN_PASSWORD=… sojourn serve --data /srv/sojourn --port 80 --address 0.0.0.0"
        })
public final class Serve implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private PortOption port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Network address to listen at (default: 127.0.0.1). Put TLS in front of any other.")
    private String address;

    @Spec
    private CommandSpec spec;

    Serve(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        Figures.load().checked(RuleBook.load()); // what is wrong in these files is told in one line
        var settings = new Web.Settings(address, port.checked(), AccessMode.ACCOUNTS);
        PrintWriter out = spec.commandLine().getOut();
        var ledger = OpenLedger.open(data, world);
        ledger.tellTrouble(spec.commandLine().getErr());
        var accounts = Accounts.open(data.data, world.clock());
        if (accounts.all().isEmpty()) {
            createAdmin(accounts, out);
        }
        try (var running = world.web().start(ledger, accounts, settings)) {
            out.println("Sojourn answers at http://" + address + ":" + running.port() + " (Ctrl-C stops it)");
            out.flush();
            running.await();
        }
        return 0;
    }

    private void createAdmin(Accounts accounts, PrintWriter out) {
        String given = world.environment().get("SOJOURN_ADMIN_PASSWORD");
        String password = given == null ? random() : given;
        accounts.put(new Account("admin", AccountRole.ADMIN), password);
        out.println(
                given == null
                        ? "Created the account admin with the password " + password + " (not shown again)"
                        : "Created the account admin with the password in SOJOURN_ADMIN_PASSWORD");
    }

    /** 120 random bits. */
    public static String random() {
        byte[] bits = new byte[15];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
