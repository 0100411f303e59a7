package dev.sojourn.projection;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.store.LedgerStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Keeps a timeline in step with the store: builds it from all events there are, then takes in each new one as soon as it
 * is safely on disk.
 *
 * <p>An event that cannot be read stops it there: questions are answered up to the event before, and {@link #problem()}
 * says which one it is. It is never skipped, and nothing more is written: rules would be asked of a past that nobody can
 * see.
 */
public final class Follower implements AutoCloseable {

    /** Fewer events than this are read in about a second. */
    private static final int MANY = 100_000;

    private static final int TOLD = 10_000;

    private final LedgerStore store;
    private final Timeline timeline;
    private final Snapshots snapshots;
    private final long snapshot;
    private volatile LongConsumer progress;
    private volatile RuntimeException problem;

    private Follower(LedgerStore store, Snapshots snapshots) {
        this.store = store;
        this.snapshots = snapshots;
        var history = history(store);
        this.timeline = snapshots == null
                ? new Timeline(history)
                : snapshots.read(history).orElseGet(() -> new Timeline(history));
        this.snapshot = timeline.position();
    }

    /** Builds a timeline of all events and follows from there on; returns when it has reached today's head. */
    public static Follower of(LedgerStore store) {
        return following(new Follower(store, null), position -> {});
    }

    /**
     * The same, beginning with the snapshot in the ledger's folder if it is to be relied on, and keeping one there from
     * time to time; to be closed before the store is.
     */
    public static Follower of(LedgerStore store, Path directory) {
        return of(store, directory, position -> {});
    }

    /** The same, and tells how far it has come, if that takes more than a moment. */
    public static Follower of(LedgerStore store, Path directory, LongConsumer progress) {
        return following(new Follower(store, new Snapshots(directory, store, Snapshots.FEW)), progress);
    }

    /** The same, with a snapshot after so few events; ten thousand but in tests. */
    public static Follower of(LedgerStore store, Path directory, int few) {
        return following(new Follower(store, new Snapshots(directory, store, few)), position -> {});
    }

    private static Follower following(Follower follower, LongConsumer progress) {
        follower.progress = follower.store.head() - follower.snapshot < MANY ? position -> {} : progress;
        follower.store.onSynced(head -> follower.catchUp());
        follower.catchUp();
        follower.progress = position -> {}; // whoever was told has stopped listening
        follower.prepare();
        return follower;
    }

    /** In the background, so that nobody waits for it; of few events all is worked out as fast as it is asked for. */
    private void prepare() {
        if (timeline.position() >= MANY) {
            var thread = new Thread(() -> timeline.now().prepare(), "prepares for questions");
            thread.setDaemon(true);
            thread.start();
        }
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

    /** The position of the snapshot that it began with, 0 if it read all events. */
    public long snapshot() {
        return snapshot;
    }

    /** Why the snapshot that was there was not used, if so. */
    public Optional<String> unusableSnapshot() {
        return Optional.ofNullable(snapshots).flatMap(Snapshots::unusable);
    }

    /** Keeps a snapshot for the next start, if there is much to keep. */
    @Override
    public void close() {
        if (snapshots != null && problem == null) {
            snapshots.close(timeline);
        }
    }

    /** Why it stopped following, if it did. */
    public Optional<RuntimeException> problem() {
        return Optional.ofNullable(problem);
    }

    private void take(Recorded recorded) {
        timeline.on(recorded);
        if (recorded.position() % TOLD == 0) {
            progress.accept(recorded.position());
        }
    }

    /** One thread at a time, as the timeline wants it: the one that starts, then the store's own. */
    private synchronized void catchUp() {
        if (problem != null) {
            return;
        }
        try {
            store.readNames(timeline.position(), store.head(), this::take);
            if (snapshots != null) {
                snapshots.consider(timeline);
            }
        } catch (RuntimeException unreadable) {
            problem = unreadable;
            store.refuseWrites(
                    "the read model stops at position " + timeline.position() + ": " + unreadable.getMessage());
        }
    }
}
