package dev.sojourn.study;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.ReviewEvent.ReviewRequested;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.Effective;
import dev.sojourn.projection.Reviewed;
import dev.sojourn.store.LedgerStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The changes that await approval: read from the ledger the first time, then only what came since. */
public final class Awaiting {

    /**
     * A change that awaits approval: events of one command, which are decided together.
     *
     * @param positions those of the events, in order
     * @param asked that of the event which first asked for approval of one of them
     */
    public record Request(Id subject, List<Long> positions, long asked) {}

    /** What awaits approval of a subject from a position on. */
    private record Turn(Id subject, List<Request> requests, long from) {}

    private final LedgerStore store;
    private final Set<Id> everAsked = new HashSet<>();
    private final List<Turn> turns = new ArrayList<>();
    private long readTo;

    /** Nothing is read before it is asked. */
    public Awaiting(LedgerStore store) {
        this.store = store;
    }

    /** The positions of the events, in the order of the ledger. */
    public List<Long> positions() {
        return at(store.head()).stream()
                .flatMap(request -> request.positions().stream())
                .sorted()
                .toList();
    }

    /** Those that awaited approval at a position up to the head, by their first events in the order of the ledger. */
    public synchronized List<Request> at(long position) {
        catchUp();
        var waiting = new HashMap<Id, List<Request>>();
        for (var turn : turns) {
            if (turn.from <= position) {
                waiting.put(turn.subject, turn.requests);
            }
        }
        return waiting.values().stream()
                .flatMap(Collection::stream)
                .sorted(Comparator.comparingLong(request -> request.positions().get(0)))
                .toList();
    }

    private void catchUp() {
        long head = store.head();
        var turning = new ArrayList<Recorded>();
        store.read(readTo, head, recorded -> {
            if (recorded.event() instanceof ReviewEvent review) {
                everAsked.add(review.researcher());
                turning.add(recorded);
            } else if (recorded.event() instanceof ResearcherEventUndone undone
                    && everAsked.contains(undone.researcher())) {
                turning.add(recorded);
            }
        });
        for (var recorded : turning) {
            var subject = (ResearcherId) recorded.event().subject();
            turns.add(new Turn(subject, requests(subject, recorded.position()), recorded.position()));
        }
        readTo = head;
    }

    private List<Request> requests(ResearcherId subject, long position) {
        var counting = Effective.of(store.ofSubject(subject, position));
        var unapproved = Reviewed.unapproved(counting);
        Map<String, Request> byCommand = new LinkedHashMap<>();
        for (var recorded : counting) {
            var last = unapproved.get(recorded.header().sequence());
            if (last != null && last.event() instanceof ReviewRequested) {
                var one = new Request(subject, List.of(recorded.position()), last.position());
                byCommand.merge(recorded.header().commandId(), one, Awaiting::together);
            }
        }
        return List.copyOf(byCommand.values());
    }

    private static Request together(Request one, Request more) {
        var positions = new ArrayList<>(one.positions);
        positions.addAll(more.positions);
        return new Request(one.subject, List.copyOf(positions), Math.min(one.asked, more.asked));
    }
}
