package dev.sojourn.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.exchange.TestPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A zipped package")
class ArchiveTest {

    private static final Limits SMALL = new Limits(5, 3_000_000, 4_000_000, 200);

    @TempDir
    private Path temporary;

    @ParameterizedTest(name = "entries below \"{0}\"")
    @ValueSource(strings = {"", "my package/"})
    void reads_the_same_as_a_folder(String prefix) {
        var contents = TestPackage.good();

        var zipped = read(contents.zip(temporary, prefix), Limits.STANDARD);
        var folder = read(contents.folder(temporary), Limits.STANDARD);

        assertThat(zipped.problems().sorted()).isEmpty();
        assertThat(zipped.source().digest()).isEqualTo(folder.source().digest());
        assertThat(zipped.source().rows(Layout.PEOPLE)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"../people.csv", "a/../../people.csv", "/etc/people.csv", "..\\people.csv", "C:people.csv"})
    void may_not_have_an_entry_whose_name_leads_out_of_it(String name) throws IOException {
        var inside = Files.createDirectories(temporary.resolve("two/below")); // so that what leads out is still ours
        var zip = TestPackage.good().with(name, "person_id,name").zip(inside, "");

        assertThat(rules(zip, Limits.STANDARD)).containsExactly("UNSAFE_ARCHIVE");
        try (var files = Files.walk(temporary)) {
            assertThat(files.filter(file -> file.endsWith("people.csv"))).isEmpty();
        }
    }

    @Test
    void may_not_unpack_to_many_times_its_size_nor_to_too_much() {
        var zeros = TestPackage.good().with("people.csv", new byte[2_000_000]);
        var much = TestPackage.good().with("people.csv", new byte[3_000_001]);

        assertThat(rules(zeros.zip(temporary, ""), SMALL)).containsExactly("UNSAFE_ARCHIVE");
        assertThat(rules(much.zip(temporary, ""), new Limits(5, 3_000_000, 4_000_000, 100_000)))
                .containsExactly("UNSAFE_ARCHIVE");
    }

    @Test
    void may_not_have_too_many_entries() {
        var many = TestPackage.good().with("a", "").with("b", "").with("c", "");

        assertThat(rules(many.zip(temporary, ""), SMALL)).containsExactly("UNSAFE_ARCHIVE");
    }

    @Test
    void must_be_a_zip() throws IOException {
        var file = Files.writeString(temporary.resolve("package.zip"), "no zip");

        assertThat(rules(file, SMALL)).containsExactly("UNREADABLE_PACKAGE");
        assertThat(rules(temporary.resolve("nowhere"), SMALL)).containsExactly("UNREADABLE_PACKAGE");
    }

    private record Reading(ImportPackage source, Problems problems) {}

    private static Reading read(Path path, Limits limits) {
        var problems = new Problems();
        return new Reading(ImportPackage.read(path, limits, problems), problems);
    }

    private static List<String> rules(Path path, Limits limits) {
        return read(path, limits).problems().sorted().stream()
                .map(Problem::rule)
                .toList();
    }
}
