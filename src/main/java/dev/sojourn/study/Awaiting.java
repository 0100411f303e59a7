package dev.sojourn.study;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.ReviewEvent.ReviewRequested;
import dev.sojourn.event.value.Id;
import dev.sojourn.store.LedgerStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The events that await approval: read from the ledger the first time, then only what came since. */
public final class Awaiting {

    private record Event(Id subject, long sequence) {}

    private final LedgerStore store;
    private final Set<Event> asked = new HashSet<>();
    private long readTo;

    /** Nothing is read before it is asked. */
    public Awaiting(LedgerStore store) {
        this.store = store;
    }

    /** Their positions, in the order of the ledger. */
    public synchronized List<Long> positions() {
        long head = store.head();
        store.read(readTo, head, this::take);
        readTo = head;
        Set<Long> positions = new TreeSet<>();
        asked.forEach(event -> positions.add(store.ofSubject(event.subject(), head)
                .get((int) event.sequence())
                .position()));
        return List.copyOf(positions);
    }

    private void take(Recorded recorded) {
        if (recorded.event() instanceof ReviewRequested requested) {
            asked.add(new Event(requested.researcher(), requested.sequence()));
        } else if (recorded.event() instanceof ReviewEvent decided) {
            asked.remove(new Event(decided.researcher(), decided.sequence()));
        } else if (recorded.event() instanceof ResearcherEventUndone undone) {
            asked.remove(new Event(undone.researcher(), undone.sequence()));
        }
    }
}
