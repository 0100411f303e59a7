package dev.sojourn.study;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.time.KnownAt;
import dev.sojourn.time.Vantage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The parts of a question, from its parameters: text by the names of the HTTP interface. What cannot be read is refused
 * with the name of its parameter.
 */
record QuestionParts(Map<String, List<String>> parameters) {

    CohortId cohort() {
        return read("cohort", CohortId::new);
    }

    /** The moment of knowledge; now, if nothing is said. */
    KnownAt knownAt() {
        return read("knownAt", KnownAt::parse, KnownAt.NOW);
    }

    LocalDate day(String name) {
        return read(name, Vantage::day);
    }

    /** The same where nothing need be said. */
    LocalDate day(String name, LocalDate otherwise) {
        return read(name, Vantage::day, otherwise);
    }

    /** Several days with commas between them. */
    List<LocalDate> days() {
        return read("days", QuestionText::days);
    }

    Filter held() {
        return read("held", Filter::parse);
    }

    /** One or more attributes with commas between them. */
    List<Attribute> by() {
        return read("by", QuestionText::by);
    }

    Population population(RuleBook book) {
        var where = parameters.getOrDefault("where", List.of()).stream()
                .map(text -> parsed("where", text, Filter::parse))
                .toList();
        return new Population(cohort(), where, book.rules(rules()));
    }

    private Map<String, String> rules() {
        var given = new TreeMap<String, String>();
        for (String name : SavedQuestion.RULES) {
            String text = read(name, Function.identity(), null);
            if (text != null) {
                given.put(name, text);
            }
        }
        return given;
    }

    private <T> T read(String name, Function<String, T> parse) {
        T value = read(name, parse, null);
        if (value == null) {
            throw new IllegalArgumentException(name + ": is needed here");
        }
        return value;
    }

    private <T> T read(String name, Function<String, T> parse, T otherwise) {
        var texts = parameters.getOrDefault(name, List.of());
        if (texts.size() > 1) {
            throw new IllegalArgumentException(name + ": is given more than once");
        }
        return texts.isEmpty() ? otherwise : parsed(name, texts.get(0), parse);
    }

    private static <T> T parsed(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(name + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
