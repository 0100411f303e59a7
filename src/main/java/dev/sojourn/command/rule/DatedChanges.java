package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.NOTHING_CHANGES;

import dev.sojourn.command.RuleViolation;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What holds of one institution from a day on, by the kind of change: the latest word about each day. */
final class DatedChanges {

    private final Map<Class<?>, TreeMap<LocalDate, Object>> changes = new HashMap<>(2);

    void on(Class<?> kind, PartialDate from, Object value) {
        changes.computeIfAbsent(kind, any -> new TreeMap<>()).put(from.earliest(), Optional.ofNullable(value));
    }

    /**
     * Refuses what holds on that day already, by a dated change or from registration on.
     *
     * @throws RuleViolation if it does
     */
    void requireNews(Class<?> kind, Object base, Object value, PartialDate from) {
        var change = changes.getOrDefault(kind, new TreeMap<>()).floorEntry(from.earliest());
        var now = change == null ? Optional.ofNullable(base) : change.getValue();
        if (Objects.equals(now, Optional.ofNullable(value))) {
            throw new RuleViolation(
                    NOTHING_CHANGES, "that is so on " + from.earliest() + " already: there is nothing to record");
        }
    }

    void clear() {
        changes.clear();
    }
}
