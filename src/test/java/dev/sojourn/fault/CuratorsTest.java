package dev.sojourn.fault;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Sixteen curators who write about the same person")
@Timeout(600)
class CuratorsTest {

    private static final int CURATORS = 16;
    private static final Consumer<HttpRequest.Builder> CURATOR = as(AccountRole.CURATOR);
    private static final Consumer<HttpRequest.Builder> AUDITOR = as(AccountRole.AUDITOR);

    /**
     * What one of them asked and was answered.
     *
     * @param title names the stay that was to be recorded
     * @param expected the version it was asked on
     * @param won whether it was recorded
     * @param version the version then, or the latest one that the refusal told of
     * @param told titles of the stays that the refusal told of, by version
     * @param begun when it was sent, and ended when it was answered, in one order for all
     */
    private record Asked(
            String title, long expected, boolean won, long version, Map<Long, String> told, long begun, long ended) {}

    private final RunningServer server = RunningServer.withAccounts();
    private final ExecutorService threads = Executors.newFixedThreadPool(CURATORS);
    private final AtomicLong moments = new AtomicLong();
    private String person;

    @AfterEach
    void dismiss() {
        threads.shutdown();
    }

    @Test
    void find_that_one_of_them_wins_and_the_others_are_told_what_changed() throws Exception {
        register();
        for (int round = 0; round < 5; round++) {
            long version = round;
            var all = new ArrayList<Callable<Asked>>();
            for (int curator = 0; curator < CURATORS; curator++) {
                String title = "round " + round + " curator " + curator;
                all.add(() -> ask(title, version));
            }
            var asked = new ArrayList<Asked>();
            for (var answer : threads.invokeAll(all)) {
                asked.add(answer.get());
            }

            var winners = asked.stream().filter(Asked::won).toList();
            assertThat(winners).hasSize(1);
            assertThat(winners.get(0).version()).isEqualTo(version + 1);
            assertThat(asked).filteredOn(one -> !one.won()).allSatisfy(one -> assertThat(one.told())
                    .isEqualTo(Map.of(version + 1, winners.get(0).title())));
        }
    }

    @Test
    void leave_a_history_that_some_order_of_their_requests_explains() throws Exception {
        leaveAnExplainableHistory(12);
    }

    @Test
    @Tag("faults")
    void leave_a_history_that_some_order_of_many_requests_explains() throws Exception {
        leaveAnExplainableHistory(150);
    }

    private void leaveAnExplainableHistory(int requests) throws Exception {
        register();
        var all = IntStream.range(0, CURATORS)
                .mapToObj(curator -> (Callable<List<Asked>>) () -> askAgainAndAgain(curator, requests))
                .toList();
        var asked = new ArrayList<Asked>();
        for (var answers : threads.invokeAll(all)) {
            asked.addAll(answers.get());
        }
        var history = history();

        // in order of version: each winner asked on the version before, and nothing is there that nobody recorded
        var winners = new HashMap<Long, Asked>();
        asked.stream().filter(Asked::won).forEach(one -> assertThat(winners.put(one.version(), one))
                .isNull());
        assertThat(winners.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, winners.size()).boxed().toList());
        winners.forEach((version, one) -> {
            assertThat(one.expected()).isEqualTo(version - 1);
            assertThat(history).containsEntry(version, one.title());
        });
        assertThat(history).hasSize(winners.size());
        // whoever was refused was told the true history since the version he knew
        asked.stream().filter(one -> !one.won()).forEach(one -> {
            var since = new HashMap<>(history);
            since.keySet().removeIf(version -> version <= one.expected() || version > one.version());
            assertThat(one.told()).isNotEmpty().isEqualTo(since);
        });
        // nobody was told of less than had been answered before he asked, nor of what was not asked yet when he was
        // told
        asked.forEach(one -> winners.forEach((version, other) -> {
            assertThat(other.ended() < one.begun() && version > one.version())
                    .as("%s missed %s", one, other)
                    .isFalse();
            assertThat(other.begun() > one.ended() && version <= one.version())
                    .as("%s foresaw %s", one, other)
                    .isFalse();
        }));
        System.out.printf(
                "curators: %d requests of %d at a time, %d recorded, 0 lost%n", asked.size(), CURATORS, winners.size());
    }

    /** Each on the version that the last answer told of. */
    private List<Asked> askAgainAndAgain(int curator, int requests) {
        var asked = new ArrayList<Asked>();
        long version = 0;
        for (int request = 0; request < requests; request++) {
            var answer = ask("request " + request + " curator " + curator, version);
            version = answer.version();
            asked.add(answer);
        }
        return asked;
    }

    private Asked ask(String title, long version) {
        String stay = "{\"institution\":\"us-university\",\"role\":\"POSTDOC\",\"start\":\"2019\",\"title\":\"" + title
                + "\",\"observedOn\":\"2019-12-01\"}";
        long begun = moments.incrementAndGet();
        var answer = server.post(
                person + "/affiliations",
                stay,
                CURATOR.andThen(request -> request.header("If-Match", "\"" + version + "\"")));
        long ended = moments.incrementAndGet();
        if (answer.statusCode() == 200) {
            long now = Long.parseLong(
                    answer.headers().firstValue("ETag").orElseThrow().replace("\"", ""));
            return new Asked(title, version, true, now, Map.of(), begun, ended);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(412);
        var told = titles(json(answer).get("changes"));
        long latest = told.keySet().stream().mapToLong(Long::longValue).max().orElse(version);
        return new Asked(title, version, false, latest, told, begun, ended);
    }

    private void register() {
        var answer = server.post("/api/v1/researchers", "{\"names\":{\"Latn\":\"Popular Test\"}}", CURATOR);
        person = answer.headers().firstValue("Location").orElseThrow();
    }

    /** Titles of all stays that were recorded, by version. */
    private Map<Long, String> history() throws Exception {
        var history = new HashMap<Long, String>();
        long after = 0;
        while (true) {
            var batch = json(server.get("/api/v1/events?limit=1000&after=" + after, AUDITOR));
            if (batch.isEmpty()) {
                return history;
            }
            history.putAll(titles(batch));
            after = batch.get(batch.size() - 1).get("position").asLong();
        }
    }

    /** Titles of the person's stays among events, by version. */
    private Map<Long, String> titles(JsonNode events) {
        var titles = new HashMap<Long, String>();
        events.forEach(event -> {
            boolean theirs = person.endsWith("/" + event.get("subject").asString());
            if (theirs && event.get("type").asString().equals("AffiliationRecorded")) {
                titles.put(
                        event.get("sequence").asLong(),
                        event.get("data").get("personal").get("title").asString());
            }
        });
        return titles;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
