package dev.sojourn.api.traffic;

import dev.sojourn.projection.Timeline;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps {@link CountsOnly} answers as they were sent, for whoever asks the same before anything more is recorded: what
 * many look at is computed once. Stands behind the checks of who may ask. Takes {@value #ROOM} bytes at the most; those
 * that nobody asked for longest go first.
 */
@Component
final class KeptAnswers extends OncePerRequestFilter {
    static final int ROOM = 16 << 20;

    /** Larger ones would push out too many others. */
    static final int LARGEST = ROOM / 32;

    /** An answer; it holds as long as the last event is the one at {@code head}, as it was when it was asked for. */
    private static final class Kept {
        final long head;
        final String tag;
        final String type;
        final byte[] body;

        Kept(long head, String tag, String type, byte[] body) {
            this.head = head;
            this.tag = tag;
            this.type = type;
            this.body = body;
        }
    }

    private final Timeline timeline;
    private final Map<String, Kept> answers = new LinkedHashMap<>(16, 0.75f, true);
    private int taken;

    KeptAnswers(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String question =
                request.getHeader(HttpHeaders.ACCEPT) + ' ' + request.getRequestURI() + '?' + request.getQueryString();
        long head = timeline.position(); // before the answer, which may know more, and is of no use then
        var kept = find(question);
        if (kept != null && kept.head == head) {
            send(kept, request, response);
            return;
        }
        var copied = new CopiedResponse(request, response, LARGEST);
        chain.doFilter(request, copied);
        if (copied.body() != null && response.getStatus() == HttpServletResponse.SC_OK) {
            keep(question, new Kept(head, Unchanged.tag(request), response.getContentType(), copied.body()));
        }
    }

    private static void send(Kept kept, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Unchanged.describe(kept.tag, response::setHeader);
        if (Unchanged.knows(request, kept.tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(kept.type);
        response.setContentLength(kept.body.length);
        response.getOutputStream().write(kept.body);
    }

    private synchronized Kept find(String question) {
        return answers.get(question);
    }

    private synchronized void keep(String question, Kept answer) {
        var before = answers.put(question, answer);
        taken += size(question, answer) - (before == null ? 0 : size(question, before));
        for (var oldest = answers.entrySet().iterator(); taken > ROOM; oldest.remove()) {
            var gone = oldest.next();
            taken -= size(gone.getKey(), gone.getValue());
        }
    }

    /** What is kept now, in bytes. */
    synchronized int taken() {
        return taken;
    }

    private static int size(String question, Kept answer) {
        return question.length() + answer.body.length;
    }
}
