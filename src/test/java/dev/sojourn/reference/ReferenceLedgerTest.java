package dev.sojourn.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The committed reference ledger")
class ReferenceLedgerTest {

    static final Path FOLDER = Path.of("events", "reference");

    @Test
    void is_what_the_generator_makes_byte_for_byte() throws IOException {
        String made = ReferenceLedger.from(FOLDER);
        Path file = FOLDER.resolve("ledger.jsonl");
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(file, made);
        }
        assertThat(Files.readString(file)).isEqualTo(made);
    }
}
