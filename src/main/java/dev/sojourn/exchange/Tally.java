package dev.sojourn.exchange;

import dev.sojourn.event.Event;
import dev.sojourn.exchange.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what comes of the rows of an import. */
final class Tally {

    private final Map<String, Long> events = new TreeMap<>();
    private long creating;
    private long changing;
    private long firstPosition;
    private long lastPosition;

    /** One row brought something. */
    void row(Step.Change change) {
        if (change == Step.Change.CREATE) {
            creating++;
        } else if (change == Step.Change.CHANGE) {
            changing++;
        }
    }

    /** Events came of rows. */
    void events(List<? extends Event> came) {
        for (Event event : came) {
            events.merge(event.getClass().getSimpleName(), 1L, Long::sum);
        }
    }

    /** Events were recorded. */
    void recorded(long first, long last) {
        firstPosition = firstPosition == 0 ? first : firstPosition;
        lastPosition = last;
    }

    Map<String, Long> events() {
        return events;
    }

    long creating() {
        return creating;
    }

    long changing() {
        return changing;
    }

    long firstPosition() {
        return firstPosition;
    }

    long lastPosition() {
        return lastPosition;
    }
}
