package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One thread writes while others read: nobody waits, and nobody sees half of an event. */
@DisplayName("Readers beside the writer")
class ReadersTest {

    private static final int ROUNDS = 30;
    private static final int LEAST_LOOKS = 50;

    @Test
    void see_whole_events_only() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (long round = 0; round < ROUNDS; round++) {
                var events = Histories.from(LongStream.range(round * 1000, round * 1000 + 70)
                        .boxed()
                        .toList());
                var timeline = new Timeline(events);
                var started = new CountDownLatch(2);
                Callable<Map<Long, Composition>> reader = () -> look(timeline, started, events.head());
                var one = threads.submit(reader);
                var other = threads.submit(reader);
                started.await();
                events.all().forEach(timeline::on);
                check(events, one.get());
                check(events, other.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Looks again and again until all is in; at one position the answer is always the same. */
    private static Map<Long, Composition> look(Timeline timeline, CountDownLatch started, int head) {
        var seen = new HashMap<Long, Composition>();
        started.countDown();
        long position = 0;
        var held = timeline.now();
        for (int looks = 0; looks < LEAST_LOOKS || position < head; looks++) {
            var view = timeline.now();
            var answer = Composition.of(view, question());
            assertThat(view.position()).isGreaterThanOrEqualTo(position);
            position = view.position();
            var before = seen.put(position, answer);
            assertThat(before == null || before.equals(answer)).isTrue();
            if (looks % 5 == 0) { // what is kept by now is of later positions, and must not show in an earlier one
                assertThat(Composition.of(held, question()))
                        .isEqualTo(seen.computeIfAbsent(
                                held.position(), unseen -> Composition.of(timeline.at(unseen), question())));
                held = view;
            }
        }
        return seen;
    }

    private static void check(EventList events, Map<Long, Composition> seen) {
        seen.forEach((position, answer) -> {
            var ledger = new NaiveLedger(events.all(), position);
            assertThat(answer).isEqualTo(new NaiveAnswers(ledger, Questions.REGIONS).composition(question()));
            assertThat(answer.known() + answer.unknown() + answer.unobserved() + answer.inactive())
                    .isEqualTo(answer.total());
        });
    }

    private static final RegionMap MAP = new RegionMap("test-1", Questions.REGIONS);

    private static Composition.Question question() {
        var everyone = new Population(View.EVERYONE, List.of(), Rules.standard(MAP));
        return new Composition.Question(
                everyone, LocalDate.of(2020, 12, 31), List.of(Attribute.COUNTRY, Attribute.FOUNDER));
    }
}
