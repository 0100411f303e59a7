package dev.sojourn.api.why;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.SavedQuestion.Analysis;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads whole questions from the parameters of a call. */
final class Questions {
    /** Those that are about the call, and no part of the question. */
    private static final Set<String> OTHERS = Set.of("analysis", "cell", "on", "limit", "after", "value", "members");

    private Questions() {}

    /** The question about a cohort. */
    static SavedQuestion of(String cohort, HttpServletRequest request) {
        var analysis = analysis(request);
        var parameters = parameters(cohort, request);
        return Ask.answered(() -> new SavedQuestion(analysis, parameters));
    }

    /** Which analysis is asked for. */
    static Analysis analysis(HttpServletRequest request) {
        return Ask.need(request, "analysis", Analysis::parse);
    }

    /** The parameters of a question about a cohort. */
    static Map<String, List<String>> parameters(String cohort, HttpServletRequest request) {
        Map<String, List<String>> parameters = new TreeMap<>();
        request.getParameterMap().forEach((name, texts) -> {
            if (!OTHERS.contains(name) && !name.endsWith("2")) {
                parameters.put(name, List.of(texts));
            }
        });
        parameters.put("cohort", List.of(cohort));
        return parameters;
    }

    /** The same question, with every parameter replaced that is given with a 2 at the end. */
    static SavedQuestion second(SavedQuestion first, HttpServletRequest request) {
        Map<String, List<String>> others = new TreeMap<>();
        request.getParameterMap().forEach((name, texts) -> {
            if (name.endsWith("2") && !name.equals("value2")) {
                others.put(name.substring(0, name.length() - 1), List.of(texts));
            }
        });
        return Ask.answered(() -> first.with(others));
    }
}
