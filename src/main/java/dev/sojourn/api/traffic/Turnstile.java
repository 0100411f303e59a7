package dev.sojourn.api.traffic;

import dev.sojourn.api.problem.Busy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.MethodParameter;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Lets so many questions be worked on at once, as many more wait a little, and tells all others to come back later (503
 * with {@code Retry-After}): beyond what the processors can do, letting more in makes everybody's answer later, and takes
 * memory. A place is given back before the answer is written, so that slow readers hold none.
 *
 * <p>Only for questions. Writes queue at the ledger, which is one at a time by itself; what streams an answer of its own
 * has a limit of its own.
 */
@RestControllerAdvice
public final class Turnstile implements HandlerInterceptor, ResponseBodyAdvice<Object> {
    private static final String HELD = Turnstile.class.getName();

    /** Seconds after which to ask again: most questions take a few milliseconds, so that a crowd is gone soon. */
    private static final int COME_BACK = 1;

    private final Semaphore places;
    private final int mostWaiting;
    private final Duration patience;

    Turnstile(Environment environment) {
        int places = environment.getProperty("sojourn.questions-at-once", Integer.class, 0);
        this.places =
                new Semaphore(places > 0 ? places : 2 * Runtime.getRuntime().availableProcessors(), true);
        mostWaiting = environment.getProperty("sojourn.questions-waiting", Integer.class, 100);
        patience = Duration.ofSeconds(environment.getProperty("sojourn.questions-patience-seconds", Long.class, 5L));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        boolean question = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        if (question && handler instanceof HandlerMethod method && !method.isVoid()) {
            enter();
            request.setAttribute(HELD, true);
        }
        return true;
    }

    /** How many wait now. */
    int waiting() {
        return places.getQueueLength();
    }

    private void enter() throws InterruptedException {
        if (places.tryAcquire()) {
            return;
        }
        if (waiting() >= mostWaiting || !places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new Busy(
                    "too-many-questions", "more questions than the server can work on: ask again later", COME_BACK);
        }
    }

    private void leave(HttpServletRequest request) {
        if (request.getAttribute(HELD) != null) {
            request.removeAttribute(HELD);
            places.release();
        }
    }

    @Override
    public Object beforeBodyWrite(
            Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        leave(((ServletServerHttpRequest) request).getServletRequest());
        return body;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    /** For what has no body, or failed. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        leave(request);
    }
}
