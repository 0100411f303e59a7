package dev.sojourn.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.SmallLedger;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.file.LedgerFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

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

    @Test
    void ends_within_ten_seconds_while_it_starts_or_imports() throws Exception {
        var source = GeneratedPackage.write(data.resolve("package"), 300);
        var ledger = data.resolve("ledger");
        for (int round = 0; round < 2; round++) {
            for (var verb : List.of(
                    List.of("import", source.toString(), "--data", ledger.toString()),
                    List.of("serve", "--port", "0", "--data", ledger.toString()))) {
                try (var program = Program.start(VerbProgram.class, verb.toArray(String[]::new))) {
                    program.await(line -> line.equals("begin"));
                    // some way into it, wherever that is
                    CompletableFuture.delayedExecutor(round * 1_200L, TimeUnit.MILLISECONDS)
                            .execute(program::terminate);
                    program.listen(line -> {});
                    assertThat(program.exit(10)).as("%s", verb).isIn(0, 128 + 15);
                }
            }
        }
        try (var store = LedgerStore.open(ledger, Clock.systemUTC())) {
            assertThat(store.readOnlyReason()).isEmpty();
            assertThat(store.verify(null, position -> {}).problem()).isNull();
        }
    }

    @Test
    void ends_within_ten_seconds_where_the_ledger_takes_no_writes() throws Exception {
        SmallLedger.in(data);
        try (var file = LedgerFile.open(data)) {
            new JdbcTemplate(file.dataSource()).execute("update event set payload = '{}' where position = 9");
        }
        try (var server = Served.start("serve", data)) {
            assertThat(server.register("Late").statusCode()).isEqualTo(503);
            assertThat(server.get("/api/v1/researchers").statusCode()).isEqualTo(200);
            System.out.printf("read-only: stopped in %.1f s%n", server.stop().toMillis() / 1e3);
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
