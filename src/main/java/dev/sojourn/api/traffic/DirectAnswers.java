package dev.sojourn.api.traffic;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandlerComposite;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers that are asked for as JSON and for nothing else, as nearly all are, straight to the reader. What Spring
 * does in general, finding out anew for each answer which of all forms it could be written in, takes longer than most
 * questions; it still does so for everything else: CSV, other wishes, other statuses. What is to happen before an answer is
 * written ({@link ResponseBodyAdvice}) happens in both ways.
 *
 * <p>An answer with an {@code ETag} of its own is sent whatever the reader has: it tells which events of a thing are in
 * it, for those who write, and the answer follows from others' events, too, and from an erasure.
 */
final class DirectAnswers implements HandlerMethodReturnValueHandler {
    private final HandlerMethodReturnValueHandlerComposite others = new HandlerMethodReturnValueHandlerComposite();
    private final List<ResponseBodyAdvice<Object>> before;
    private final ObjectWriter json;

    /**
     * Writes with a mapper.
     *
     * @param before what is to happen before
     * @param others what writes all else
     */
    DirectAnswers(
            JsonMapper mapper, List<ResponseBodyAdvice<Object>> before, List<HandlerMethodReturnValueHandler> others) {
        this.before = before;
        this.others.addHandlers(others);
        // The server knows better when to send: a short answer whole, with its length.
        json = mapper.writer()
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM);
    }

    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        var type = returned.getParameterType();
        return Record.class.isAssignableFrom(type) || ResponseEntity.class.equals(type);
    }

    @Override
    public void handleReturnValue(
            Object returned, MethodParameter type, ModelAndViewContainer container, NativeWebRequest exchange)
            throws Exception {
        var request = exchange.getNativeRequest(HttpServletRequest.class);
        var response = exchange.getNativeResponse(HttpServletResponse.class);
        var entity = returned instanceof ResponseEntity<?> wrapped ? wrapped : null;
        var body = entity == null ? returned : entity.getBody();
        if (!(body instanceof Record) || !ordinary(request) || (entity != null && !ordinary(entity))) {
            others.handleReturnValue(
                    returned, type, container, entity == null ? exchange : unconditional(request, response));
            return;
        }
        container.setRequestHandled(true);
        var prepared = prepared(body, type, request, response); // or refused, and then without the headers of an answer
        if (entity != null) {
            entity.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        write(prepared, response);
    }

    private static NativeWebRequest unconditional(HttpServletRequest request, HttpServletResponse response) {
        return new ServletWebRequest(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public Enumeration<String> getHeaders(String name) {
                        return name.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH)
                                ? Collections.emptyEnumeration()
                                : super.getHeaders(name);
                    }
                },
                response);
    }

    private static boolean ordinary(HttpServletRequest request) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod())
                && (wanted == null || wanted.equals(MediaType.ALL_VALUE) || json(wanted))
                && !request.getRequestURI().endsWith(".csv")
                && request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null;
    }

    private static boolean json(String wanted) {
        String type = MediaType.APPLICATION_JSON_VALUE;
        return wanted.startsWith(type)
                && (wanted.length() == type.length() || wanted.charAt(type.length()) == ';')
                && wanted.indexOf(',') < 0
                && !wanted.contains("q=");
    }

    private static boolean ordinary(ResponseEntity<?> entity) {
        return entity.getStatusCode().equals(HttpStatus.OK)
                && !entity.getHeaders().containsHeader(HttpHeaders.CONTENT_TYPE)
                && !entity.getHeaders().containsHeader(HttpHeaders.VARY);
    }

    private Object prepared(
            Object body, MethodParameter type, HttpServletRequest request, HttpServletResponse response) {
        var from = new ServletServerHttpRequest(request);
        var to = new ServletServerHttpResponse(response); // writes its headers through
        Object prepared = body;
        for (var advice : before) {
            if (advice.supports(type, JacksonJsonHttpMessageConverter.class)) {
                prepared = advice.beforeBodyWrite(
                        prepared, type, MediaType.APPLICATION_JSON, JacksonJsonHttpMessageConverter.class, from, to);
            }
        }
        return prepared;
    }

    private void write(Object body, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try {
            json.writeValue(response.getOutputStream(), body);
        } catch (JacksonException failed) {
            throw new HttpMessageNotWritableException("Could not write JSON: " + failed.getOriginalMessage(), failed);
        }
    }
}
