package dev.sojourn.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A server that is told to stop")
@Timeout(120)
class StoppedServerTest {

    /** Enough that all are under way when the signal comes. */
    private static final int WRITES = 60;

    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({"serve,/api/v1/researchers", "demo,/api/v1/figures"})
    void ends_within_ten_seconds_while_people_read_and_write_and_keeps_what_it_acknowledged(String verb, String read)
            throws Exception {
        try (var server = Served.start(verb, data)) {
            var threads = Executors.newCachedThreadPool();
            var busy = new CountDownLatch(WRITES);
            var writing = threads.submit(() -> untilGone(() -> {
                assertThat(server.register("Person " + busy.getCount()).statusCode())
                        .isEqualTo(201);
                busy.countDown();
            }));
            var reading = threads.submit(() ->
                    untilGone(() -> assertThat(server.get(read).statusCode()).isEqualTo(200)));
            busy.await();

            var took = server.stop();

            assertThat(answersUntilGone(writing)).isGreaterThanOrEqualTo(WRITES);
            assertThat(answersUntilGone(reading)).isPositive();
            threads.shutdown();
            Served.assertAllThere(data, server.acknowledged());
            System.out.printf(
                    "%s: stopped in %.1f s, %d acknowledged, 0 lost%n",
                    verb, took.toMillis() / 1e3, server.acknowledged().size());
        }
    }

    private interface Asking {
        void ask() throws IOException, InterruptedException;
    }

    /** Asks until the server no longer answers; gives how often it did. Every answer it gives must be a good one. */
    private static int untilGone(Asking asking) throws InterruptedException {
        for (int answers = 0; ; answers++) {
            try {
                asking.ask();
            } catch (IOException gone) {
                return answers;
            }
        }
    }

    private static int answersUntilGone(Future<Integer> asked) throws Exception {
        return asked.get();
    }
}
