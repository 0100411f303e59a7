package dev.sojourn.api.traffic;

import dev.sojourn.api.problem.Busy;
import dev.sojourn.exchange.answer.Tabular;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Bounds the memory of large answers that are being written, which is theirs for as long as their readers take: beyond it
 * a large answer is refused (503 with {@code Retry-After}) instead of written. Small ones always pass, there being no more
 * of them at once than threads; and a large one alone, however large.
 *
 * <p>Nobody waits here, since whoever waited would hold the answer meanwhile. It is the first to see an answer, before its
 * headers are set, and before it is written down who takes it.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class LargeAnswers implements HandlerInterceptor, ResponseBodyAdvice<Object> {
    /** Rows that take no more than a connection does anyway. */
    private static final int SMALL = 100;

    /** Bytes of a row of counts: numbers, values that all rows share, and what CSV finds them by. */
    private static final int COUNTS = 100;

    /** Bytes of a row about a person or an event, with texts of its own. */
    private static final int TEXTS = 1_000;

    /** Bytes that a row of counts takes in {@link KeptAnswers}' copy of an answer as it is sent, which ends at its limit. */
    private static final int COPIED = 200;

    /** Seconds after which to ask again: what a large answer takes over a line that is not slow. */
    private static final int COME_BACK = 5;

    private static final String HELD = LargeAnswers.class.getName();

    private final long most;
    private long written;

    LargeAnswers(Environment environment) {
        long most = DataSize.parse(environment.getProperty("sojourn.answers-memory", "0"))
                .toBytes();
        this.most = most > 0 ? most : Runtime.getRuntime().maxMemory() / 8;
    }

    @Override
    public Object beforeBodyWrite(
            Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Tabular answer) {
            int rows = answer.size();
            if (rows > SMALL) {
                hold(
                        bytes(rows, returned.hasMethodAnnotation(CountsOnly.class)),
                        ((ServletServerHttpRequest) request).getServletRequest());
            }
        }
        return body;
    }

    private static long bytes(long rows, boolean counts) {
        return counts ? rows * COUNTS + Math.min(rows * COPIED, KeptAnswers.LARGEST) : rows * TEXTS;
    }

    private synchronized void hold(long bytes, HttpServletRequest request) {
        if (written > 0 && written + bytes > most) {
            throw new Busy(
                    "too-many-large-answers", "others are still reading large answers: ask again later", COME_BACK);
        }
        written += bytes;
        request.setAttribute(HELD, bytes);
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    /** When it is written, or its reader is gone. */
    @Override
    public synchronized void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (request.getAttribute(HELD) instanceof Long bytes) {
            request.removeAttribute(HELD);
            written -= bytes;
        }
    }
}
