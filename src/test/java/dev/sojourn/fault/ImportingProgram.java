package dev.sojourn.fault;

import dev.sojourn.cli.OpenLedger;
import dev.sojourn.exchange.ImportOptions;
import dev.sojourn.exchange.Importer;
import java.nio.file.Path;
import java.time.Clock;

/** A program that imports a package as the command line does, and says what it was told is safe on disk. */
final class ImportingProgram {

    private ImportingProgram() {}

    /** Directory of the ledger, folder of the package. */
    public static void main(String[] args) {
        System.out.println("step");
        var clock = Clock.systemUTC();
        try (var ledger = OpenLedger.open(Path.of(args[0]), clock)) {
            var store = ledger.store();
            store.onSynced(head -> System.out.println("safe " + store.chainHead() + "."));
            var report = new Importer(store, ledger.curation(), clock)
                    .run(
                            Path.of(args[1]),
                            ImportOptions.strict("kim").inChunksOf(400),
                            (done, total) -> System.out.println("step"));
            System.out.println("done " + report.outcome() + " " + report.eventCount());
        }
    }
}
