package dev.sojourn.store;

import static dev.sojourn.store.Pendings.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.store.check.StartReport;
import dev.sojourn.store.file.LedgerFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** 12,000 events of 1,000 researchers, each with one of every 1,000 positions. */
@DisplayName("The start of a ledger that is too large to be read whole")
class StartOfALargeLedgerTest {

    private static final int EVENTS = 12_000;
    /** A hundred blocks of a hundred events. */
    private static final long SAMPLE = 10_000;

    @TempDir
    private Path directory;

    @BeforeEach
    void fill() {
        try (var store = open()) {
            Pendings.append(
                    store,
                    IntStream.range(0, EVENTS)
                            .mapToObj(n -> Pendings.pending("r" + n % 1_000, n / 1_000))
                            .toList());
        }
    }

    @Test
    void reads_a_sample_of_what_was_there_when_it_was_closed_in_order() {
        try (var store = open()) {
            assertThat(store.started())
                    .extracting(StartReport::passed, StartReport::mark, StartReport::read, StartReport::head)
                    .containsExactly(true, (long) EVENTS, SAMPLE, (long) EVENTS);
        }
    }

    @Test
    void reads_every_event_that_came_after_the_last_check_if_it_was_killed() {
        killedSince(11_234);

        try (var store = open()) {
            assertThat(store.started())
                    .extracting(StartReport::passed, StartReport::mark, StartReport::read)
                    .containsExactly(true, 11_234L, SAMPLE + EVENTS - 11_234);
        }
    }

    @Test
    void finds_whatever_is_wrong_after_the_last_check() {
        for (long position : List.of(11_235L, 11_700L, 12_000L)) {
            killedSince(11_234);
            String before = sql("select payload from event where position = " + position);
            change("update event set payload = '{}' where position = " + position);

            try (var store = open()) {
                assertThat(store.readOnlyReason().orElseThrow()).startsWith("position " + position + ": its hash");
                assertThat(store.head()).isEqualTo(position - 1);
            }
            change("update event set payload = '" + before + "' where position = " + position);
        }
    }

    @Test
    void finds_a_missing_event_wherever_it_is() {
        change("delete from event where position = 1234");

        try (var store = open()) {
            assertThat(store.readOnlyReason()).hasValue("position 1234: there is no event at position 1234");
        }
    }

    @Test
    void finds_damage_of_a_stretch_before_the_last_check_and_leaves_a_single_byte_to_verification() {
        change("update event set revision = '7' where position between 8000 and 8400");
        try (var store = open()) {
            assertThat(store.readOnlyReason().orElseThrow()).startsWith("position 8000: its hash");
        }
        change("update event set revision = '1' where position between 8000 and 8400");

        long notRead = 0; // whatever the sample is, a sixth of all events is more than it has
        for (long position = 1; notRead == 0; position += 37) {
            change("update event set revision = '7' where position = " + position);
            try (var store = open()) {
                if (store.started().passed()) {
                    notRead = position;
                    assertThat(store.verify(null, told -> {}).firstBad()).isEqualTo(position);
                }
            }
            change("update event set revision = '1' where position = " + position);
        }
    }

    private LedgerStore open() {
        return LedgerStore.open(directory, new Pendings.SetClock(NOON));
    }

    /** As if nothing had been written down at the end. */
    private void killedSince(long position) {
        change("update chain_checked set position = " + position + ", hash = (select hash from event where position = "
                + position + ")");
    }

    private void change(String sql) {
        try (var file = LedgerFile.open(directory)) {
            new JdbcTemplate(file.dataSource()).update(sql);
        }
    }

    private String sql(String query) {
        try (var file = LedgerFile.open(directory)) {
            return new JdbcTemplate(file.dataSource()).queryForObject(query, String.class);
        }
    }
}
