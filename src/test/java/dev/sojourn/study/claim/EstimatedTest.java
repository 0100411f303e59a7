package dev.sojourn.study.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.survival.KaplanMeier;
import dev.sojourn.analysis.survival.Risk;
import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.event.CareerEvent.Cause;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ten people; one goes in the first year and one is not seen again; of eight, two go and one retires in the third. */
@DisplayName("The estimates of a survival as exact fractions")
class EstimatedTest {
    private static final List<Risk> TABLE = List.of(
            new Risk(0, 10, 0, Map.of(), 0, 0),
            new Risk(1, 10, 1, Map.of(), 1, 0),
            new Risk(3, 8, 2, Map.of(Cause.RETIRED, 1), 0, 0),
            new Risk(4, 5, 3, Map.of(), 2, 0));

    private static String text(String read, Kind kind) {
        var estimates = KaplanMeier.of(TABLE);
        var from = LocalDate.parse("2019-12-31");
        var survival = new Survival(
                null,
                null,
                from,
                from.plusYears(4),
                Survival.Unit.YEARS,
                10,
                0,
                Staleness.NONE,
                0,
                TABLE,
                estimates,
                KaplanMeier.median(TABLE, estimates),
                0);
        var value = Estimated.of(survival, read, kind);
        return value.text() + " = " + value.exact().rounded(4);
    }

    @Test
    void are_products_of_what_is_left_each_time() {
        assertThat(text("share:0", Kind.RATE)).isEqualTo("1/1 = 1.0000");
        assertThat(text("share:1", Kind.SHARE)).isEqualTo("9/10 = 90.0000");
        assertThat(text("share:2", Kind.SHARE)).isEqualTo("9/10 = 90.0000"); // nothing happens in the second year
        assertThat(text("share:3", Kind.SHARE)).isEqualTo("27/40 = 67.5000"); // 9/10 * 6/8
        assertThat(text("still:3", Kind.SHARE)).isEqualTo("9/16 = 56.2500"); // 9/10 * 5/8
        assertThat(text("gone:3", Kind.RATE)).isEqualTo("13/40 = 0.3250"); // 1/10 + 9/10 * 2/8
        assertThat(text("share:4", Kind.RATE)).isEqualTo("27/100 = 0.2700"); // 27/40 * 2/5
        assertThat(text("median", Kind.COUNT)).isEqualTo("4 years = 4.0000");
    }

    @Test
    void are_those_of_the_analysis() {
        var last = KaplanMeier.of(TABLE).get(3);
        assertThat(text("share:4", Kind.RATE)).endsWith("%.4f".formatted(last.share()));
        assertThat(text("still:4", Kind.RATE)).endsWith("%.4f".formatted(last.still()));
        assertThat(text("gone:4", Kind.RATE)).endsWith("%.4f".formatted(last.gone()));
    }
}
