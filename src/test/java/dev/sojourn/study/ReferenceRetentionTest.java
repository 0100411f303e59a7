package dev.sojourn.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.RetentionPoint;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.time.KnownAt;
import dev.sojourn.time.Vantage;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The answer that the design gives as its example, of which the figures check only the published part. */
@DisplayName("Retention of the hundred on the reference ledger")
class ReferenceRetentionTest {

    private final Retention retention = asKnownAt("2025-12-03");

    @Test
    void is_87_of_100_of_whom_30_never_changed_institution() {
        assertThat(retention.base()).isEqualTo(100);
        assertThat(retention.end().retained().count()).isEqualTo(87);
        assertThat(retention.end().sameInstitution()).isEqualTo(30);
        assertThat(retention.end().destinations())
                .containsExactly(
                        new RetentionPoint.Destination("CN", 10, 0),
                        new RetentionPoint.Destination("CA", 1, 0),
                        new RetentionPoint.Destination("GB", 1, 0),
                        new RetentionPoint.Destination("SG", 1, 0));
    }

    @Test
    void leaves_nobody_unaccounted_for_in_any_year() {
        assertThat(retention.baseUncertain()).isZero();
        assertThat(retention.series()).allSatisfy(point -> {
            assertThat(point.unknown() + point.unobserved() + point.inactive()).isZero();
            assertThat(point.uncertain()).isZero();
            assertThat(point.bounds().low()).isEqualTo(point.bounds().high());
        });
        assertThat(retention.end().staleness().carried()).isZero();
    }

    @Test
    void declines_over_the_years() {
        assertThat(retention.series().stream().map(point -> point.retained().count()))
                .containsExactly(100, 98, 96, 94, 91, 89, 87);
    }

    /** In 2020 nobody had been seen after 2019, so everybody is still counted where they were, and the answer says so. */
    @Test
    void says_how_many_are_only_carried_forward_when_nobody_had_looked_again() {
        var then = asKnownAt("2020-06-30");
        assertThat(then.end().retained().count()).isEqualTo(100);
        assertThat(then.end().staleness().carried()).isEqualTo(100);
    }

    private static Retention asKnownAt(String moment) {
        var view = ReferenceTimeline.with(UnaryOperator.identity()).apply(KnownAt.parse(moment));
        var population = new Population(
                new CohortId("neurips-2019"),
                List.of(Filter.parse("origin:CN")),
                Rules.standard(RegionMaps.reference()));
        return Retention.of(
                view,
                new Retention.Question(
                        population, Filter.parse("country:US"), Vantage.day("2019"), Vantage.day("2025")));
    }
}
