package dev.sojourn.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;

/**
 * A refusal as an RFC 9457 problem document, for what is turned away before any controller is asked. The texts are fixed
 * and need no escaping.
 */
final class Refusal {
    private Refusal() {}

    static void write(HttpServletResponse response, HttpStatus status, String code, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        String problem = """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s","code":"%s"}""".formatted(status.getReasonPhrase(), status.value(), detail, code);
        response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
    }
}
