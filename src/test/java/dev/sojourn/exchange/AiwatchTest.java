package dev.sojourn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.exchange.ImportReport.Outcome;
import dev.sojourn.exchange.intake.Problem;
import dev.sojourn.projection.Follower;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import dev.sojourn.study.RegionMaps;
import dev.sojourn.time.KnownAt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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

    /** Its last row was recorded in April 2026. */
    private static final Clock AFTERWARDS = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    private static final LocalDate END_OF_2019 = LocalDate.parse("2019-12-31");
    private static final Population EVERYONE =
            new Population(View.EVERYONE, List.of(), Rules.standard(RegionMaps.reference()));
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
        try (var ledger = new TestLedger(temporary, AFTERWARDS)) {
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
        try (var ledger = new TestLedger(temporary, AFTERWARDS)) {
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

    /** The answers that came with the package, computed by others from the same rules. */
    @Test
    void gives_the_answers_that_others_computed_from_it() {
        try (var ledger = new TestLedger(temporary, AFTERWARDS)) {
            ledger.run(source, KEEPING.acceptingValidRows());
            var timeline = Follower.of(ledger.store()).timeline();

            var now = states(timeline, "now");
            assertThat(now.known() + now.unknown()).isEqualTo(3_447);
            assertThat(count(now, "US")).isEqualTo(1_219);
            assertThat(count(now, "GB")).isEqualTo(840);
            var atTheTime = states(timeline, "2019-12-31");
            assertThat(atTheTime.known() + atTheTime.unknown()).isEqualTo(479);
            assertThat(count(atTheTime, "US")).isEqualTo(325);
            var later = states(timeline, "2023-12-31");
            assertThat(later.known() + later.unknown()).isEqualTo(2_722);
            assertThat(count(later, "US")).isEqualTo(879);

            var stayed = Retention.of(
                    timeline.now(),
                    new Retention.Question(
                            EVERYONE, Filter.parse("country:US"), END_OF_2019, LocalDate.parse("2025-12-31")));
            assertThat(stayed.base()).isEqualTo(1_219);
            assertThat(stayed.end().retained().count()).isEqualTo(930);
        }
    }

    private static Composition states(Timeline timeline, String knownAt) {
        var view = timeline.at(timeline.resolve(KnownAt.parse(knownAt)));
        return Composition.of(view, new Composition.Question(EVERYONE, END_OF_2019, List.of(Attribute.COUNTRY)));
    }

    private static int count(Composition answer, String country) {
        return answer.cells().stream()
                .filter(cell -> cell.values().equals(List.of(country)))
                .mapToInt(Composition.Cell::count)
                .sum();
    }
}
