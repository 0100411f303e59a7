package dev.sojourn.store.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.saved.SnapshotFile.Unusable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A snapshot file")
class SnapshotFileTest {

    private static final SnapshotFile.Kind KIND = new SnapshotFile.Kind("numbers", "dev/sojourn/time");

    @TempDir
    private Path folder;

    private LedgerStore store;

    @BeforeEach
    void open() {
        store = LedgerStore.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void holds_what_was_written_also_where_a_segment_ends_in_the_middle_of_it() throws IOException {
        int[] many = IntStream.range(0, 3_000_000).map(n -> n * 31).toArray(); // twelve megabytes
        byte[] odd = {1, 2, 3}; // so that numbers lie across segments
        new SnapshotFile(KIND, folder, store).write(0, () -> false, out -> {
            out.bytes(odd);
            out.numbers(many);
            out.numbers(many.length, at -> many[at]);
            out.text("übrig");
        });

        new SnapshotFile(KIND, folder, store).read(in -> {
            assertThat(in.bytes()).isEqualTo(odd);
            assertThat(in.numbers()).isEqualTo(many);
            assertThat(in.numbers()).isEqualTo(many);
            assertThat(in.text()).isEqualTo("übrig");
            return null;
        });
    }

    @Test
    void is_of_no_use_to_another_program_nor_half_read() throws IOException {
        new SnapshotFile(KIND, folder, store, "an older program").write(0, () -> false, out -> out.number(7));
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> new SnapshotFile(KIND, folder, store).read(in -> in.number()))
                .withMessageContaining("another version of this program");

        new SnapshotFile(KIND, folder, store).write(0, () -> false, out -> out.number(7));
        assertThat(new SnapshotFile(KIND, folder, store).<Integer>read(in -> in.number()))
                .isEqualTo(7);
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> new SnapshotFile(KIND, folder, store).read(in -> 0))
                .withMessageContaining("more than it should");
    }

    @Test
    void knows_the_program_by_its_classes() {
        assertThat(Program.hash(KIND.packages())).matches("[0-9a-f]{64}").isEqualTo(Program.hash(KIND.packages()));
    }
}
