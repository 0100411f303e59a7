package dev.sojourn.api.traffic;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
    private record Call(RequestMappingInfo info, HandlerMethod method) {}

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

    @Override
    protected HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        var meant = HttpMethod.GET.matches(request.getMethod()) ? meant(request) : List.<Call>of();
        var match = meant.size() == 1 ? getMatchingMapping(meant.get(0).info, request) : null;
        if (match == null) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, meant.get(0).method);
        handleMatch(match, path, request);
        return meant.get(0).method;
    }

    private List<Call> meant(HttpServletRequest request) {
        return reads.find(ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication());
    }
}
