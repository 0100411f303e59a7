package dev.sojourn.store;

import static dev.sojourn.store.Pendings.NOON;
import static dev.sojourn.store.Pendings.append;
import static dev.sojourn.store.Pendings.pending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.store.Pendings.SetClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A clock that errs")
class ErringClockTest {

    @TempDir
    Path directory;

    private final SetClock clock = new SetClock(NOON);

    @RepeatedTest(5)
    void never_makes_recorded_time_run_backwards_and_order_is_that_of_positions(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var expected = new ArrayList<Instant>();
        var latest = Instant.MIN;
        for (int session = 0; session < 3; session++) {
            try (var store = LedgerStore.open(directory, clock)) {
                for (int n = 0; n < 20; n++) {
                    clock.set(jump(random, clock.instant()));
                    append(store, pending("ada", expected.size()));
                    var shown = Instant.ofEpochMilli(clock.instant().toEpochMilli());
                    latest = shown.isAfter(latest) ? shown : latest;
                    expected.add(latest);
                }
                assertRecorded(store, expected);
            }
        }
    }

    /** Mostly onwards; sometimes not at all, or back by up to a day, or far ahead as a flat battery does. */
    private static Instant jump(Random random, Instant now) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> now;
            case 2 -> now.plusNanos(random.nextInt(1_000_000));
            case 3, 4 -> now.minusMillis(random.nextInt(86_400_000));
            case 5 -> now.minusSeconds(86_400L * random.nextInt(20_000));
            case 6 -> random.nextInt(4) == 0 ? now.plusSeconds(86_400L * 365 * random.nextInt(20)) : now;
            default -> now.plusMillis(random.nextInt(10_000));
        };
    }

    private static void assertRecorded(LedgerStore store, List<Instant> expected) {
        var read = new ArrayList<Instant>();
        store.read(0, store.head(), event -> {
            assertThat(event.position()).isEqualTo(read.size() + 1);
            read.add(event.header().recorded());
        });
        assertThat(read).isEqualTo(expected);
        assertThat(store.verify(null, position -> {}).problem()).isNull();
        for (var moment : expected) {
            assertThat(store.positionAt(moment)).isEqualTo(expected.lastIndexOf(moment) + 1L);
        }
    }

    @Test
    void set_back_by_years_leaves_new_events_at_the_last_recorded_moment_until_it_has_caught_up() {
        try (var store = LedgerStore.open(directory, clock)) {
            append(store, pending("ada", 0));
            clock.set(Instant.EPOCH);
            append(store, pending("ada", 1));
            clock.set(NOON.minusMillis(1));
            append(store, pending("ada", 2));
            clock.set(NOON.plusMillis(1));
            append(store, pending("ada", 3));

            var recorded = new ArrayList<Instant>();
            store.read(0, 4, event -> recorded.add(event.header().recorded()));
            assertThat(recorded).containsExactly(NOON, NOON, NOON, NOON.plusMillis(1));
            assertThat(store.positionAt(NOON)).isEqualTo(3);
        }
    }
}
