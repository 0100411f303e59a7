package dev.sojourn.event.form;

import dev.sojourn.event.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as text: what the store, exports and JSON lines keep of them, read in whatever revision they were written. */
public final class EventText {

    private static final JsonMapper JSON = EventJson.mapper();

    private final Upcasters upcasters;

    /** Reads old revisions through these steps; {@link Upcasters#CURRENT} but in tests. */
    public EventText(Upcasters upcasters) {
        this.upcasters = upcasters;
    }

    /** The payload of an event, in its current revision; equal events give equal text. */
    public String write(Event event) {
        return JSON.writeValueAsString(event);
    }

    /**
     * The event that a stored row tells.
     *
     * @throws UnknownEvent if the catalogue has no such type, or no way from the revision to the current one
     * @throws IllegalArgumentException if the payload is not one of that type and revision; says where
     */
    public Event read(String type, String revision, String payload) {
        var event = EventCatalogue.types().get(type);
        String arrival = upcasters.arrival(type, revision);
        if (event == null || !EventCatalogue.revision(event).equals(arrival)) {
            throw new UnknownEvent(type, revision);
        }
        try {
            if (arrival.equals(revision)) {
                return JSON.readValue(payload, event);
            }
            var tree = JSON.readValue(payload, ObjectNode.class);
            return JSON.treeToValue(upcasters.upcast(type, revision, tree), event);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(
                    "no " + type + " of revision " + revision + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
