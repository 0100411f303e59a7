package dev.sojourn.command;

import dev.sojourn.event.Event;
import java.util.List;

/**
 * What came of a command.
 *
 * @param position of its last event; of a dry run, the head it was decided on
 * @param positions of its events, in order; of a dry run, none
 * @param sequence number of the subject's last event within the subject, from 0: the subject's version
 * @param events in order
 * @param warnings what may be wrong though no rule forbids it; a repeated request answers without them
 */
public record Receipt(long position, List<Long> positions, long sequence, List<Event> events, List<Warning> warnings) {

    /** Keeps the orders given. */
    public Receipt {
        positions = List.copyOf(positions);
        events = List.copyOf(events);
        warnings = List.copyOf(warnings);
    }
}
