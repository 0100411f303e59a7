package dev.sojourn.api.traffic;

import dev.sojourn.access.web.Paths;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the call that is meant through {@link Paths}: comparing a request with all of some two hundred one after the other
 * takes longer than most questions. Where that does not leave exactly one, all are compared as always, which also says why
 * there is none.
 */
final class DirectCalls extends RequestMappingHandlerMapping {
    private static final int FIRST = -1_000;

    /** A call, and the method that answers it. */
    record Call(RequestMappingInfo info, HandlerMethod method) {}

    private final Paths<Call> reads = new Paths<>();

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        getHandlerMethods().forEach((info, method) -> {
            var methods = info.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                info.getPatternValues().forEach(pattern -> reads.add(pattern, new Call(info, method)));
            }
        });
    }

    /** Before the few calls of the server's own health, none of which is one of these. */
    @Override
    public int getOrder() {
        return FIRST;
    }

    @Override
    protected HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        var meant = HttpMethod.GET.matches(request.getMethod()) ? meant(request) : null;
        if (meant == null) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, meant.method);
        handleMatch(meant.info, path, request);
        return meant.method;
    }

    /** The one call that a request matches, with what it matches of it; null if there is none, or are several. */
    Call meant(HttpServletRequest request) {
        Call meant = null;
        for (var call :
                reads.find(ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication())) {
            var match = getMatchingMapping(call.info, request);
            if (match != null && meant != null) {
                return null;
            }
            meant = match == null ? meant : new Call(match, call.method);
        }
        return meant;
    }
}
