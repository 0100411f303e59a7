package dev.sojourn.study;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.ReviewEvent.ReviewRequested;
import dev.sojourn.event.value.Id;
import dev.sojourn.store.LedgerStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events that await approval: read from the ledger the first time, then only what came since. */
public final class Awaiting {

    private record Event(Id subject, long sequence) {}

    /** @param by the position of what asked for approval, or made it needless */
    private record Turn(Event event, boolean asks, long by) {}

    /**
     * An event that awaits approval.
     *
     * @param position its own
     * @param asked that of the event which asked for approval
     */
    public record Request(Id subject, long position, long asked) {}

    private final LedgerStore store;
    private final Set<Event> everAsked = new HashSet<>();
    private final List<Turn> turns = new ArrayList<>();
    private long readTo;

    /** Nothing is read before it is asked. */
    public Awaiting(LedgerStore store) {
        this.store = store;
    }

    /** Their positions, in the order of the ledger. */
    public List<Long> positions() {
        return at(store.head()).stream().map(Request::position).toList();
    }

    /** Those that awaited approval at a position up to the head, in the order of the ledger. */
    public synchronized List<Request> at(long position) {
        long head = store.head();
        store.read(readTo, head, this::take);
        readTo = head;
        Map<Event, Long> asked = new HashMap<>();
        for (var turn : turns) {
            if (turn.by <= position && turn.asks) {
                asked.put(turn.event, turn.by);
            } else if (turn.by <= position) {
                asked.remove(turn.event);
            }
        }
        return asked.entrySet().stream()
                .map(one -> new Request(
                        one.getKey().subject,
                        store.ofSubject(one.getKey().subject, head)
                                .get((int) one.getKey().sequence)
                                .position(),
                        one.getValue()))
                .sorted((one, other) -> Long.compare(one.position, other.position))
                .toList();
    }

    private void take(Recorded recorded) {
        if (recorded.event() instanceof ReviewRequested requested) {
            var event = new Event(requested.researcher(), requested.sequence());
            everAsked.add(event);
            turns.add(new Turn(event, true, recorded.position()));
        } else if (recorded.event() instanceof ReviewEvent decided) {
            end(new Event(decided.researcher(), decided.sequence()), recorded);
        } else if (recorded.event() instanceof ResearcherEventUndone undone) {
            end(new Event(undone.researcher(), undone.sequence()), recorded);
        }
    }

    private void end(Event event, Recorded by) {
        if (everAsked.contains(event)) {
            turns.add(new Turn(event, false, by.position()));
        }
    }
}
