package dev.sojourn.event.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import tools.jackson.databind.node.ObjectNode;

/**
 * All steps from older revisions to newer ones; each event takes them one after another until none applies. Axon's
 * engine takes the same object, so that aggregates and read models see the same events.
 *
 * <p>A step that is missing is not noticed here but by whoever reads the result, as an {@link UnknownEvent}.
 */
public final class Upcasters implements EventUpcaster {

    /** Those of the catalogue. */
    public static final Upcasters CURRENT = new Upcasters(List.of(
            new Upcaster("PersonErased", "1", "2", UnaryOperator.identity()), // nothing was suppressed then
            new Upcaster("ReleasePublished", "1", "2", UnaryOperator.identity()), // no questions were kept then
            new Upcaster("ReleasePublished", "2", "3", Upcasters::oneMap)));

    /** One region map was kept for all questions then. */
    private static ObjectNode oneMap(ObjectNode release) {
        var map = release.get("regions");
        if (map != null) {
            release.set("regions", release.arrayNode().add(map));
        }
        return release;
    }

    private final Map<Revised, Upcaster> steps = new HashMap<>();

    /**
     * Puts steps in order.
     *
     * @throws IllegalArgumentException if two begin at the same revision, or some lead round in a circle
     */
    public Upcasters(List<Upcaster> upcasters) {
        for (var upcaster : upcasters) {
            if (steps.put(new Revised(upcaster.type(), upcaster.from()), upcaster) != null) {
                throw new IllegalArgumentException(
                        "two upcasters for " + upcaster.type() + " from revision " + upcaster.from());
            }
        }
        for (var upcaster : upcasters) {
            var seen = new HashSet<Upcaster>();
            for (var step = upcaster; step != null; step = next(step.type(), step.to())) {
                if (!seen.add(step)) {
                    throw new IllegalArgumentException("upcasters for " + step.type() + " lead round in a circle");
                }
            }
        }
    }

    /** The revision that an event of a stored one arrives at; the same if no step applies. */
    public String arrival(String type, String revision) {
        var step = next(type, revision);
        return step == null ? revision : arrival(type, step.to());
    }

    /**
     * The payload in the shape of {@link #arrival}; may change its argument.
     *
     * @throws IllegalArgumentException if a step finds something else than the revision it begins at
     */
    public ObjectNode upcast(String type, String revision, ObjectNode payload) {
        var step = next(type, revision);
        return step == null ? payload : upcast(type, step.to(), taken(step, payload));
    }

    /** Steps take the fields of their revision for granted. */
    private static ObjectNode taken(Upcaster step, ObjectNode payload) {
        try {
            return step.step().apply(payload);
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException(
                    "no " + step.type() + " of revision " + step.from() + ", so it cannot be brought up to date",
                    malformed);
        }
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> stored) {
        return steps.isEmpty() ? stored : stored.map(this::upcast);
    }

    private IntermediateEventRepresentation upcast(IntermediateEventRepresentation stored) {
        String type = stored.getType().getName();
        String revision = stored.getType().getRevision();
        return next(type, revision) == null
                ? stored
                : stored.upcastPayload(
                        new SimpleSerializedType(type, arrival(type, revision)),
                        ObjectNode.class,
                        payload -> upcast(type, revision, payload));
    }

    private Upcaster next(String type, String revision) {
        return steps.get(new Revised(type, revision));
    }

    private record Revised(String type, String revision) {}
}
