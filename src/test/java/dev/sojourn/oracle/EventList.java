package dev.sojourn.oracle;

import dev.sojourn.event.Event;
import dev.sojourn.event.Header;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.value.Id;
import dev.sojourn.projection.History;
import dev.sojourn.projection.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A ledger as a plain list: numbers what is appended, and reads a subject's events again. */
public final class EventList implements History {

    private static final Instant FIRST = Instant.parse("2018-03-01T09:00:00Z");
    private static final Duration APART = Duration.ofDays(30);

    private final List<Recorded> events = new ArrayList<>();
    private final Map<String, Long> lengths = new HashMap<>();

    /** Appends an event, recorded 30 days after the one before. */
    public Recorded append(Event event) {
        return append(event, FIRST.plus(APART.multipliedBy(events.size())));
    }

    /** Appends an event, recorded at a moment. */
    public Recorded append(Event event, Instant recorded) {
        long position = events.size() + 1L;
        long sequence = lengths.merge(event.subject().key(), 1L, Long::sum) - 1;
        // Two events about spells of one subject in a row came of one command, if the first is at an odd position.
        boolean second = position % 2 == 0
                && event instanceof SpellEvent
                && events.get(events.size() - 1).event() instanceof SpellEvent
                && events.get(events.size() - 1).event().subject().equals(event.subject());
        String command = "command-" + (second ? position - 1 : position);
        var header = new Header(position, recorded, sequence, "ada", command, null, null, null);
        events.add(new Recorded(header, event));
        return events.get(events.size() - 1);
    }

    /** The same ledger, if all events after a position came of one command. */
    EventList withOneCommandAfter(int position) {
        var other = new EventList();
        other.lengths.putAll(lengths);
        other.events.addAll(events.subList(0, position));
        for (var recorded : events.subList(position, events.size())) {
            var from = recorded.header();
            var header = new Header(
                    from.position(), from.recorded(), from.sequence(), from.actor(), "at-once", null, null, null);
            other.events.add(new Recorded(header, recorded.event()));
        }
        return other;
    }

    /** Takes the last event back, as if it had never been appended. */
    void dropLast() {
        var last = events.remove(events.size() - 1);
        lengths.merge(last.event().subject().key(), -1L, Long::sum);
    }

    /** All events, in order. */
    public List<Recorded> all() {
        return events;
    }

    /** The position of the last event; 0 for none. */
    public int head() {
        return events.size();
    }

    /** A timeline fed with the events up to and including a position. */
    public Timeline timeline(int position) {
        var timeline = new Timeline(this);
        events.subList(0, position).forEach(timeline::on);
        return timeline;
    }

    @Override
    public void read(long after, long upTo, Consumer<Recorded> sink) {
        events.subList((int) after, (int) upTo).forEach(sink);
    }

    @Override
    public List<Recorded> ofSubject(Id subject, long upTo) {
        return events.stream()
                .filter(recorded -> recorded.position() <= upTo)
                .filter(recorded -> recorded.event().subject().key().equals(subject.key()))
                .toList();
    }

    /** One event a line, by position, as a failing property shows it. */
    @Override
    public String toString() {
        return events.stream()
                .map(recorded -> recorded.position() + "/" + recorded.header().sequence() + " " + recorded.event())
                .collect(Collectors.joining("\n", "\n", "\n"));
    }
}
