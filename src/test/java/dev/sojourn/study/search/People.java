package dev.sojourn.study.search;

import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.oracle.EventList;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import java.util.List;
import java.util.Map;

/** People told in a test, and the timeline that knows them. */
final class People {
    final EventList events = new EventList();
    final Timeline timeline = new Timeline(events);

    /** Enters somebody; answers the position. */
    long person(String id, String name, String... identifiers) {
        var linked = List.of(identifiers).stream().map(Identifier::parse).toList();
        return and(new ResearcherRegistered(
                new ResearcherId(id), new Identity(Names.of(name), linked, null, List.of(), Map.of())));
    }

    /** Appends any event; answers its position. */
    long and(Event event) {
        var recorded = events.append(event);
        timeline.on(recorded);
        return recorded.position();
    }

    View now() {
        return timeline.now();
    }
}
