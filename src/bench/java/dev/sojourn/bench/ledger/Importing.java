package dev.sojourn.bench.ledger;

import dev.sojourn.bench.report.Row;
import dev.sojourn.bench.report.Section;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.exchange.ImportOptions;
import dev.sojourn.exchange.ImportReport.Outcome;
import dev.sojourn.exchange.Importer;
import dev.sojourn.exchange.Progress;
import dev.sojourn.store.LedgerStore;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/** An import package of the reference set, from reading its files to the last event on disk, beside an insert of the same rows. */
public final class Importing implements Section {

    private static final double GOAL = 0.5;
    private static final int BATCH = 5_000;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void measure(int researchers, Consumer<Row> rows) throws IOException, SQLException {
        var rates = new Rates(name(), researchers);
        var folder = Files.createTempDirectory("sojourn-bench-import");
        try (var memory = new MostInUse()) {
            var source = new PackageFiles(researchers).write(Files.createDirectory(folder.resolve("package")));
            var data = Files.createDirectory(folder.resolve("data"));
            long began = System.nanoTime();
            try (var store = LedgerStore.open(data, Clock.systemUTC());
                    var curation = Curation.open(store, data, Clock.systemUTC())) {
                var report = new Importer(store, curation, Clock.systemUTC())
                        .run(source, ImportOptions.strict("import").keepingRecordedTime(), Progress.NONE);
                double seconds = (System.nanoTime() - began) / 1e9;
                if (report.outcome() != Outcome.IMPORTED) {
                    throw new IllegalStateException(report.errors().get(0).toString());
                }
                double most = memory.megabytes();
                double raw;
                try (var byHand = new RawRows(folder)) {
                    raw = byHand.insertAll(store, BATCH) / 1e9;
                }
                long events = store.head();
                rows.accept(rates.beside(
                        "events imported", new double[] {events / seconds}, new double[] {events / raw}, GOAL));
                rows.accept(rates.amount("the whole import", seconds, "s", null));
                rows.accept(rates.amount("most memory in use meanwhile", most, "MB", null));
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
