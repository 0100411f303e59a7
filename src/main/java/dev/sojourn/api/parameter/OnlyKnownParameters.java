package dev.sojourn.api.parameter;

import dev.sojourn.analysis.question.UnknownCohort;
import dev.sojourn.api.problem.BadQuestion;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters that an endpoint does not have: a typo in one would silently change the answer. What it has is what
 * its {@link Parameter} annotations say, which the API's description is made of, too.
 */
public final class OnlyKnownParameters implements HandlerInterceptor {
    /** Where our own endpoints are; those of libraries have parameters of their own. */
    private static final String API = "dev.sojourn.api.";

    /** Looking through annotations takes longer than answering most questions. */
    private final Map<Method, Set<String>> ofMethods = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getPackageName().startsWith(API)) {
            return true;
        }
        var known = ofMethods.computeIfAbsent(method.getMethod(), OnlyKnownParameters::annotated);
        for (String asked : request.getParameterMap().keySet()) {
            if (asked.equals("cohort2") && !known.contains(asked)) {
                throw new BadQuestion("two-cohorts", asked, UnknownCohort.ONE);
            }
            if (!known.contains(asked)) {
                throw new BadQuestion(
                        "unknown-parameter",
                        asked,
                        "there is no parameter \"" + asked + "\" here" + hint(asked, known));
            }
        }
        return true;
    }

    private static Set<String> annotated(Method method) {
        var known = new TreeSet<String>();
        for (Parameter parameter : AnnotatedElementUtils.findMergedRepeatableAnnotations(method, Parameter.class)) {
            if (parameter.in() == ParameterIn.QUERY) {
                known.add(parameter.name());
            }
        }
        return known;
    }

    private static String hint(String asked, Set<String> known) {
        for (String name : known) {
            if (name.equalsIgnoreCase(asked)) {
                return "; write it as \"" + name + "\"";
            }
        }
        return known.isEmpty() ? "; it takes none" : "; it takes " + String.join(", ", known);
    }
}
