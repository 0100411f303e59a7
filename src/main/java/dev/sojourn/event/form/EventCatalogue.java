package dev.sojourn.event.form;

import dev.sojourn.event.Event;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;

/**
 * Names events by what they mean rather than where their class lives.
 *
 * <p>The name, such as {@code AffiliationRecorded}, and the revision are what the store keeps and what {@code events/}
 * is indexed by, so classes can move without touching a stored event.
 */
public final class EventCatalogue {

    private static final Map<String, Class<? extends Event>> BY_NAME = new TreeMap<>();

    static {
        records(Event.class).forEach(type -> BY_NAME.put(type.getSimpleName(), type));
    }

    private EventCatalogue() {}

    /** Every event type by its name, in the order of names. */
    public static Map<String, Class<? extends Event>> types() {
        return Collections.unmodifiableMap(BY_NAME);
    }

    /** The current revision of an event type. */
    public static String revision(Class<? extends Event> type) {
        return type.getAnnotation(Revision.class).value();
    }

    /** The records of a sealed family and of its sub-families. */
    @SuppressWarnings("unchecked") // whatever a sealed family of events permits is one
    private static Stream<Class<? extends Event>> records(Class<? extends Event> family) {
        return family.isRecord()
                ? Stream.of(family)
                : Arrays.stream(family.getPermittedSubclasses())
                        .flatMap(type -> records((Class<? extends Event>) type));
    }
}
