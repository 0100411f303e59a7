package dev.sojourn.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.value.Id;
import dev.sojourn.exchange.LedgerLines;
import dev.sojourn.exchange.LedgerLines.Line;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Pending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** The reference ledger, half of it there when the follower starts, the rest recorded while it follows. */
@DisplayName("A timeline that follows the store")
class FollowerTest {

    private static final int BATCH = 97;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private LedgerStore store;
    private final List<Pending> reference = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        store = LedgerStore.open(directory, Clock.systemUTC());
        Map<Id, Long> sequences = new HashMap<>();
        try (var lines = Files.newBufferedReader(Path.of("events/reference/ledger.jsonl"))) {
            LedgerLines.read("ledger.jsonl", lines, line -> reference.add(pending(line, sequences)));
        }
    }

    private static Pending pending(Line line, Map<Id, Long> sequences) {
        long sequence = sequences.merge(line.event().subject(), 0L, (last, first) -> last + 1);
        return new Pending(
                line.event(), sequence, line.recorded(), line.actor(), line.commandId(), null, null, line.undoes());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void append(int from, int to) {
        for (int first = from; first < to; first += BATCH) {
            var batch = reference.subList(first, Math.min(to, first + BATCH));
            new TransactionTemplate(store.writes()).executeWithoutResult(running -> store.append(batch));
        }
    }

    @Test
    void equals_one_that_is_built_again_from_the_events_now_and_at_earlier_positions() throws Exception {
        int half = reference.size() / 2;
        append(0, half);
        var live = Follower.of(store);
        append(half, reference.size());
        assertThat(live.timeline().await(reference.size(), PATIENCE)).isTrue();

        var rebuilt = Follower.of(store).timeline();

        assertThat(live.problem()).isEmpty();
        assertThat(rebuilt.position()).isEqualTo(reference.size());
        for (long position : List.of(0L, 1L, (long) half, half + 1L, 4_000L, (long) reference.size())) {
            assertThat(new Comparison(live.timeline().at(position), rebuilt.at(position)).first())
                    .isEmpty();
        }
        assertThat(new Comparison(rebuilt.at(half), rebuilt.now()).first()).isPresent(); // it can tell
    }

    @Test
    void stops_before_an_event_that_cannot_be_read_and_says_which_it_is() throws Exception {
        append(0, 500);
        try (var connection = store.dataSource().getConnection();
                var tamper = connection.createStatement()) {
            tamper.executeUpdate("update event set type = 'NeverHeardOf' where position = 321");
        }

        var follower = Follower.of(store);

        assertThat(follower.timeline().position()).isEqualTo(320);
        assertThat(follower.problem().orElseThrow()).hasMessageContaining("321");
    }
}
