package dev.sojourn.store.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.store.EveryEvent;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.EventRow;
import dev.sojourn.store.row.Head;
import dev.sojourn.store.row.Link;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ledger of 200 events of every type. Every byte of every column of every row is changed, twice: its last bit, and to
 * some other value. Numbers have eight bytes; of text that is no UTF-8 any more the database can only store what it reads
 * it as.
 */
@DisplayName("A changed byte")
class TamperedByteTest {

    private static final int EVENTS = 200;

    /** Text columns, in the order of the table. */
    private static final List<String> TEXTS = List.of(
            "event_id", "subject", "subject_type", "recorded", "type", "revision", "payload", "metadata", "hash");

    private static final List<String> NUMBERS = List.of("position", "sequence");

    /** One value of one row, as somebody changed it. */
    private record Change(int row, String column, Object value) {}

    /** Is told of every change there is. */
    private interface Changes {
        void accept(Change change) throws SQLException;
    }

    @TempDir
    private Path directory;

    private List<Link> links;

    @BeforeEach
    void fill() throws SQLException {
        try (var store = open();
                var connection = store.dataSource().getConnection()) {
            EveryEvent.append(store, EVENTS);
            links = ReadAhead.page(connection, 0, EVENTS);
        }
        assertThat(links).hasSize(EVENTS);
    }

    @Test
    void is_found_wherever_it_is_and_its_position_named() throws SQLException {
        var befores = befores();
        int[] count = new int[1];
        each(new Random(1), change -> {
            if (firstBad(befores, change) != change.row() + 1L) {
                throw new AssertionError("not found, or another position named: " + change);
            }
            count[0]++;
        });
        assertThat(count[0]).isGreaterThan(2 * 200 * EVENTS);
        System.out.printf(
                "tampering: %d changes of single bytes in %d events, all found and named%n", count[0], EVENTS);
    }

    @Test
    void is_found_in_the_database_a_few_of_them() throws SQLException {
        throughTheDatabase(2_500);
    }

    @Test
    @Tag("faults")
    @Timeout(1_800)
    void is_found_in_the_database_one_in_twenty_of_them() throws SQLException {
        throughTheDatabase(20);
    }

    /** What the check knows when it comes to an event, all before which are good. */
    private record Before(Head last, String recorded, Map<String, Long> sequences) {

        ChainCheck check() {
            return new ChainCheck(last, recorded, event -> sequences.getOrDefault(event.subject(), 0L));
        }
    }

    private List<Before> befores() {
        var befores = new ArrayList<Before>();
        var sequences = new HashMap<String, Long>();
        var before = new Before(new Head(0, ""), "", Map.of());
        for (var link : links) {
            befores.add(before);
            assertThat(before.check().next(link)).isNull();
            sequences.merge(link.event().subject(), 1L, Long::sum);
            before = new Before(
                    new Head(link.event().position(), link.hash()), link.event().recorded(), Map.copyOf(sequences));
        }
        return befores;
    }

    /**
     * As {@link Verification} goes through the rows in order, from the first one that the change can have touched: positions
     * before are taken.
     */
    private long firstBad(List<Before> befores, Change change) {
        var rows = new ArrayList<>(links);
        rows.set(change.row(), changed(links.get(change.row()), change));
        if (change.column().equals("position")) {
            rows.removeIf(link -> link.event().position() < 1); // those are looked for apart
            rows.sort(Comparator.comparingLong(link -> link.event().position()));
        }
        var check = befores.get(change.row()).check();
        boolean found = rows.stream().skip(change.row()).anyMatch(link -> check.next(link) != null);
        return found || rows.size() < EVENTS ? check.last().position() + 1 : -1;
    }

    /** All changes, but those that the database refuses, since two rows would have one key. */
    private void each(Random random, Changes changes) throws SQLException {
        for (int row = 0; row < EVENTS; row++) {
            for (String column : TEXTS) {
                byte[] bytes = ((String) value(links.get(row), column)).getBytes(UTF_8);
                for (int at = 0; at < bytes.length; at++) {
                    for (byte other : others(bytes[at], random)) {
                        byte[] changed = bytes.clone();
                        changed[at] = other;
                        changes.accept(new Change(row, column, new String(changed, UTF_8)));
                    }
                }
            }
            for (String column : NUMBERS) {
                byte[] bytes = ByteBuffer.allocate(Long.BYTES)
                        .putLong((long) value(links.get(row), column))
                        .array();
                for (int at = 0; at < bytes.length; at++) {
                    for (byte other : others(bytes[at], random)) {
                        byte[] changed = bytes.clone();
                        changed[at] = other;
                        var change =
                                new Change(row, column, ByteBuffer.wrap(changed).getLong());
                        if (!taken(change)) {
                            changes.accept(change);
                        }
                    }
                }
            }
        }
    }

    private static byte[] others(byte good, Random random) {
        int some = 1 + random.nextInt(255);
        return new byte[] {(byte) (good ^ 1), (byte) (good ^ some)};
    }

    private boolean taken(Change change) {
        var changed = changed(links.get(change.row()), change).event();
        return links.stream()
                .map(Link::event)
                .filter(event -> event.position() != change.row() + 1L)
                .anyMatch(event -> event.position() == changed.position()
                        || (event.subject().equals(changed.subject()) && event.sequence() == changed.sequence()));
    }

    private static Object value(Link link, String column) {
        var event = link.event();
        return switch (column) {
            case "position" -> event.position();
            case "event_id" -> event.eventId();
            case "subject" -> event.subject();
            case "sequence" -> event.sequence();
            case "subject_type" -> event.subjectType();
            case "recorded" -> event.recorded();
            case "type" -> event.type();
            case "revision" -> event.revision();
            case "payload" -> event.payload();
            case "metadata" -> event.metadata();
            default -> link.hash();
        };
    }

    private static Link changed(Link link, Change change) {
        var event = link.event();
        return new Link(
                new EventRow(
                        (long) now("position", event.position(), change),
                        (String) now("event_id", event.eventId(), change),
                        (String) now("subject", event.subject(), change),
                        (long) now("sequence", event.sequence(), change),
                        (String) now("subject_type", event.subjectType(), change),
                        (String) now("recorded", event.recorded(), change),
                        (String) now("type", event.type(), change),
                        (String) now("revision", event.revision(), change),
                        (String) now("payload", event.payload(), change),
                        (String) now("metadata", event.metadata(), change)),
                (String) now("hash", link.hash(), change));
    }

    private static Object now(String column, Object value, Change change) {
        return column.equals(change.column()) ? change.value() : value;
    }

    /** Changes rows behind the store's back, one at a time, and takes it back each time. */
    private void throughTheDatabase(int oneIn) throws SQLException {
        var random = new Random(oneIn);
        int[] count = new int[1];
        try (var store = open();
                var intruder = store.dataSource().getConnection()) {
            intruder.setAutoCommit(false);
            each(new Random(1), change -> {
                if (random.nextInt(oneIn) == 0) {
                    update(intruder, change);
                    assertThat(Verification.of(intruder, List.of(), position -> {})
                                    .firstBad())
                            .as("%s", change)
                            .isEqualTo(change.row() + 1L);
                    intruder.rollback();
                    count[0]++;
                }
            });
        }
        System.out.printf("tampering in the database: %d changes of single bytes, all found and named%n", count[0]);
    }

    private static void update(Connection intruder, Change change) throws SQLException {
        try (var update =
                intruder.prepareStatement("update event set " + change.column() + " = ? where position = ?")) {
            update.setObject(1, change.value());
            update.setLong(2, change.row() + 1L);
            update.executeUpdate();
        }
    }

    private LedgerStore open() {
        return LedgerStore.open(directory, Clock.systemUTC());
    }
}
