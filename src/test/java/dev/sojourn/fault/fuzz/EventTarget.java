package dev.sojourn.fault.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.form.EventText;
import dev.sojourn.event.form.UnknownEvent;
import dev.sojourn.event.form.Upcaster;
import dev.sojourn.event.form.Upcasters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A stored event: a line with type and revision, then the payload. What is read is written and read the same. */
public final class EventTarget {

    /** With an upcaster that, as those to come, takes its field for granted. */
    private static final EventText TEXT = new EventText(new Upcasters(List.of(new Upcaster(
            "CareerResumed",
            "draft",
            "1",
            payload -> payload.put("on", payload.remove("year").asString().substring(0, 4))))));

    private EventTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        var lines = new String(bytes, UTF_8).split("\n", 2);
        var head = lines[0].split(" ", 2);
        if (lines.length < 2 || head.length < 2) {
            return;
        }
        try {
            var event = TEXT.read(head[0], head[1], lines[1]);
            if (!TEXT.read(head[0], EventCatalogue.revision(event.getClass()), TEXT.write(event))
                    .equals(event)) {
                throw new AssertionError("written and read again it is another one");
            }
        } catch (IllegalArgumentException | UnknownEvent named) {
            if (named.getMessage() == null) {
                throw new AssertionError("a refusal without a word", named);
            }
        }
    }

    /** The example of each type, and one of an old revision. */
    public static List<String> seeds() {
        var seeds = new ArrayList<String>();
        new TreeMap<>(EventCatalogue.types()).keySet().forEach(type -> seeds.add(type + " 1\n" + example(type)));
        seeds.add("CareerResumed draft\n{\"researcher\":\"r-1\",\"year\":\"2021-03\",\"personal\":{}}");
        return seeds;
    }

    static String example(String type) {
        try {
            return Files.readString(Path.of("events", type, "1.example.json"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
