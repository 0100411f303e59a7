package dev.sojourn.study;

import dev.sojourn.command.curation.ReviewPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code config/review.yaml}: the one in the working directory, else the one that the program carries. */
public final class ReviewPolicies {
    private static final Path FILE = Path.of("config", "review.yaml");

    private record File(Set<String> events, boolean movesBetweenCountries) {}

    private ReviewPolicies() {}

    /**
     * What another curator has to approve.
     *
     * @throws IllegalArgumentException if the file cannot be understood
     */
    public static ReviewPolicy load() {
        try (InputStream file = Files.exists(FILE)
                ? Files.newInputStream(FILE)
                : ReviewPolicies.class.getResourceAsStream("/config/review.yaml")) {
            return read(new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(FILE + " cannot be read", unreadable);
        }
    }

    /**
     * A policy as written.
     *
     * @throws IllegalArgumentException if it cannot be understood
     */
    static ReviewPolicy read(String yaml) {
        try {
            var read = new YAMLMapper().readValue(yaml, File.class);
            return new ReviewPolicy(read.events(), read.movesBetweenCountries());
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(FILE + ": " + unreadable.getOriginalMessage(), unreadable);
        }
    }
}
