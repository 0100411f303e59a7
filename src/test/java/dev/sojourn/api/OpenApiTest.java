package dev.sojourn.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** To accept a change of the interface: {@code mvn test -Dtest=OpenApiTest -Dsojourn.openapi.write=true}. */
@DisplayName("The description of the interface")
class OpenApiTest {
    private static final Path COMMITTED = Path.of("src/main/resources/openapi.json");

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
