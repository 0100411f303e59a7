package dev.sojourn.cli;

import dev.sojourn.access.AccessMode;
import dev.sojourn.access.Account;
import dev.sojourn.access.AccountRole;
import dev.sojourn.access.Accounts;
import dev.sojourn.cli.question.FiguresVerb;
import dev.sojourn.exchange.Progress;
import dev.sojourn.exchange.ReferenceLoader;
import dev.sojourn.time.KnownAt;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what it is about: the published figures, computed from events, then the pages. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Fills a ledger with the reference events, prints every published figure, and serves the pages.",
        footer = {
            "",
            "The pages are open to read on this machine, and to nobody else. A ledger that is there is used again.",
            "",
            "Examples:",
            "  sojourn demo",
            "  sojourn demo --port 0 --data /tmp/demo"
        })
final class Demo implements Callable<Integer> {
    private static final String LOOPBACK = "127.0.0.1";

    private final World world;

    @Mixin
    private PortOption port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/demo",
            description = "Folder of the demonstration's ledger (default: ./data/demo).")
    private Path data;

    @Spec
    private CommandSpec spec;

    Demo(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var settings = new Web.Settings(LOOPBACK, port.checked(), AccessMode.OPEN_ON_LOOPBACK);
        PrintWriter out = spec.commandLine().getOut();
        var ledger = OpenLedger.open(data, DataOption.masterKey(data, null, world), world.clock());
        ledger.tellTrouble(spec.commandLine().getErr());
        if (ledger.store().head() == 0) {
            fill(ledger, out);
        }
        var figures = FiguresVerb.compute(ledger);
        TextTable.print(out, figures);
        out.println();
        out.println(FiguresVerb.headline(figures));
        out.println();
        out.flush();
        var accounts = Accounts.open(data, world.clock());
        try (var running = world.web().start(ledger, accounts, settings)) {
            accounts(accounts, out);
            out.println("Sojourn answers at http://" + LOOPBACK + ":" + running.port() + " (Ctrl-C stops it)");
            out.flush();
            running.await();
        }
        return 0;
    }

    private static void fill(OpenLedger ledger, PrintWriter out) {
        try (var session = ledger.curation().bulk()) {
            long events = new ReferenceLoader(session, Progress.NONE).reference();
            out.println("Filled the ledger with " + events + " reference events");
            out.flush();
        }
        ledger.knowledge().at(new KnownAt.AtPosition(ledger.store().head()));
    }

    /** New passwords at each start: known ones would let any program on the machine write. */
    private static void accounts(Accounts accounts, PrintWriter out) {
        out.println("To record something, log in as:");
        for (AccountRole role : AccountRole.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            String password = Serve.random();
            accounts.put(new Account(name, role), password);
            out.printf("  %-8s password %s%n", name, password);
        }
    }
}
