package dev.sojourn.bench;

import dev.sojourn.bench.http.HttpRates;
import dev.sojourn.bench.ledger.Commands;
import dev.sojourn.bench.ledger.Importing;
import dev.sojourn.bench.ledger.Rebuilding;
import dev.sojourn.bench.ledger.Starting;
import dev.sojourn.bench.peer.Peers;
import dev.sojourn.bench.report.Chart;
import dev.sojourn.bench.report.Csv;
import dev.sojourn.bench.report.Markdown;
import dev.sojourn.bench.report.Row;
import dev.sojourn.bench.report.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures everything, prints it as tables and leaves it in {@code target/bench}: {@code Benchmarks [sizes]}, a list
 * with commas between; {@code -Dbench.sections=questions} for some parts only. Each row is written when it is measured, so
 * that a run that is stopped leaves what it had.
 */
public final class Benchmarks {

    private static final Path FOLDER = Path.of("target", "bench");

    private final List<Row> rows = new ArrayList<>();
    private final List<String> loads = new ArrayList<>();

    private Benchmarks() {}

    /** Everything that can be measured, in the order of the report. */
    private static List<Section> sections() {
        int seconds = Integer.getInteger("bench.seconds", 60);
        return List.of(
                new Peers(FOLDER, seconds),
                new Rebuilding(),
                new Starting(),
                new Importing(),
                new Commands(),
                new HttpRates());
    }

    public static void main(String[] args) throws Exception {
        String sizes = args.length > 0 ? args[0] : "10000";
        String chosen = System.getProperty("bench.sections", "all");
        var benchmarks = new Benchmarks();
        for (var section : sections()) {
            if (chosen.equals("all") || Arrays.asList(chosen.split(",", -1)).contains(section.name())) {
                for (String size : sizes.split(",", -1)) {
                    benchmarks.measure(section, Integer.parseInt(size));
                }
            }
        }
        System.out.println(benchmarks.report());
        System.exit(0); // whatever threads a driver has left
    }

    private void measure(Section section, int researchers) throws Exception {
        loads.add(String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        section.measure(researchers, row -> {
            rows.add(row);
            write();
            System.err.print(Markdown.of(List.of(row)).lines().reduce("", (before, line) -> line) + "\n");
        });
    }

    private void write() {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("results.md"), report());
            Files.writeString(FOLDER.resolve("results.csv"), Csv.of(rows));
            Files.writeString(FOLDER.resolve("chart.svg"), Chart.of(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String report() {
        return String.format(
                        Locale.ROOT,
                        "Medians. %d cores, Java %s, %s; load before each part: %s.%n",
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        String.join(", ", loads))
                + Markdown.of(rows);
    }
}
