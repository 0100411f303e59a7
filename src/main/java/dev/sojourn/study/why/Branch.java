package dev.sojourn.study.why;

import dev.sojourn.event.Event;
import dev.sojourn.event.Header;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.projection.Effective;
import dev.sojourn.projection.History;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What would be believed of a few people if some events did not count, or some more did: a timeline of its own, of these
 * people, the institutions and the cohorts alone. What else there is in the ledger is not read.
 */
final class Branch {

    private Branch() {}

    /**
     * Makes one.
     *
     * @param events of all subjects that it holds, by subject, each in order
     * @param counts which of them count
     */
    static View of(Map<Id, List<Recorded>> events, Predicate<Recorded> counts) {
        var all = new ArrayList<Recorded>();
        for (var ofSubject : events.values()) {
            all.addAll(Effective.of(ofSubject.stream().filter(counts).toList()));
        }
        all.sort(Comparator.comparingLong(Recorded::position));
        var standing = new Standing();
        var kept = new ArrayList<Recorded>();
        for (var recorded : all) {
            Event event = standing.of(recorded.event());
            if (event != null) {
                kept.add(new Recorded(at(kept.size() + 1, recorded.header()), event));
            }
        }
        var timeline = new Timeline(new Told(kept));
        kept.forEach(timeline::on);
        return timeline.now();
    }

    private static Header at(long position, Header header) {
        return new Header(
                position,
                header.recorded(),
                header.sequence(),
                header.actor(),
                header.commandId(),
                header.importBatch(),
                header.importRow(),
                null);
    }

    /** The events of some subjects up to a position, by subject; read one by one, or together where they are many. */
    static Map<Id, List<Recorded>> read(History ledger, Collection<? extends Id> subjects, long upTo) {
        var events = new HashMap<Id, List<Recorded>>();
        for (var subject : subjects) {
            events.put(subject, new ArrayList<>());
        }
        if (subjects.size() > 200 && subjects.size() > upTo / 50) {
            ledger.read(0, upTo, recorded -> {
                var wanted = events.get(recorded.event().subject());
                if (wanted != null) {
                    wanted.add(recorded);
                }
            });
        } else {
            events.replaceAll((subject, none) -> ledger.ofSubject(subject, upTo));
        }
        return events;
    }

    /** The branch's own events, for whoever reads them again. */
    private record Told(List<Recorded> events) implements History {

        @Override
        public List<Recorded> ofSubject(Id subject, long upTo) {
            return events.stream()
                    .filter(recorded -> recorded.position() <= upTo
                            && recorded.event().subject().equals(subject))
                    .toList();
        }

        @Override
        public void read(long after, long upTo, Consumer<Recorded> sink) {
            events.subList((int) after, (int) upTo).forEach(sink);
        }
    }
}
