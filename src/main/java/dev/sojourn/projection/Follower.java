package dev.sojourn.projection;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.store.LedgerStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps a timeline in step with the store: builds it from all events there are, then takes in each new one as soon as it
 * is safely on disk.
 *
 * <p>An event that cannot be read stops it there: questions are answered up to the event before, and {@link #problem()}
 * says which one it is. It is never skipped, and nothing more is written: rules would be asked of a past that nobody can
 * see.
 */
public final class Follower {

    private final LedgerStore store;
    private final Timeline timeline;
    private volatile RuntimeException problem;

    private Follower(LedgerStore store) {
        this.store = store;
        this.timeline = new Timeline(history(store));
    }

    /** Builds a timeline of all events and follows from there on; returns when it has reached today's head. */
    public static Follower of(LedgerStore store) {
        var follower = new Follower(store);
        store.onSynced(head -> follower.catchUp());
        follower.catchUp();
        return follower;
    }

    /** What a timeline reads again, from the file. */
    public static History history(LedgerStore store) {
        return new History() {
            @Override
            public List<Recorded> ofSubject(Id subject, long upTo) {
                return store.ofSubject(subject, upTo);
            }

            @Override
            public void read(long after, long upTo, Consumer<Recorded> sink) {
                store.readNames(after, upTo, sink);
            }
        };
    }

    /** The timeline. */
    public Timeline timeline() {
        return timeline;
    }

    /** Why it stopped following, if it did. */
    public Optional<RuntimeException> problem() {
        return Optional.ofNullable(problem);
    }

    /** One thread at a time, as the timeline wants it: the one that starts, then the store's own. */
    private synchronized void catchUp() {
        if (problem != null) {
            return;
        }
        try {
            store.readNames(timeline.position(), store.head(), timeline::on);
        } catch (RuntimeException unreadable) {
            problem = unreadable;
            store.refuseWrites(
                    "the read model stops at position " + timeline.position() + ": " + unreadable.getMessage());
        }
    }
}
