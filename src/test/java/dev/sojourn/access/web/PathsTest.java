package dev.sojourn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;

@DisplayName("What stands at a path")
class PathsTest {
    private final Paths<String> paths = new Paths<>();

    @Test
    void is_what_stands_at_its_very_words_and_what_stands_at_anything_there() {
        paths.add("/events/stream", "stream");
        paths.add("/events/{position}", "one");
        paths.add("/events/{position}/undo", "undo");

        assertThat(find("/events/stream")).containsExactlyInAnyOrder("stream", "one");
        assertThat(find("/events/7")).containsExactly("one");
        assertThat(find("/events/stream/undo")).containsExactly("undo");
        assertThat(find("/events/stream/7")).isEmpty();
        assertThat(find("/events")).isEmpty();
    }

    @Test
    void is_compared_as_it_is_read_not_as_it_is_written() {
        paths.add("/figures/all", "all");

        assertThat(find("/figures/%61ll")).containsExactly("all");
    }

    @Test
    void is_perhaps_what_stands_at_a_pattern_of_another_kind() {
        paths.add("/assets/**", "file");
        paths.add("/{name:[a-z]+}", "word");
        paths.add("/{name}.csv", "table");
        paths.add("/health", "health");

        assertThat(find("/health")).containsExactlyInAnyOrder("file", "word", "table", "health");
    }

    private Iterable<String> find(String path) {
        return paths.find(PathContainer.parsePath(path));
    }
}
