package dev.sojourn.projection;

import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.CohortEventUndone;
import dev.sojourn.event.CohortEvent.CohortFrozen;
import dev.sojourn.event.CohortEvent.MemberRemoved;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.Event;
import dev.sojourn.event.Header;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.InstitutionEvent.InstitutionEventUndone;
import dev.sojourn.event.Overloads;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.ReleaseEvent.ReleaseEventUndone;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.ReleaseEvent.ReleaseWithdrawn;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.Cohorts.Roll;
import dev.sojourn.projection.day.Planes;
import dev.sojourn.projection.day.Tables;
import dev.sojourn.projection.institution.InstitutionDays;
import dev.sojourn.projection.institution.Institutions;
import dev.sojourn.projection.person.People;
import dev.sojourn.projection.person.Researchers;
import dev.sojourn.store.saved.SnapshotFile;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import dev.sojourn.time.KnownAt;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The whole ledger in memory, as it is believed now and as it was believed at every earlier position.
 *
 * <p>One thread feeds it with {@link #on(Recorded)}, every event once and in order. Any number of threads read: {@link
 * #at(long)} gives a view of one position that no later event changes, and nobody waits for anybody.
 */
public final class Timeline {

    /** How it is kept from one start to the next. */
    public static final SnapshotFile.Kind SNAPSHOT =
            new SnapshotFile.Kind("timeline", "dev/sojourn/projection", "dev/sojourn/event", "dev/sojourn/time");

    private static final Overloads<Event, Void> HANDLERS =
            new Overloads<>(MethodHandles.lookup(), "on", Event.class, Header.class);

    final Institutions institutions;
    final InstitutionDays institutionDays;
    final Planes planes;
    final Tables tables;
    final Researchers researchers;
    final Cohorts cohorts;
    final Releases releases;
    final Moments moments;
    private final History history;
    private final ReentrantLock arrival = new ReentrantLock();
    private final Condition arrived = arrival.newCondition();
    private volatile int position;
    private volatile View latest;
    /** Whether what awaits approval counts for nothing. */
    private final boolean onlyReviewed;
    /** Those of whom anything was ever reviewed; told whole at each event, where only reviewed ones count. */
    private final Set<ResearcherId> reviewing = new HashSet<>();
    /** The position from which there is anything to review. */
    private volatile int firstReview = Integer.MAX_VALUE;
    /** The same ledger as {@link #onlyReviewed} has it; a second read model, so made when it is first asked for. */
    private Timeline reviewed;

    /**
     * An empty timeline.
     *
     * @param history where a subject's events are read again when one of them is undone
     */
    public Timeline(History history) {
        this(history, false);
    }

    private Timeline(History history, boolean onlyReviewed) {
        this.history = history;
        this.onlyReviewed = onlyReviewed;
        institutions = new Institutions();
        institutionDays = new InstitutionDays();
        planes = new Planes();
        tables = new Tables();
        researchers = new Researchers(institutions);
        cohorts = new Cohorts();
        releases = new Releases();
        moments = new Moments();
        this.latest = new View(this, 0, true);
    }

    private Timeline(Timeline same, History history) {
        this.history = history;
        onlyReviewed = same.onlyReviewed;
        institutions = same.institutions.fork();
        institutionDays = same.institutionDays.fork();
        planes = same.planes.fork();
        tables = same.tables.fork();
        researchers = same.researchers.fork(institutions, same.position);
        cohorts = same.cohorts.fork();
        releases = same.releases.fork();
        moments = same.moments.fork();
        reviewing.addAll(same.reviewing);
        firstReview = same.firstReview;
        position = same.position;
        reviewed = same.reviewed == null ? null : same.reviewed.fork(history);
        latest = new View(this, position, true);
    }

    /**
     * A timeline that begins where this one is and goes its own way: neither sees what the other takes in from now on.
     * What both have is shared until one of them writes to it, so this costs little however large the ledger is.
     *
     * @param theirs where the events of the other one are read again
     */
    public synchronized Timeline fork(History theirs) {
        arrival.lock();
        try {
            return new Timeline(this, theirs);
        } finally {
            arrival.unlock();
        }
    }

    /** The timeline that was saved; what is written next to it in the file is the caller's. */
    public static Timeline load(SnapshotIn in, History history) {
        var timeline = new Timeline(history);
        timeline.load(in);
        return timeline;
    }

    private void load(SnapshotIn in) {
        int at = in.number();
        int review = in.number();
        moments.load(in);
        var facts = institutions.load(in);
        institutionDays.load(in);
        researchers.load(in, at);
        cohorts.load(in);
        releases.load(in);
        facts.run();
        firstReview = review;
        position = at;
        latest = new View(this, at, true);
    }

    /**
     * Writes what was believed at a position by now, while events are taken in: nothing that is read here is changed by
     * them, but for beliefs being closed from a later position on, which is told apart.
     */
    public void save(SnapshotOut out, int at) {
        out.number(at);
        out.number(firstReview <= at ? firstReview : Integer.MAX_VALUE);
        moments.save(out, at);
        institutions.save(out, at);
        institutionDays.save(out, at);
        researchers.save(out, at);
        cohorts.save(out, at);
        releases.save(out, at);
    }

    /**
     * Takes in the next event; what readers see changes at once, and only for views of its position or later.
     *
     * @throws IllegalStateException if it is not the event after the last one
     */
    public void on(Recorded recorded) {
        arrival.lock(); // for forks alone, of which none is to begin in the middle of an event
        try {
            if (recorded.position() != position + 1L) {
                throw new IllegalStateException("after position " + position + " came position " + recorded.position());
            }
            moments.add(recorded.header().recorded(), (int) recorded.position());
            take(recorded.event(), recorded.header());
            position = (int) recorded.position(); // volatile: whatever was written before is visible to who reads it
            arrived.signalAll();
        } finally {
            arrival.unlock();
        }
    }

    /** The position of the last event taken in; 0 for none. */
    public long position() {
        return position;
    }

    /** When the last event taken in was recorded; the epoch if there is none. */
    public Instant recorded() {
        return moments.recordedAt(position);
    }

    /**
     * Waits until an event is in.
     *
     * @return whether it came in time
     */
    public boolean await(long awaited, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        arrival.lock();
        try {
            while (position < awaited) {
                if (left <= 0) {
                    return false;
                }
                left = arrived.awaitNanos(left);
            }
            return true;
        } finally {
            arrival.unlock();
        }
    }

    /** Names and identifiers of all people, for those who keep an index of them. */
    public People people() {
        return researchers.people;
    }

    /** What is believed now. */
    public View now() {
        var view = latest;
        int here = position;
        if (view.position() != here) {
            view = new View(this, here, true);
            latest = view;
        }
        return view;
    }

    /**
     * What was believed right after an event; position 0 is the empty ledger.
     *
     * @throws IllegalArgumentException for a position beyond {@link #position()}, or a negative one
     */
    public View at(long asked) {
        int head = position;
        if (asked < 0 || asked > head) {
            throw new IllegalArgumentException("position " + asked + " is beyond the head of the ledger, " + head);
        }
        return asked == head ? now() : new View(this, (int) asked, false);
    }

    /** The last position recorded at or before a moment; 0 if there is none. */
    public long positionAt(Instant moment) {
        return moments.lastAtOrBefore(moment, position);
    }

    /**
     * The position that a moment of knowledge stands for.
     *
     * @throws IllegalArgumentException for a position beyond the head, or a release that was never published
     */
    public long resolve(KnownAt knownAt) {
        if (knownAt instanceof KnownAt.AtPosition at) {
            return at(at.position()).position();
        }
        if (knownAt instanceof KnownAt.AtInstant at) {
            return positionAt(at.instant());
        }
        if (knownAt instanceof KnownAt.AtRelease at) {
            return published(at.name());
        }
        return position;
    }

    private long published(String name) {
        var all = now().releases();
        return all.stream()
                .filter(release -> release.release().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no release \"" + name + "\"; there are "
                        + all.stream().map(release -> release.release().value()).toList()))
                .position();
    }

    /** What the parts of the timeline take, in bytes, names apart. */
    public Map<String, Long> footprint() {
        var parts = new TreeMap<String, Long>(researchers.footprint());
        parts.put(
                "moments and ids of institutions",
                4L * position + institutions.numbers().bytes());
        parts.put("questions: days kept", planes.dayBytes());
        parts.put("questions: origins", planes.originBytes());
        parts.put("questions: counted by block", tables.bytes());
        parts.put("questions: spells laid out", planes.spellBytes());
        return parts;
    }

    /**
     * What was believed at a position if what awaits approval counts for nothing; the same as all, as long as nothing was
     * ever reviewed.
     */
    View reviewed(View view) {
        if (onlyReviewed || view.position() < firstReview) {
            return view;
        }
        return reviewedUpTo(view.position()).at(view.position());
    }

    /** Kept up to date by those who ask; one at a time, since a timeline has one writer. */
    private synchronized Timeline reviewedUpTo(long asked) {
        if (reviewed == null) {
            reviewed = new Timeline(history, true);
        }
        if (reviewed.position() < asked) {
            history.read(reviewed.position(), asked, reviewed::on);
        }
        return reviewed;
    }

    private boolean underReview(ResearcherEvent event) {
        if (event instanceof ReviewEvent) {
            reviewing.add(event.researcher());
        }
        return reviewing.contains(event.researcher());
    }

    private void take(Event event, Header header) {
        HANDLERS.call(this, event, header);
    }

    void on(ResearcherEvent event, Header header) {
        if (onlyReviewed && underReview(event)) {
            researchers.undone(event.researcher(), counting(event, header), (int) header.position());
        } else {
            researchers.take(event, header);
        }
        if (event instanceof ReviewEvent && firstReview == Integer.MAX_VALUE) {
            firstReview = (int) header.position();
        }
        researchers.changed(event.researcher(), (int) header.position());
    }

    void on(InstitutionEvent event, Header header) {
        institutions.take(event, header);
        institutionDays.changed(institutions.number(event.institution()), (int) header.position());
    }

    void on(CohortDefined event, Header header) {
        cohorts.log(event.cohort()).definitions().add(event, (int) header.position());
    }

    void on(MembersAdded event, Header header) {
        int[] added = event.researchers().stream().mapToInt(researchers::number).toArray();
        cohorts.log(event.cohort()).rolls().add(new Roll(true, added), (int) header.position());
    }

    void on(MemberRemoved event, Header header) {
        var roll = new Roll(false, new int[] {researchers.number(event.researcher())});
        cohorts.log(event.cohort()).rolls().add(roll, (int) header.position());
    }

    void on(CohortFrozen event, Header header) {
        cohorts.log(event.cohort()).frozen().add(true, (int) header.position());
    }

    void on(ReleasePublished event, Header header) {
        releases.log(event.release()).published().add(event, (int) header.position());
    }

    void on(ReleaseWithdrawn event, Header header) {
        releases.log(event.release()).withdrawn().add(true, (int) header.position());
    }

    void on(ResearcherEventUndone event, Header header) {
        researchers.undone(event.researcher(), counting(event, header), (int) header.position());
        researchers.changed(event.researcher(), (int) header.position());
    }

    void on(InstitutionEventUndone event, Header header) {
        institutions.facts(institutions.number(event.institution())).close((int) header.position());
        again(event, header);
        institutionDays.changed(institutions.number(event.institution()), (int) header.position());
    }

    void on(CohortEventUndone event, Header header) {
        cohorts.close(event.cohort(), (int) header.position());
        again(event, header);
    }

    void on(ReleaseEventUndone event, Header header) {
        releases.close(event.release(), (int) header.position());
        again(event, header);
    }

    /** Everything is said again as of the undoing event, in the order in which it was first said. */
    private void again(Event event, Header header) {
        counting(event, header)
                .forEach(recorded -> take(recorded.event(), recorded.header().countingFrom(header.position())));
    }

    /** The events of a subject that count once the last of them has said which others do. */
    private List<Recorded> counting(Event event, Header header) {
        var events = new ArrayList<>(history.ofSubject(event.subject(), header.position() - 1));
        events.add(new Recorded(header, event));
        var counting = Effective.of(events);
        return onlyReviewed && event instanceof ResearcherEvent ? Reviewed.of(counting) : counting;
    }
}
