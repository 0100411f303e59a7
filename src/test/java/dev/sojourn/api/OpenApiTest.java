package dev.sojourn.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.Permissions;
import dev.sojourn.api.description.Example;
import dev.sojourn.api.description.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** To accept a change of the interface: {@code mvn test -Dtest=OpenApiTest -Dsojourn.openapi.write=true}. */
@DisplayName("The description of the interface")
class OpenApiTest {
    private static final Path COMMITTED = Path.of("src/main/resources/openapi.json");

    /** A stream has no end that could be shown, and nobody needs an example of the description. Both have tests. */
    private static final Pattern WITHOUT = Pattern.compile("GET /api/v1/(openapi.json|events/stream)");

    /** Its answer is filled in by {@link ExamplesTest}, which says how. */
    @Test
    void has_an_example_for_every_call() {
        var shown = Examples.all().stream().map(Example::call).collect(Collectors.toSet());
        var calls = Permissions.all().stream()
                .filter(permission -> permission.path().startsWith("/api/"))
                .map(permission -> permission.method() + " " + permission.path())
                .filter(call -> !WITHOUT.matcher(call).matches())
                .toList();
        assertThat(shown).as("src/main/resources/examples").containsExactlyInAnyOrderElementsOf(calls);
    }

    @Test
    void is_the_one_that_is_committed() throws IOException {
        String served = RunningServer.open().get("/api/v1/openapi.json").body();
        if (Boolean.getBoolean("sojourn.openapi.write")) {
            Files.writeString(COMMITTED, served + "\n");
        }
        assertThat(served).startsWith("{").contains("\"openapi\" : \"3.1.");
        assertThat(served.strip()).isEqualTo(Files.readString(COMMITTED).strip());
    }
}
