package dev.sojourn.event.form;

import dev.sojourn.event.Event;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Axon's way to and from the stored form: events under their catalogue names and revisions instead of Java class names,
 * written as {@link EventJson} says. What Axon keeps beside them (metadata, plain values) keeps its class name.
 */
public final class CatalogueSerializer extends Jackson3Serializer {

    /** What Axon itself stores or copies beside events. A forged name must load no other class, nor pass for unknown. */
    private static final Set<String> OTHERS = Set.of(MetaData.class.getName(), String.class.getName());

    /** One is enough for the whole program; it has no state. */
    public CatalogueSerializer() {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(EventJson::configure));
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(Class type) {
        return type != null && Event.class.isAssignableFrom(type)
                ? new SimpleSerializedType(
                        type.getSimpleName(), getRevisionResolver().revisionOf(type))
                : super.typeForClass(type);
    }

    /**
     * The class of a stored type.
     *
     * @throws UnknownEvent for a name that is neither in the catalogue nor that of Axon's metadata or a text, and for a
     *     revision other than the current one
     */
    @Override
    public Class<?> classForType(SerializedType type) {
        var event = EventCatalogue.types().get(type.getName());
        if (event != null && EventCatalogue.revision(event).equals(type.getRevision())) {
            return event;
        }
        if (event != null || !(SerializedType.isEmptyType(type) || OTHERS.contains(type.getName()))) {
            throw new UnknownEvent(type.getName(), type.getRevision());
        }
        return super.classForType(type);
    }
}
