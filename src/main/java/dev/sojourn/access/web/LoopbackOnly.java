package dev.sojourn.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers callers on this machine only, and only under its own name: a page elsewhere that resolves its host name to
 * 127.0.0.1 would otherwise read along (DNS rebinding).
 */
final class LoopbackOnly extends OncePerRequestFilter {
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && OWN_NAMES.contains(request.getServerName())) {
            chain.doFilter(request, response);
        } else {
            Refusal.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "loopback-only",
                    "the demonstration answers on this machine only, as localhost or 127.0.0.1");
        }
    }
}
