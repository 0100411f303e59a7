package dev.sojourn.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.sojourn.event.form.EventJson;
import dev.sojourn.projection.Follower;
import dev.sojourn.projection.saved.SnapshotFile;
import dev.sojourn.store.LedgerStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * How long a ledger takes to be ready for questions, with and without a snapshot, beside a raw select and JSON parse of the
 * same rows in the same run: {@code Starts [researchers] [folder]}. The folder is kept, so that a second run is quicker.
 */
public final class Starts {

    private static final int PAGE = 50_000;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Starts() {}

    public static void main(String[] args) throws SQLException, IOException {
        int researchers = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        var folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("sojourn-starts");
        var began = Began.now();
        long head;
        try (var store = LedgerOnDisk.open(folder, researchers)) {
            head = store.head();
            row("ledger of " + researchers + " researchers, made or opened", head, began);
        }
        Files.deleteIfExists(folder.resolve(SnapshotFile.NAME));
        for (int run = 1; run <= 2; run++) {
            try (var store = LedgerStore.open(folder, Clock.systemUTC())) {
                began = Began.now();
                raw(store, head);
                row("select and parse, raw, run " + run, head, began);
                began = Began.now();
                Follower.of(store);
                row("read model from events, run " + run, head, began);
            }
        }
        try (var store = LedgerStore.open(folder, Clock.systemUTC())) {
            var timeline = Follower.of(store).timeline();
            var file = new SnapshotFile(folder, store);
            for (int run = 1; run <= 2; run++) {
                began = Began.now();
                long size = file.write(head, () -> false, out -> timeline.save(out, (int) head));
                row("snapshot written, " + (size >> 20) + " MB, run " + run, head, began);
            }
        }
        for (int run = 1; run <= 3; run++) {
            began = Began.now();
            try (var store = LedgerStore.open(folder, Clock.systemUTC())) {
                row("ledger opened and checked, run " + run, head, began);
                var follower = Follower.of(store, folder);
                row("the same, and a read model from the snapshot of " + follower.snapshot(), head, began);
            }
        }
    }

    /** What anybody would do by hand: the rows in order, each payload as a tree. */
    private static void raw(LedgerStore store, long head) throws SQLException {
        var json = EventJson.mapper();
        long fields = 0;
        try (var connection = store.dataSource().getConnection();
                var select = connection.prepareStatement("select position, subject, type, recorded, payload, metadata"
                        + " from event where position > ? and position <= ? order by position")) {
            for (long after = 0; after < head; after += PAGE) {
                select.setLong(1, after);
                select.setLong(2, after + PAGE);
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        fields +=
                                json.readValue(row.getString(5), JsonNode.class).size();
                    }
                }
            }
        }
        if (fields < head) {
            throw new IllegalStateException("events without fields");
        }
    }

    /** Wall clock, and the time that all threads were given: on a busy machine only the latter can be compared. */
    private static void row(String what, long events, Began began) {
        double seconds = (System.nanoTime() - began.wall) / 1e9;
        double processor = (PROCESS.getProcessCpuTime() - began.processor) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-62s %9.2f s %,12.0f events/s %9.2f s of processors%n",
                what,
                seconds,
                events / seconds,
                processor);
    }

    private record Began(long wall, long processor) {

        static Began now() {
            return new Began(System.nanoTime(), PROCESS.getProcessCpuTime());
        }
    }
}
