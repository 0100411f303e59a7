package dev.sojourn.store.check;

import dev.sojourn.store.row.EventRow;
import dev.sojourn.store.row.HashChain;
import dev.sojourn.store.row.Head;
import dev.sojourn.store.row.Link;
import dev.sojourn.store.row.Millis;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Follows a chain event by event, and says what is wrong with the first one that is not the next. */
public final class ChainCheck {

    private final Map<Long, List<Head>> kept = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    /** The number an event must have if none of its subject was seen yet. */
    private final ToLongFunction<EventRow> first;

    private Head last;
    private String recorded;
    private String readTime;
    private long readMillis;

    /** From the first event on, with heads that were written down earlier. */
    public ChainCheck(Collection<Head> kept) {
        this(new Head(0, ""), "", event -> 0);
        kept.forEach(head -> this.kept
                .computeIfAbsent(head.position(), none -> new ArrayList<>())
                .add(head));
    }

    /** From after an event that is good, recorded when it was. */
    ChainCheck(Head last, String recorded, ToLongFunction<EventRow> first) {
        this.last = last;
        this.recorded = recorded;
        this.first = first;
    }

    /** The last good event. */
    public Head last() {
        return last;
    }

    /** When that was recorded, as stored; empty for none. */
    String recorded() {
        return recorded;
    }

    /** What is wrong with an event as the next one; or null, and then it is the last good one. */
    public String next(Link link) {
        var event = link.event();
        String problem = problem(event, link.hash());
        if (problem == null) {
            last = new Head(event.position(), link.hash());
            recorded = event.recorded();
        }
        return problem;
    }

    /** What is wrong with a chain that ends with the last good event, or null. */
    public String end() {
        return kept.keySet().stream()
                .filter(position -> position > last.position())
                .sorted()
                .findFirst()
                .map(position -> "the ledger ends here, before the head that was kept at position " + position)
                .orElse(null);
    }

    private String problem(EventRow event, String hash) {
        long position = last.position() + 1;
        if (event.position() != position) {
            return "there is no event at position " + position;
        }
        Long before = sequences.put(event.subject(), event.sequence());
        if (event.sequence() != (before == null ? first.applyAsLong(event) : before + 1)) {
            return "it is out of order in its subject";
        }
        if (event.recorded().compareTo(recorded) < 0) {
            return "it was recorded before the event at the position before";
        }
        if (!hashOf(event).equals(hash)) {
            return "its hash is not that of what is stored and of the event before";
        }
        if (!idOf(event).equals(event.eventId())) {
            return "its id is not that of its recorded time and position";
        }
        return kept.getOrDefault(position, List.of()).stream()
                        .allMatch(head -> head.hash().equals(hash))
                ? null
                : "its hash is not the one that was kept: something up to here was changed and hashed again";
    }

    /** The hash an event must have; none if it cannot have been written like that. */
    private String hashOf(EventRow event) {
        try {
            return HashChain.next(last.hash(), event);
        } catch (IllegalArgumentException halfCharacter) {
            return "none";
        }
    }

    /** The id an event must have; many have the recorded time of the one before, which is not read again. */
    private String idOf(EventRow event) {
        try {
            if (!event.recorded().equals(readTime)) {
                readMillis = Millis.parse(event.recorded()).toEpochMilli();
                readTime = event.recorded();
            }
            return EventRow.eventId(readMillis, event.position());
        } catch (DateTimeException noMoment) {
            return "";
        }
    }
}
