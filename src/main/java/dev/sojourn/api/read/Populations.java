package dev.sojourn.api.read;

import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.api.parameter.Ask;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.study.rule.RuleBook;
import jakarta.servlet.http.HttpServletRequest;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What all analyses read alike: whom a question is about, under which rules. */
@Component
final class Populations {
    private final RuleBook rules;

    Populations(RuleBook rules) {
        this.rules = rules;
    }

    /** The cohort, the conditions and the rules of a request. */
    Population of(String id, HttpServletRequest request) {
        var given = new TreeMap<String, String>();
        Stream.concat(Stream.of(RuleBook.SET), RuleBook.PARAMETERS.stream()).forEach(name -> {
            String text = Ask.read(request, name, Function.identity(), null);
            if (text != null) {
                given.put(name, text);
            }
        });
        var where = Ask.all(request, "where", Filter::parse);
        return Ask.answered(() -> new Population(new CohortId(id), where, rules.rules(given)));
    }
}
