package dev.sojourn.study.side;

import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.rule.RuleText;
import dev.sojourn.study.side.TwoSamples.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

/** In what two samples differ beside the people in them, so that their shares are not of the same thing. */
final class Definitions {
    private Definitions() {}

    static List<String> differing(Sample one, Sample other, int shared) {
        var warnings = new ArrayList<String>();
        drawn(warnings, "the frame", one, other, CohortDefined::frame);
        drawn(warnings, "how they were drawn", one, other, CohortDefined::drawn);
        drawn(warnings, "the reference year", one, other, CohortDefined::referenceYear);
        if ((one.cohort() == null) != (other.cohort() == null)) {
            warnings.add("one of them is everyone in the ledger, which is no sample");
        }
        warn(warnings, "what is counted", one.number(), other.number());
        questions(warnings, one, other);
        Map<String, String> rules =
                RuleText.of(one.asked().question().rules(one.asked().rules()));
        Map<String, String> rules2 =
                RuleText.of(other.asked().question().rules(other.asked().rules()));
        for (String rule : RuleBook.PARAMETERS) {
            warn(warnings, "the rule " + rule, rules.get(rule), rules2.get(rule));
        }
        warn(
                warnings,
                "the moment of knowledge",
                "position " + one.asked().view().position(),
                "position " + other.asked().view().position());
        if (shared > 0) {
            warnings.add((shared == 1 ? "one person is" : shared + " people are")
                    + " in both: the interval of the difference takes them for independent");
        }
        return warnings;
    }

    private static void questions(List<String> warnings, Sample one, Sample other) {
        var first = one.asked().question().parameters();
        var second = other.asked().question().parameters();
        var names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        names.removeAll(RuleBook.PARAMETERS);
        names.removeAll(List.of("cohort", "knownAt", RuleBook.SET));
        for (String name : names) {
            warn(warnings, name, said(first.get(name)), said(second.get(name)));
        }
    }

    private static String said(List<String> texts) {
        return texts == null ? null : String.join(" and ", texts);
    }

    private static void drawn(
            List<String> warnings, String what, Sample one, Sample other, Function<CohortDefined, Object> of) {
        if (one.cohort() != null && other.cohort() != null) {
            warn(warnings, what, of.apply(one.cohort()), of.apply(other.cohort()));
        }
    }

    private static void warn(List<String> warnings, String what, Object one, Object other) {
        if (!Objects.equals(one, other)) {
            warnings.add(what + " differs: " + shown(one) + " / " + shown(other));
        }
    }

    private static String shown(Object value) {
        return value == null ? "not said" : value.toString();
    }
}
