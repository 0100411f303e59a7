package dev.sojourn.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.store.LedgerStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The same command, sent two to five times, also after a kill")
@Timeout(1_800)
class RepeatedCommandTest {

    private static final int COMMANDS = 12;

    @TempDir
    private Path data;

    /** What was answered to a key, each time the same. */
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    private final Random random = new Random(5);
    private int sent;

    @Test
    void leaves_one_event_and_is_answered_the_same() throws Exception {
        killBetween(1);
    }

    @Test
    @Tag("faults")
    void leaves_one_event_and_is_answered_the_same_across_twelve_kills() throws Exception {
        killBetween(12);
    }

    private void killBetween(int kills) throws Exception {
        for (int kill = 0; kill <= kills; kill++) {
            try (var server = Served.start("serve", data)) {
                if (kill > 0) {
                    sendAll(server, kill - 1, Integer.MAX_VALUE); // those of before the kill, answered or not
                }
                sendAll(server, kill, kill == kills ? Integer.MAX_VALUE : 1 + random.nextInt(2 * COMMANDS));
                server.program().kill();
                assertThat(server.program().exit(30)).isEqualTo(Program.KILLED);
            }
        }
        var events = new HashMap<String, Integer>();
        try (var store = LedgerStore.open(data, Clock.systemUTC())) {
            store.read(0, store.head(), event -> events.merge(event.header().commandId(), 1, Integer::sum));
        }
        assertThat(events.values()).containsOnly(1);
        assertThat(events).hasSize((kills + 1) * COMMANDS);
        assertThat(answered).hasSize((kills + 1) * COMMANDS);
        System.out.printf(
                "repeated commands: %d kills, %d commands sent %d times, %d events, 0 lost%n",
                kills, (kills + 1) * COMMANDS, sent, events.size());
    }

    /** Sends each command of a round two to five times, four at once, until so many were answered; then it kills. */
    private void sendAll(Served server, int round, int enough) throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        var answers = new AtomicInteger();
        var sends = new ArrayList<Callable<Void>>();
        for (int command = 0; command < COMMANDS; command++) {
            String key = "round-" + round + "-command-" + command;
            int times = 2 + random.nextInt(4);
            for (int time = 0; time < times; time++) {
                sends.add(() -> {
                    send(server, key);
                    if (answers.incrementAndGet() == enough) {
                        server.program().kill();
                    }
                    return null;
                });
            }
        }
        sent += sends.size();
        for (var done : threads.invokeAll(sends)) {
            done.get();
        }
        threads.shutdown();
    }

    private void send(Served server, String key) throws InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = server.registerOnce(key);
        } catch (IOException killed) {
            return;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        String said = location + " " + answer.headers().firstValue("ETag").orElseThrow() + " " + answer.body();
        assertThat(said).isEqualTo(answered.computeIfAbsent(key, first -> said));
    }
}
