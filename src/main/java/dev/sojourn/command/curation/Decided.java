package dev.sojourn.command.curation;

import dev.sojourn.command.lookup.Lookups;
import dev.sojourn.command.rule.Undone;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.value.Id;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.PreparedEvents;
import dev.sojourn.store.row.Pending;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    private final Runnable appended;
    private final List<Pending> events;
    private long base;
    private int next;
    private CompletableFuture<PreparedEvents> coming;

    Decided(
            LedgerStore store,
            Lookups lookups,
            Consumer<Id> evict,
            Runnable appended,
            List<Pending> events,
            long base) {
        this.store = store;
        this.lookups = lookups;
        this.evict = evict;
        this.appended = appended;
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
        var part = part(next, about);
        PreparedEvents ready;
        try {
            ready = coming == null
                    ? store.prepare(part, base, base == 0 ? Instant.EPOCH : store.recordedAt(base))
                    : prepared(coming);
        } catch (IllegalStateException erased) {
            if (lookups.position() == base) {
                throw erased;
            }
            return Optional.empty(); // somebody wrote meanwhile: that one of these people is erased
        }
        coming = following(part(next + part.size(), about), ready);
        boolean appended = false;
        try {
            appended = Boolean.TRUE.equals(new TransactionTemplate(store.writes())
                    .execute(transaction -> lookups.position() == base && add(part, ready)));
        } finally {
            if (!appended) {
                coming.handle((unused, failed) -> unused).join(); // nobody is left writing keys
            }
        }
        if (!appended) {
            return Optional.empty();
        }
        base += part.size();
        next += part.size();
        this.appended.run();
        return Optional.of(part);
    }

    private List<Pending> part(int from, int about) {
        int end = Math.min(events.size(), from + about);
        while (end < events.size() && sameRow(events.get(end - 1), events.get(end))) {
            end++;
        }
        return events.subList(from, end);
    }

    private static PreparedEvents prepared(CompletableFuture<PreparedEvents> coming) {
        try {
            return coming.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Encrypting the next part takes a third as long as writing this one, and another processor. */
    private CompletableFuture<PreparedEvents> following(List<Pending> part, PreparedEvents before) {
        return CompletableFuture.supplyAsync(() -> store.prepare(part, before.position(), before.recorded()));
    }

    /** The position of the last event that was appended. */
    public long position() {
        return base;
    }

    private boolean add(List<Pending> part, PreparedEvents ready) {
        var positions = store.append(ready);
        for (int at = 0; at < part.size(); at++) {
            var pending = part.get(at);
            lookups.on(pending.event(), positions.get(at), List::of); // which only undoing and erasing ask for
            if (pending.importRow() == null) { // imported rows go by their fingerprints
                lookups.commandIds().note(pending.commandId(), positions.get(at));
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
