package dev.sojourn.api.traffic;

import dev.sojourn.api.parameter.Ask;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Gives {@link CountsOnly} answers an {@code ETag}, and answers 304 to those who have that answer already, without
 * computing anything. The tag is of the position, and of this run of the server: rules, region maps and the program may
 * differ in the next one. It is a weak one, since the same answer may come compressed or not. A refusal has none.
 */
@RestControllerAdvice
public final class Unchanged implements HandlerInterceptor, ResponseBodyAdvice<Object> {
    private static final String TAG = Unchanged.class.getName();

    private final Ask ask;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    Unchanged(Ask ask) {
        this.ask = ask;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !method.hasMethodAnnotation(CountsOnly.class)) {
            return true;
        }
        String form = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        String tag = '"' + run + '-' + ask.view(request).position() + '-' + Integer.toHexString(form.hashCode()) + '"';
        if (!knows(request, tag)) {
            request.setAttribute(TAG, tag);
            return true;
        }
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        describe(tag, response::setHeader);
        return false;
    }

    @Override
    public Object beforeBodyWrite(
            Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        String tag = tag(((ServletServerHttpRequest) request).getServletRequest());
        if (tag != null && !(body instanceof ProblemDetail)) {
            describe(tag, response.getHeaders()::add);
        }
        return body;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    /** The tag of the answer that is being worked on, unless it is none to be kept. */
    static String tag(HttpServletRequest request) {
        return (String) request.getAttribute(TAG);
    }

    /** Whether whoever asks has the answer with this tag. */
    static boolean knows(HttpServletRequest request, String tag) {
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && known.contains(tag);
    }

    /** Kept by the reader's own browser only, and asked for each time: "now" moves on. */
    static void describe(String tag, BiConsumer<String, String> header) {
        header.accept(HttpHeaders.ETAG, "W/" + tag);
        header.accept(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        header.accept(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
}
