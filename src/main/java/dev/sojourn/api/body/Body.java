package dev.sojourn.api.body;

import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import java.util.List;
import java.util.Map;

/**
 * What a write is given, as a JSON object: a record whose components are its members.
 *
 * <p>{@link io.swagger.v3.oas.annotations.media.Schema} on a component says whether it is required, how long a text may
 * be, and that a text is a link; the description of the interface shows it, and {@link Binder} holds bodies to it.
 */
public interface Body {
    /** Why it is recorded, or null. */
    String reason();

    /** What shows it to be true; null for nothing. */
    List<Source> evidence();

    /** Reason and evidence as an event keeps them. */
    default Remarks remarks() {
        return new Remarks(reason(), Source.all(evidence()), Map.of());
    }

    /** Reason and evidence, with a title. */
    default Titled titled(String title) {
        return new Titled(title, reason(), Source.all(evidence()), Map.of());
    }
}
