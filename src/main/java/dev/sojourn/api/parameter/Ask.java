package dev.sojourn.api.parameter;

import dev.sojourn.analysis.question.UnknownCohort;
import dev.sojourn.api.problem.BadQuestion;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.projection.View;
import dev.sojourn.study.Knowledge;
import dev.sojourn.study.rule.BadParameter;
import dev.sojourn.time.KnownAt;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads the parameters of questions; whatever cannot be read is a {@link BadQuestion} that names its parameter. */
@Component
public final class Ask {
    /** Items of a list, if nobody says how many. */
    private static final int PAGE = 100;

    private static final int LARGEST_PAGE = 1_000;

    private final Knowledge knowledge;

    public Ask(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * What was believed at a moment.
     *
     * @throws IllegalArgumentException for one that the ledger does not have
     */
    public View known(KnownAt moment) {
        return knowledge.at(moment);
    }

    /** What was believed at {@code knownAt}; now, if nobody says when. */
    public View view(HttpServletRequest request) {
        return read(request, "knownAt", text -> knowledge.at(KnownAt.parse(text)), knowledge.at(KnownAt.NOW));
    }

    /**
     * What was believed when the list that a cursor continues was begun.
     *
     * @param after null at the begin of a list
     */
    public View view(HttpServletRequest request, Page.Cursor after) {
        return after == null ? view(request) : knowledge.at(new KnownAt.AtPosition(after.position()));
    }

    /** How many items to answer at most. */
    public int limit(HttpServletRequest request) {
        return read(
                request,
                "limit",
                text -> {
                    int limit = Integer.parseInt(text);
                    if (limit < 1 || limit > LARGEST_PAGE) {
                        throw new IllegalArgumentException("limit must be 1 to " + LARGEST_PAGE);
                    }
                    return limit;
                },
                PAGE);
    }

    /** One parameter, or a default where it is not given. */
    public static <T> T read(HttpServletRequest request, String name, Function<String, T> parse, T otherwise) {
        String[] texts = request.getParameterValues(name);
        if (texts == null) {
            return otherwise;
        }
        if (texts.length > 1) {
            throw new BadQuestion("invalid-parameter", name, name + " is given more than once");
        }
        return parse(name, texts[0], parse);
    }

    /** One parameter that must be given. */
    public static <T> T need(HttpServletRequest request, String name, Function<String, T> parse) {
        T value = read(request, name, parse, null);
        if (value == null) {
            throw new BadQuestion("missing-parameter", name, name + " is needed here");
        }
        return value;
    }

    /** All values of a parameter that may be repeated. */
    public static <T> List<T> all(HttpServletRequest request, String name, Function<String, T> parse) {
        String[] texts = request.getParameterValues(name);
        return texts == null
                ? List.of()
                : Arrays.stream(texts).map(text -> parse(name, text, parse)).toList();
    }

    /** What parts together do not make, or the ledger does not hold, is the question's fault. */
    public static <T> T answered(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (UnknownCohort unknown) {
            if (unknown.several()) {
                throw new BadQuestion("two-cohorts", null, unknown.getMessage());
            }
            throw new NotInLedger(unknown.getMessage());
        } catch (BadParameter unreadable) {
            throw new BadQuestion("invalid-parameter", unreadable.parameter(), unreadable.complaint());
        } catch (IllegalArgumentException senseless) {
            throw new BadQuestion("invalid-question", null, senseless.getMessage());
        }
    }

    private static <T> T parse(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (NumberFormatException noNumber) {
            throw new BadQuestion("invalid-parameter", name, "\"" + text + "\" is no whole number");
        } catch (IllegalArgumentException unreadable) {
            throw new BadQuestion("invalid-parameter", name, unreadable.getMessage());
        }
    }
}
