package dev.sojourn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sojourn.exchange.ImportReport.Outcome;
import dev.sojourn.exchange.intake.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rehearsal with 23,416 real assertions, which are no part of the project: name their folder with {@code
 * -Dsojourn.aiwatch=…}. The counts expected were taken from the CSV files by a script of their own.
 */
@DisplayName("A real package")
class AiwatchTest {

    private static final ImportOptions KEEPING =
            ImportOptions.strict("rehearsal").keepingRecordedTime();

    @TempDir
    private Path temporary;

    private Path source;

    @BeforeEach
    void find() {
        String folder = System.getProperty("sojourn.aiwatch", "");
        assumeTrue(
                !folder.isEmpty() && Files.isDirectory(Path.of(folder)),
                "the real package is not here; name its folder with -Dsojourn.aiwatch=...");
        source = Path.of(folder);
    }

    @Test
    void is_refused_with_its_bad_rows_unless_valid_ones_will_do() {
        try (var ledger = new TestLedger(temporary)) {
            var report = ledger.run(source, KEEPING);

            assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(report.errors()).hasSize(35).allSatisfy(error -> assertThat(error.rule())
                    .isEqualTo("REVERSED_INTERVAL"));
            assertThat(report.errors()).extracting(Problem::file).containsOnly("assertions.csv");
            assertThat(ledger.store().head()).isZero();
        }
    }

    @Test
    void gives_as_many_events_as_its_rows_tell_and_none_the_second_time() {
        try (var ledger = new TestLedger(temporary)) {
            var report = ledger.run(source, KEEPING.acceptingValidRows());

            assertThat(report.events())
                    .isEqualTo(Map.of(
                            "InstitutionRegistered", 369L,
                            "ResearcherRegistered", 11_082L,
                            "AffiliationRecorded", 17_496L,
                            "AffiliationEnded", 1_485L,
                            "AffiliationCorrected", 2_443L,
                            "AffiliationRetracted", 1_964L));
            assertThat(ledger.store().head()).isEqualTo(34_839);
            assertThat(ledger.run(source, KEEPING.acceptingValidRows()).eventCount())
                    .isZero();
            assertThat(ledger.store().head()).isEqualTo(34_839);
        }
    }
}
