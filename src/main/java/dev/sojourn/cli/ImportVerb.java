package dev.sojourn.cli;

import dev.sojourn.event.Event;
import dev.sojourn.exchange.ImportOptions;
import dev.sojourn.exchange.ImportReport;
import dev.sojourn.exchange.Importer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes an import package into the ledger. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports a folder or zip of CSV files; all rows are checked before one is stored.",
        footer = {
            "",
            "Importing the same package again changes nothing; an interrupted import goes on where it stopped.",
            "",
            "Examples:",
            "  sojourn import ./my-package --dry-run",
            "  sojourn import my-package.zip --keep-recorded-time --accept-valid-rows --data ./data"
        })
final class ImportVerb implements Callable<Integer> {
    /** Of many problems the first are enough to see what is wrong; --json has them all. */
    private static final int SHOWN = 20;

    private final World world;

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "DIR|ZIP", description = "The package.")
    private Path source;

    @Option(names = "--dry-run", description = "Check everything and store nothing.")
    private boolean dryRun;

    @Option(names = "--keep-recorded-time", description = "Stamp events with their row's recorded_at.")
    private boolean keepRecordedTime;

    @Option(names = "--accept-valid-rows", description = "Take what is good even though some rows are not.")
    private boolean acceptValidRows;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "import",
            description = "Who imports, as it is to stand in the ledger (default: import).")
    private String actor;

    @Option(names = "--json", description = "Print the whole report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    ImportVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        if (!Files.exists(source)) {
            throw new InputError("there is no " + source + ": name a folder or a zip of one");
        }
        var options = new ImportOptions(dryRun, keepRecordedTime, acceptValidRows, actor);
        try (var ledger = OpenLedger.open(data, world)) {
            var importer = new Importer(ledger.store(), ledger.curation(), world.clock());
            ImportReport report;
            try (var progress = new ConsoleProgress("Importing")) {
                var supposed = new ArrayList<Event>();
                report = importer.run(source, options, progress, supposed::addAll);
                if (report.outcome() == ImportReport.Outcome.DRY_RUN) {
                    report = report.foreseeing(Foresight.of(ledger, supposed));
                }
            }
            print(report);
            return report.outcome() == ImportReport.Outcome.REFUSED ? 2 : 0;
        }
    }

    private void print(ImportReport report) {
        var out = spec.commandLine().getOut();
        if (json) {
            FormatOption.json(out, report);
            return;
        }
        report.problems().stream().limit(SHOWN).forEach(out::println);
        if (report.problems().size() > SHOWN) {
            out.println("… and " + (report.problems().size() - SHOWN) + " more (--json shows all)");
        }
        report.extraFiles().forEach(file -> out.println("ignored: " + file));
        report.remarks().forEach(out::println);
        out.println(headline(report));
        if (report.whatIf() != null) {
            Foresight.print(out, report.whatIf());
        }
        out.flush();
    }

    private static String headline(ImportReport report) {
        String counts = report.rows() + " rows: " + report.create() + " new, " + report.change() + " changing, "
                + report.same() + " the same, " + report.error() + " refused";
        return switch (report.outcome()) {
            case IMPORTED -> counts + ". Recorded " + report.eventCount() + " events as batch " + report.batch() + ".";
            case DRY_RUN -> counts + ". Nothing was stored; it would be " + report.eventCount() + " events.";
            case REFUSED ->
                counts + ". Nothing was stored: mend the rows, or take the good ones with --accept-valid-rows.";
        };
    }
}
