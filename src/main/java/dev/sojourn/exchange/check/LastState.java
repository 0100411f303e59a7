package dev.sojourn.exchange.check;

import dev.sojourn.exchange.check.Entry.Assertion;
import dev.sojourn.exchange.check.Entry.Op;
import dev.sojourn.exchange.intake.Flaw;
import dev.sojourn.exchange.intake.Problems;
import dev.sojourn.exchange.intake.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares {@code affiliations.csv} with what {@code assertions.csv} believes in the end; only the latter counts. */
final class LastState {

    private static final List<String> COMPARED = List.of("person_id", "institution_id", "role", "start", "end");

    private LastState() {}

    static void compare(List<Assertion> assertions, List<Row> affiliations, Problems problems) {
        Map<String, Row> believed = new LinkedHashMap<>();
        for (var assertion : assertions) {
            if (assertion.op() == Op.RETRACT) {
                believed.remove(assertion.spell());
            } else {
                believed.put(assertion.spell(), assertion.row());
            }
        }
        Map<List<String>, Deque<Row>> unmatched = new HashMap<>();
        believed.values().forEach(row -> unmatched
                .computeIfAbsent(content(row), any -> new ArrayDeque<>())
                .add(row));
        for (Row row : affiliations) {
            var matching = unmatched.get(content(row));
            if (matching == null || matching.poll() == null) {
                problems.warning(
                        row,
                        "",
                        Flaw.DIFFERS_FROM_ASSERTIONS,
                        "assertions.csv does not say this in the end, and only it counts",
                        "bring the two files into line, or leave one out");
            }
        }
        for (var rows : unmatched.values()) {
            for (Row row : rows) {
                problems.warning(
                        row,
                        "",
                        Flaw.DIFFERS_FROM_ASSERTIONS,
                        "affiliations.csv does not have this",
                        "bring the two files into line, or leave one out");
            }
        }
    }

    private static List<String> content(Row row) {
        return COMPARED.stream().map(row::text).toList();
    }
}
