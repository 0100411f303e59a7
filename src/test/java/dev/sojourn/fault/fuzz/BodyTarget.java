package dev.sojourn.fault.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sojourn.api.body.Body;
import dev.sojourn.api.body.BodyReader;
import dev.sojourn.api.problem.BadBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a write: a character that says which, then JSON. It is read, or every member to blame is named. */
public final class BodyTarget {

    private static final BodyReader READER = new BodyReader();
    private static final List<Class<? extends Body>> BODIES = Stream.of(
                    "Spell", "Identity", "Institution", "Cohort", "Education", "Career")
            .flatMap(subject -> Arrays.stream(nested("dev.sojourn.api.write." + subject + "Bodies")))
            .filter(Body.class::isAssignableFrom)
            .<Class<? extends Body>>map(body -> body.asSubclass(Body.class))
            .sorted(Comparator.comparing(Class::getName))
            .toList();

    private BodyTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        try {
            read(BODIES.get(Math.floorMod(bytes[0] - 'A', BODIES.size())), Arrays.copyOfRange(bytes, 1, bytes.length));
        } catch (BadBody named) {
            if (named.getMessage() == null) {
                throw new AssertionError("a refusal without a word", named);
            }
        }
    }

    private static void read(Class<? extends Body> type, byte[] json) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            READER.read(type, new MockHttpInputMessage(json));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    /** The bodies of the examples in the interface's description, each for all writes that take it. */
    public static List<String> seeds() {
        var seeds = new ArrayList<String>();
        try (var files = Files.list(Path.of("src", "main", "resources", "examples"))) {
            for (var file : files.sorted().toList()) {
                for (JsonNode body : new JsonMapper().readTree(file).findValues("body")) {
                    String json = body.isString() ? body.asString() : body.toString();
                    for (int n = 0; n < BODIES.size(); n++) {
                        if (taken(BODIES.get(n), json)) {
                            seeds.add((char) ('A' + n) + json);
                        }
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return seeds;
    }

    private static boolean taken(Class<? extends Body> type, String json) {
        try {
            read(type, json.getBytes(UTF_8));
            return true;
        } catch (BadBody other) {
            return false;
        }
    }

    private static Class<?>[] nested(String name) {
        try {
            return Class.forName(name).getDeclaredClasses();
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
