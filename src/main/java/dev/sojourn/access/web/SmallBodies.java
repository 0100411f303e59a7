package dev.sojourn.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests with a large body before any of it is read: what is written by hand is small. A body must say how long
 * it is, so that nobody can send one without end.
 */
final class SmallBodies extends OncePerRequestFilter {
    private static final long LARGEST = 1 << 20;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LARGEST) {
            Refusal.write(
                    response, HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "a body can have 1 MiB at the most");
        } else if (request.getHeader("Transfer-Encoding") != null) {
            Refusal.write(
                    response, HttpStatus.LENGTH_REQUIRED, "length-needed", "say how long the body is (Content-Length)");
        } else {
            chain.doFilter(request, response);
        }
    }
}
