package dev.sojourn.api.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccessMode;
import dev.sojourn.access.AccountRole;
import dev.sojourn.api.problem.Busy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

@DisplayName("The turnstile before questions")
class TurnstileTest {
    private static final String RETENTION = "/api/v1/cohorts/three/retention?held=country:US&from=2019&to=2025";

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void lets_the_next_one_in_when_an_answer_is_about_to_be_written() throws Exception {
        var turnstile = turnstile(1, 0);
        var first = new MockHttpServletRequest("GET", "/");
        turnstile.preHandle(first, response, question());
        turnstile.beforeBodyWrite("answer", null, null, null, new ServletServerHttpRequest(first), null);

        turnstile.preHandle(new MockHttpServletRequest("GET", "/"), response, question());
        assertThatThrownBy(() -> turnstile.preHandle(new MockHttpServletRequest("GET", "/"), response, question()))
                .isInstanceOf(Busy.class);
    }

    @Test
    void gives_a_place_back_once_only() throws Exception {
        var turnstile = turnstile(1, 0);
        var first = new MockHttpServletRequest("GET", "/");
        turnstile.preHandle(first, response, question());
        turnstile.beforeBodyWrite("answer", null, null, null, new ServletServerHttpRequest(first), null);
        turnstile.afterCompletion(first, response, question(), null);

        turnstile.preHandle(new MockHttpServletRequest("GET", "/"), response, question());
        assertThatThrownBy(() -> turnstile.preHandle(new MockHttpServletRequest("GET", "/"), response, question()))
                .isInstanceOf(Busy.class);
    }

    @Test
    void lets_those_who_wait_in_when_a_question_fails() throws Exception {
        var turnstile = turnstile(1, 1);
        var first = new MockHttpServletRequest("GET", "/");
        turnstile.preHandle(first, response, question());
        var second = CompletableFuture.supplyAsync(() -> {
            try {
                return turnstile.preHandle(new MockHttpServletRequest("GET", "/"), response, question());
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        while (turnstile.waiting() == 0) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> turnstile.preHandle(new MockHttpServletRequest("GET", "/"), response, question()))
                .as("one too many")
                .isInstanceOf(Busy.class);

        turnstile.afterCompletion(first, response, question(), new IllegalStateException());

        assertThat(second.join()).isTrue();
    }

    @Test
    void is_not_for_writes() throws Exception {
        var turnstile = turnstile(1, 0);
        turnstile.preHandle(new MockHttpServletRequest("GET", "/"), response, question());

        assertThat(turnstile.preHandle(new MockHttpServletRequest("POST", "/"), response, question()))
                .isTrue();
    }

    @Test
    void tells_those_beyond_to_come_back_later_over_http() throws Exception {
        var settings = Map.of("sojourn.questions-at-once", "1", "sojourn.questions-waiting", "0");
        settings.forEach(System::setProperty);
        try (var server = RunningServer.own(AccessMode.ACCOUNTS)) {
            var viewer = RunningServer.as(AccountRole.VIEWER);
            String tag =
                    server.get(RETENTION, viewer).headers().firstValue("ETag").orElseThrow();
            var turnstile = server.context().getBean(Turnstile.class);
            var holder = new MockHttpServletRequest("GET", "/");
            turnstile.preHandle(holder, response, question());

            var refused = server.get(RETENTION + "&where=origin:CN", viewer);
            var known = server.get(RETENTION, viewer.andThen(request -> request.header("If-None-Match", tag)));
            var health = server.get("/health");
            turnstile.afterCompletion(holder, response, question(), null);
            var later = server.get(RETENTION, viewer);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(refused.headers().firstValue("ETag")).isEmpty();
            assertThat(refused.body()).contains("\"code\":\"too-many-questions\"");
            assertThat(known.statusCode()).as("what is known needs no place").isEqualTo(304);
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(later.statusCode()).isEqualTo(200);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    private static Turnstile turnstile(int places, int waiting) {
        return new Turnstile(new MockEnvironment()
                .withProperty("sojourn.questions-at-once", Integer.toString(places))
                .withProperty("sojourn.questions-waiting", Integer.toString(waiting))
                .withProperty("sojourn.questions-patience-seconds", "600"));
    }

    private HandlerMethod question() {
        try {
            return new HandlerMethod(this, "answer");
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String answer() {
        return "";
    }
}
