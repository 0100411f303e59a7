package dev.sojourn.study.whatif;

import dev.sojourn.event.Event;
import dev.sojourn.event.Header;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.projection.History;
import dev.sojourn.projection.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A ledger that goes on with events which are supposed only. */
final class Supposed implements History {
    private static final String NOBODY = "what-if";

    private final History ledger;
    private final List<Recorded> events = new ArrayList<>();
    private long head = Long.MAX_VALUE; // the last position of the ledger itself, once there is one beyond it

    Supposed(History ledger) {
        this.ledger = ledger;
    }

    /** Has a fork take in the events, as if they were recorded at the moment of the last one before them. */
    void tell(Timeline fork, List<? extends Event> supposed) {
        head = fork.position();
        var recorded = fork.recorded();
        Map<Id, Long> sequences = new HashMap<>();
        for (var event : supposed) {
            long sequence = sequences.computeIfAbsent(event.subject(), this::length);
            sequences.put(event.subject(), sequence + 1);
            var header = new Header(fork.position() + 1, recorded, sequence, NOBODY, NOBODY, null, null, null);
            events.add(new Recorded(header, event));
            fork.on(events.get(events.size() - 1));
        }
    }

    private long length(Id subject) {
        return ledger.ofSubject(subject, head).size();
    }

    @Override
    public List<Recorded> ofSubject(Id subject, long upTo) {
        var all = new ArrayList<>(ledger.ofSubject(subject, Math.min(upTo, head)));
        events.stream()
                .filter(event ->
                        event.position() <= upTo && event.event().subject().equals(subject))
                .forEach(all::add);
        return all;
    }

    @Override
    public void read(long after, long upTo, Consumer<Recorded> sink) {
        if (after < head) {
            ledger.read(after, Math.min(upTo, head), sink);
        }
        events.stream()
                .filter(event -> event.position() > after && event.position() <= upTo)
                .forEach(sink);
    }
}
