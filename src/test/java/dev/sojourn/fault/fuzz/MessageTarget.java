package dev.sojourn.fault.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sojourn.event.form.CatalogueSerializer;
import dev.sojourn.event.form.UnknownEvent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;

/** The same as Axon reads it: nothing but events of the catalogue comes out, whatever type is named. */
public final class MessageTarget {

    private static final CatalogueSerializer SERIALIZER = new CatalogueSerializer();

    private MessageTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        var lines = new String(bytes, UTF_8).split("\n", 2);
        var head = lines[0].split(" ", 2);
        if (lines.length < 2 || head.length < 2) {
            return;
        }
        try {
            Object read =
                    SERIALIZER.deserialize(new SimpleSerializedObject<>(lines[1], String.class, head[0], head[1]));
            if (read != null
                    && !(read instanceof String || read instanceof MetaData)
                    && !read.getClass().getName().startsWith("dev.sojourn.event.")) {
                throw new AssertionError("read as " + read.getClass());
            }
        } catch (SerializationException | UnknownEvent named) {
            // as it should be
        }
    }

    /** As for events, and a class of Java's. */
    public static List<String> seeds() {
        var seeds = new ArrayList<>(EventTarget.seeds());
        seeds.add("java.net.URL 1\n\"http://localhost\"");
        seeds.add("java.util.Locale 1\n\"en\"");
        seeds.add("org.axonframework.NoSuchEvent 1\n{}");
        return seeds;
    }
}
