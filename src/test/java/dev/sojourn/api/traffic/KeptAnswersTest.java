package dev.sojourn.api.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccessMode;
import dev.sojourn.access.AccountRole;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("Answers that the server keeps")
class KeptAnswersTest {
    private static final String RETENTION = "/api/v1/cohorts/three/retention?held=country:US&from=2019&to=2025";

    private final KeptAnswers kept = RunningServer.open().context().getBean(KeptAnswers.class);
    private final AtomicInteger computed = new AtomicInteger();

    @Test
    void are_the_same_to_the_byte_and_in_each_header() {
        try (var server = RunningServer.own(AccessMode.ACCOUNTS)) {
            var viewer = RunningServer.as(AccountRole.VIEWER);
            var first = server.get(RETENTION, viewer);
            int taken = server.context().getBean(KeptAnswers.class).taken();
            var again = server.get(RETENTION, viewer);

            assertThat(taken).isGreaterThan(first.body().length());
            assertThat(again.body()).isEqualTo(first.body());
            for (String header : new String[] {"Content-Type", "ETag", "Cache-Control", "Content-Security-Policy"}) {
                assertThat(again.headers().allValues(header))
                        .as(header)
                        .isEqualTo(first.headers().allValues(header));
            }
            assertThat(server.get(RETENTION).statusCode())
                    .as("for those who may ask")
                    .isEqualTo(401);
        }
    }

    @Test
    void give_way_once_something_was_recorded() {
        try (var server = RunningServer.own(AccessMode.ACCOUNTS)) {
            var viewer = RunningServer.as(AccountRole.VIEWER);
            String before = server.get(RETENTION, viewer).body();
            var written = server.post(
                    "/api/v1/cohorts",
                    "{\"id\":\"four\",\"title\":\"Four\",\"frame\":\"none\",\"referenceYear\":2020,"
                            + "\"drawn\":\"by hand\",\"source\":\"https://example.org/\"}",
                    RunningServer.as(AccountRole.CURATOR).andThen(request -> request.header("Idempotency-Key", "k2")));

            assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
            assertThat(before).contains("\"position\":17");
            assertThat(server.get(RETENTION, viewer).body()).contains("\"position\":18");
        }
    }

    @Test
    void are_computed_once_for_each_question_and_form() throws Exception {
        ask("/a", "application/json", 10, HttpServletResponse.SC_OK);
        ask("/a", "application/json", 10, HttpServletResponse.SC_OK);
        assertThat(computed).hasValue(1);

        ask("/a", "text/csv", 10, HttpServletResponse.SC_OK);
        ask("/b", "application/json", 10, HttpServletResponse.SC_OK);
        assertThat(computed).hasValue(3);
    }

    @Test
    void are_neither_refusals_nor_too_long_nor_of_single_people() throws Exception {
        for (int twice = 0; twice < 2; twice++) {
            ask("/refused", null, 10, HttpServletResponse.SC_BAD_REQUEST);
            ask("/long", null, KeptAnswers.LARGEST + 1, HttpServletResponse.SC_OK);
            ask("/person", null, -1, HttpServletResponse.SC_OK);
        }

        assertThat(computed).hasValue(6);
    }

    @Test
    void take_no_more_room_than_they_have_and_the_oldest_go_first() throws Exception {
        int fitting = KeptAnswers.ROOM / KeptAnswers.LARGEST;
        ask("/first", null, KeptAnswers.LARGEST, HttpServletResponse.SC_OK);
        for (int other = 0; other < fitting; other++) {
            ask("/other/" + other, null, KeptAnswers.LARGEST, HttpServletResponse.SC_OK);
        }
        computed.set(0);

        assertThat(kept.taken()).isLessThanOrEqualTo(KeptAnswers.ROOM);
        ask("/other/" + (fitting - 1), null, KeptAnswers.LARGEST, HttpServletResponse.SC_OK);
        assertThat(computed).as("asked last").hasValue(0);
        ask("/first", null, KeptAnswers.LARGEST, HttpServletResponse.SC_OK);
        assertThat(computed).as("asked first").hasValue(1);
    }

    /** Asks for an answer of so many bytes; fewer than 0 for one of single people. */
    private void ask(String path, String accept, int bytes, int status) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        if (accept != null) {
            request.addHeader("Accept", accept);
        }
        var response = new MockHttpServletResponse();
        FilterChain rest = (asked, answer) -> answer(bytes, status, (HttpServletResponse) answer, request);
        kept.doFilter(request, response, rest);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentAsByteArray()).hasSize(Math.abs(bytes));
    }

    private void answer(int bytes, int status, HttpServletResponse answer, MockHttpServletRequest request)
            throws IOException {
        computed.incrementAndGet();
        answer.setStatus(status);
        if (bytes >= 0) {
            request.setAttribute(Unchanged.class.getName(), "\"tag\"");
        }
        answer.getOutputStream().write(new byte[Math.abs(bytes)]);
    }
}
