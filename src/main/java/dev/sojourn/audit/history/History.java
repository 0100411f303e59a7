package dev.sojourn.audit.history;

import dev.sojourn.event.Recorded;
import dev.sojourn.projection.View;
import java.util.List;

/**
 * A part of a history.
 *
 * @param view what it is known from
 * @param lines in the order asked for
 * @param more whether there is another part
 */
public record History(View view, List<Line> lines, boolean more) {
    /**
     * One event, for people.
     *
     * @param recorded the event
     * @param name what its subject is called, null without a name
     * @param what it says, in a sentence without its subject
     * @param undoes the position of the event that it undoes, or null
     * @param undoneBy the position of the event that undid it and still counts, or null
     * @param erased whether it is about a person whose personal data was erased
     */
    public record Line(Recorded recorded, String name, String what, Long undoes, Long undoneBy, boolean erased) {}
}
