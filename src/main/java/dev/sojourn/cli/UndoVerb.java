package dev.sojourn.cli;

import dev.sojourn.command.Obstacle;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.exchange.batch.BatchUndo;
import dev.sojourn.exchange.batch.Batches;
import java.io.PrintWriter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes events back: a few by their positions, or an import as a whole. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description =
                "Takes events back: from now on they do not count. Exit code 1 if other events need them; then they are"
                        + " listed, and nothing is undone. An import is undone from its last event to its first; stopped, it goes on"
                        + " when it is run again.",
        footer = {
            "",
            "Examples:",
            "  sojourn undo --imports",
            "  sojourn undo --import import-0f3a… --reason \"the wrong file\" --dry-run",
            "  sojourn undo 5048 --with-dependents --reason \"another person\""
        })
final class UndoVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "POSITION", arity = "0..*", description = "Events, in the order in which to undo them.")
    private List<Long> positions = List.of();

    @Option(names = "--import", paramLabel = "ID", description = "An import, as a whole.")
    private String batch;

    @Option(names = "--imports", description = "List the imports there were.")
    private boolean list;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; required.")
    private String reason;

    @Option(names = "--with-dependents", description = "Undo with one event all later ones that need it.")
    private boolean withDependents;

    @Option(names = "--dry-run", description = "Say what would be undone, and undo nothing.")
    private boolean dryRun;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "undo",
            description = "Who undoes, as it is to stand in the ledger (default: undo).")
    private String actor;

    @Mixin
    private FormatOption format;

    @Spec
    private CommandSpec spec;

    UndoVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        if ((list ? 1 : 0) + (batch != null ? 1 : 0) + (positions.isEmpty() ? 0 : 1) != 1) {
            throw new InputError("name positions, or --import ID, or --imports");
        }
        if (!list && (reason == null || reason.isBlank())) {
            throw new InputError("say why with --reason: those who read the history will ask");
        }
        format.requireTable(dryRun);
        var out = spec.commandLine().getOut();
        try (var ledger = OpenLedger.existing(data, world)) {
            var batches = new Batches(ledger.store());
            int code = list ? list(batches, out) : batch != null ? whole(ledger, batches, out) : some(ledger, out);
            out.flush();
            return code;
        }
    }

    private static int list(Batches batches, PrintWriter out) {
        var all = batches.all();
        if (all.isEmpty()) {
            out.println("Nothing was imported.");
        }
        for (var each : all) {
            out.println(each.id() + "  " + KnownForm.time(each.recorded()) + "  " + each.actor() + "  " + each.events()
                    + " events, " + each.undone() + " undone");
        }
        return 0;
    }

    private int whole(OpenLedger ledger, Batches batches, PrintWriter out) {
        try (var progress = new ConsoleProgress("Undoing")) {
            var undoing = new BatchUndo(ledger.store(), ledger.curation(), batches);
            var done = undoing.run(batch, Remarks.because(reason), actor, dryRun, progress);
            done.inTheWay()
                    .forEach(item -> out.println("in the way: position " + item.position() + ", " + item.event()
                            + " of " + item.subject() + " by " + item.actor() + ": " + item.why()));
            String told = (dryRun ? "Would undo " : "Undid ") + done.undone() + " of " + done.events() + " events; "
                    + done.before() + " did not count already.";
            if (dryRun && done.inTheWay().isEmpty()) {
                var supposed = undoing.supposed(batch, Remarks.because(reason), actor);
                Foresight.print(out, format, told, Foresight.of(ledger, supposed));
            } else {
                out.println(told);
            }
            return done.inTheWay().isEmpty() ? 0 : 1;
        }
    }

    private int some(OpenLedger ledger, PrintWriter out) {
        var undoing = ledger.curation().undoing();
        var asked = positions;
        if (withDependents) {
            if (asked.size() != 1) {
                throw new InputError("--with-dependents takes one position");
            }
            asked = undoing.plan(asked.get(0))
                    .orElseThrow(() -> new InputError("it cannot be undone, whatever else is undone with it"));
        }
        try {
            var receipt = undoing.undo(asked, Remarks.because(reason), actor, "undo-" + UUID.randomUUID(), dryRun);
            if (dryRun) {
                Foresight.print(out, format, "Would undo " + asked, Foresight.of(ledger, receipt.events()));
            } else {
                out.println("Undid " + asked);
            }
            return 0;
        } catch (RuleViolation refused) {
            out.println(refused.rule() + ": " + refused.detail());
            for (Obstacle obstacle : refused.inTheWay()) {
                out.println("in the way: position " + undoing.position(obstacle) + ", " + obstacle.event() + " of "
                        + obstacle.subject() + ": " + obstacle.why());
            }
            return 1;
        }
    }
}
