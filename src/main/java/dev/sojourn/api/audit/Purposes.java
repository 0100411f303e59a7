package dev.sojourn.api.audit;

import dev.sojourn.access.AccessMode;
import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.OfPeople;
import dev.sojourn.api.problem.Busy;
import dev.sojourn.audit.disclosure.Disclosure;
import dev.sojourn.audit.disclosure.DisclosureLog;
import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.store.LedgerStore;
import jakarta.servlet.http.HttpServletRequest;
import java.io.UncheckedIOException;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Writes down, before it goes out, what leaves as a file: the ledger as a whole, and large tables {@link OfPeople}. The
 * demonstration holds no real people's data, and asks nothing.
 */
@RestControllerAdvice
final class Purposes implements ResponseBodyAdvice<Object> {
    /** What a page holds unless more is asked for. */
    private static final int LARGE = 100;

    private final DisclosureLog log;
    private final LedgerStore store;
    private final AccessMode mode;

    Purposes(DisclosureLog log, LedgerStore store, AccessMode mode) {
        this.log = log;
        this.store = store;
        this.mode = mode;
    }

    /** Writes down who takes something, how and what for. */
    void note(HttpServletRequest request, String how, String purpose) {
        try {
            log.add(request.getUserPrincipal().getName(), how, purpose, store.head());
        } catch (UncheckedIOException unwritten) {
            throw new Busy("disclosure-not-written", "what leaves must be written down first, and cannot be now");
        }
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return mode == AccessMode.ACCOUNTS && returned.hasMethodAnnotation(OfPeople.class);
    }

    @Override
    public Object beforeBodyWrite(
            Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Tabular table && type.getSubtype().equals("csv")) {
            int lines = table.size();
            if (lines > LARGE || returned.getMethodAnnotation(OfPeople.class).whole()) {
                var asked = ((ServletServerHttpRequest) request).getServletRequest();
                String purpose = Ask.need(asked, "purpose", Disclosure::purpose);
                // The query stays out of it: it may name people.
                note(asked, "CSV of " + asked.getRequestURI() + ", lines: " + lines, purpose);
            }
        }
        return body;
    }
}
