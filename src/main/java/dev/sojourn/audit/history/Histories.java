package dev.sojourn.audit.history;

import dev.sojourn.audit.history.History.Line;
import dev.sojourn.audit.telling.Story;
import dev.sojourn.audit.telling.Teller;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what was recorded, of one subject or in the whole ledger. */
public final class Histories {
    private static final Logger LOG = LoggerFactory.getLogger(Histories.class);
    private static final int NEIGHBOURS = 100;

    private final LedgerStore store;
    private final Trail trail;

    /** Of one ledger. */
    public Histories(LedgerStore store) {
        this.store = store;
        this.trail = new Trail(store);
    }

    /** Gets ready, on a thread of its own, for questions about actors, imports and types. */
    public Histories prepared() {
        var filling = new Thread(this::fill, "trail");
        filling.setDaemon(true);
        filling.start();
        return this;
    }

    private void fill() {
        try {
            trail.fill();
        } catch (RuntimeException closed) {
            LOG.debug("the trail is filled when it is asked"); // the ledger was closed meanwhile, or cannot be read
        }
    }

    /**
     * What was recorded of a subject; of a person also what was recorded of those merged into them, as known from the view.
     * Empty if nothing ever was.
     */
    public Optional<History> of(Id subject, View view, Wanted wanted, Part part) {
        var events = new ArrayList<>(store.ofSubject(subject, view.position()));
        if (events.isEmpty()) {
            return Optional.empty();
        }
        if (subject instanceof ResearcherId researcher && view.find(researcher) != View.NONE) {
            int number = view.find(researcher);
            for (int other : view.states().parts(number)) {
                if (other != number) {
                    events.addAll(store.ofSubject(view.researcher(other), view.position()));
                }
            }
        }
        var order = Comparator.comparingLong(Recorded::position);
        long first = first(wanted);
        long last = last(wanted, view.position());
        var shown = events.stream()
                .filter(event -> event.position() >= first && event.position() <= last)
                .filter(event -> part.begun(event.position()))
                .filter(event -> wanted(event, wanted))
                .sorted(part.newestFirst() ? order.reversed() : order)
                .limit(part.limit() + 1L)
                .toList();
        return Optional.of(history(view, shown, part));
    }

    /** What was recorded in the whole ledger. */
    public History all(View view, Wanted wanted, Part part) {
        return history(view, events(view.position(), wanted, part), part);
    }

    /** One event, as known from a view that it counts in. */
    public Particulars particulars(View view, long position) {
        var links = new ArrayList<Link>(2);
        store.links(Math.max(0, position - 2), position, links::add);
        return new Particulars(
                line(teller(view), store.at(position)),
                links.get(links.size() - 1),
                links.size() == 1 ? "" : links.get(0).hash(),
                sameCommand(view, position));
    }

    /** A command's events stand side by side; so many of a large one are named, on either side. */
    private List<Long> sameCommand(View view, long position) {
        var near = new ArrayList<Recorded>();
        store.read(Math.max(0, position - 1 - NEIGHBOURS), Math.min(view.position(), position + NEIGHBOURS), near::add);
        String command = store.at(position).header().commandId();
        return near.stream()
                .filter(event -> event.header().commandId().equals(command))
                .map(Recorded::position)
                .toList();
    }

    /** The events of a part of the whole ledger, one more than asked for where there is another part. */
    public List<Recorded> events(long upTo, Wanted wanted, Part part) {
        var positions = trail.find(wanted, part, first(wanted), last(wanted, upTo));
        var events = new ArrayList<Recorded>(positions.size());
        for (int at = 0; at < positions.size(); ) { // neighbours are read together: most parts have no gaps
            int end = at + 1;
            while (end < positions.size() && Math.abs(positions.get(end) - positions.get(end - 1)) == 1) {
                end++;
            }
            long one = positions.get(at);
            long other = positions.get(end - 1);
            var run = new ArrayList<Recorded>(end - at);
            store.read(Math.min(one, other) - 1, Math.max(one, other), run::add);
            if (part.newestFirst()) {
                Collections.reverse(run);
            }
            events.addAll(run);
            at = end;
        }
        return events;
    }

    /** Tells what events of a view say, in English. */
    public Teller teller(View view) {
        return new Teller(view, subject -> new Story(store.ofSubject(subject, view.position())), Locale.ENGLISH);
    }

    /** One event, for people. */
    public static Line line(Teller teller, Recorded recorded) {
        var subject = recorded.event().subject();
        var story = teller.story(subject);
        var target = story.undone(recorded);
        return new Line(
                recorded,
                teller.name(subject),
                teller.tell(recorded),
                target == null ? recorded.header().undoes() : Long.valueOf(target.position()),
                story.undoneBy(recorded),
                story.erased());
    }

    private History history(View view, List<Recorded> found, Part part) {
        var teller = teller(view);
        return new History(
                view,
                found.stream()
                        .limit(part.limit())
                        .map(event -> line(teller, event))
                        .toList(),
                found.size() > part.limit());
    }

    private static boolean wanted(Recorded recorded, Wanted wanted) {
        var header = recorded.header();
        var event = recorded.event();
        return (wanted.types().isEmpty()
                        || wanted.types().contains(event.getClass().getSimpleName()))
                && (wanted.kinds().isEmpty()
                        || wanted.kinds().contains(event.subject().kind()))
                && (wanted.actor() == null || wanted.actor().equals(header.actor()))
                && (wanted.importBatch() == null || wanted.importBatch().equals(header.importBatch()));
    }

    private long first(Wanted wanted) {
        return wanted.recordedFrom() == null
                ? wanted.first()
                : Math.max(
                        wanted.first(), store.positionAt(wanted.recordedFrom().minusMillis(1)) + 1);
    }

    private long last(Wanted wanted, long upTo) {
        long last = Math.min(wanted.last(), upTo);
        return wanted.recordedTo() == null ? last : Math.min(last, store.positionAt(wanted.recordedTo()));
    }
}
