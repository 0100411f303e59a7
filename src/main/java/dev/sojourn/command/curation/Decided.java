package dev.sojourn.command.curation;

import dev.sojourn.command.lookup.Lookups;
import dev.sojourn.command.rule.Undone;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.value.Id;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Pending;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a session of {@link BulkCuration} decided, to be appended part by part. No rule is asked a second time: all of them
 * were asked of what is recorded and kept, and that is as true of each part, as long as nobody else writes. For one thread.
 */
public final class Decided {

    private final LedgerStore store;
    private final Lookups lookups;
    private final Consumer<Id> evict;
    private final List<Pending> events;
    private long base;
    private int next;

    Decided(LedgerStore store, Lookups lookups, Consumer<Id> evict, List<Pending> events, long base) {
        this.store = store;
        this.lookups = lookups;
        this.evict = evict;
        this.events = List.copyOf(events);
        this.base = base;
        if (events.stream().map(Pending::event).anyMatch(Decided::needsMore)) {
            throw new IllegalStateException("undoing and erasing take more than to append an event");
        }
    }

    /** Whether all of it is recorded. */
    public boolean done() {
        return next == events.size();
    }

    /**
     * Appends about so many events in one transaction, and never a part of what one imported row brings; they are on disk
     * on return.
     *
     * @return the events, at consecutive positions up to {@link #position()}; empty if somebody else wrote meanwhile. Then
     *     nothing is recorded, and the rest has to be decided again
     */
    public Optional<List<Pending>> append(int about) {
        int end = Math.min(events.size(), next + about);
        while (end < events.size() && sameRow(events.get(end - 1), events.get(end))) {
            end++;
        }
        var part = events.subList(next, end);
        boolean appended = Boolean.TRUE.equals(new TransactionTemplate(store.writes())
                .execute(transaction -> lookups.position() == base && add(part)));
        if (!appended) {
            return Optional.empty();
        }
        base += part.size();
        next = end;
        return Optional.of(part);
    }

    /** The position of the last event that was appended. */
    public long position() {
        return base;
    }

    private boolean add(List<Pending> part) {
        var positions = store.append(part);
        for (int at = 0; at < part.size(); at++) {
            var pending = part.get(at);
            lookups.on(pending.event(), List::of); // which only an undo asks for
            if (pending.importRow() == null) { // imported rows go by their fingerprints
                lookups.commandIds().note(pending.commandId(), null, positions.get(at));
            } else {
                lookups.rows().add(pending.importRow());
            }
            evict.accept(pending.event().subject());
        }
        lookups.write(base + part.size());
        return true;
    }

    private static boolean sameRow(Pending one, Pending other) {
        return one.importRow() != null && Objects.equals(one.importRow(), other.importRow());
    }

    private static boolean needsMore(Event event) {
        return Undone.sequence(event) >= 0 || event instanceof PersonErased;
    }
}
