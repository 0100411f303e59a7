package dev.sojourn.bench.peer;

import dev.sojourn.bench.ReferenceSet;
import dev.sojourn.bench.report.Cell;
import dev.sojourn.bench.report.Row;
import dev.sojourn.bench.report.Section;
import dev.sojourn.projection.History;
import dev.sojourn.projection.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sojourn beside DuckDB, PostgreSQL and SQLite. */
public final class Peers implements Section {

    /** Whether to measure Sojourn without the others, which take most of the time. */
    private static final boolean ALONE = Boolean.getBoolean("bench.alone");

    private final Path folder;
    private final int seconds;

    /**
     * The comparison.
     *
     * @param folder for the files of the databases
     * @param seconds how long a system may take for one answer
     */
    public Peers(Path folder, int seconds) {
        this.folder = folder;
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return "questions";
    }

    @Override
    public void measure(int researchers, Consumer<Row> rows) throws Exception {
        var set = new ReferenceSet(researchers, 42);
        var facts = new Facts();
        set.events(facts);
        facts.toldAll();
        var loading = new LinkedHashMap<String, Cell>();
        var contenders = new ArrayList<Contender>();
        var fresh = fresh();
        try {
            var timeline = new Timeline(History.NONE);
            contenders.add(loaded(loading, () -> {
                long before = Heap.used();
                set.events(timeline::on);
                long took = Heap.used() - before;
                timeline.now().prepare(); // as a server does once it has started
                return new Sojourn(timeline, facts, took);
            }));
            DuckDb duck = null;
            if (!ALONE) {
                duck = loaded(loading, () -> DuckDb.of(fresh, facts));
                contenders.add(duck);
                contenders.add(loaded(loading, () -> Postgres.of(fresh, facts)));
                contenders.add(loaded(loading, () -> Sqlite.of(fresh, facts)));
            }
            var bytes = bytes(contenders, facts.versions().size());
            if (duck != null) {
                contenders.add(loaded(loading, duck::yearTable));
            }
            var vantages = new Vantages(timeline::positionAt, researchers, timeline.position());
            try (var contest = new Contest(name(), researchers, contenders, vantages, new Limited(seconds))) {
                contest.run(rows);
            }
            rows.accept(bytes.row(name(), researchers, timeline));
            timeline.footprint()
                    .forEach((part, each) -> System.err.printf(
                            "%6.1f bytes a version: %s%n",
                            each / (double) facts.versions().size(), part));
            rows.accept(new Row(name(), "loading everything", researchers, "s", loading, Map.of(), null));
        } finally {
            for (var contender : contenders) {
                contender.close();
            }
            clear(fresh);
        }
    }

    private static Weights bytes(List<Contender> contenders, int versions) throws Exception {
        var bytes = new LinkedHashMap<String, Double>();
        for (var contender : contenders) {
            bytes.put(contender.name(), contender.bytes() / (double) versions);
        }
        return new Weights(bytes, versions);
    }

    /** Makes a contender. */
    private interface Loading<T> {
        T load() throws Exception;
    }

    private static <T extends Contender> T loaded(Map<String, Cell> took, Loading<T> loading) throws Exception {
        long began = System.nanoTime();
        var contender = loading.load();
        double seconds = (System.nanoTime() - began) / 1e9;
        took.put(contender.name(), Cell.of(seconds));
        System.err.printf("%s is loaded in %.1f s%n", contender.name(), seconds);
        return contender;
    }

    private Path fresh() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempDirectory(folder, "peers");
    }

    private static void clear(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
