package dev.sojourn.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values are those of table II of Newcombe (1998), method 10. */
@DisplayName("The difference of two shares")
class ShareDifferenceTest {
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000",
        "5, 56, 0, 29, -0.0381, 0.1926"
    })
    void has_newcombes_interval(int count, int base, int count2, int base2, double low, double high) {
        var interval = new ShareDifference(new Share(count, base), new Share(count2, base2)).newcombe();
        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void turns_round_with_the_samples() {
        var one = new ShareDifference(new Share(56, 70), new Share(48, 80));
        var other = new ShareDifference(new Share(48, 80), new Share(56, 70));
        assertThat(one.value()).isCloseTo(0.2, within(1e-12)); // 56/70 = 0.8, 48/80 = 0.6
        assertThat(other.value()).isCloseTo(-0.2, within(1e-12));
        assertThat(other.newcombe().low()).isCloseTo(-one.newcombe().high(), within(1e-12));
        assertThat(other.newcombe().high()).isCloseTo(-one.newcombe().low(), within(1e-12));
    }

    @Test
    void is_none_where_a_share_is_none() {
        var difference = new ShareDifference(new Share(0, 0), new Share(48, 80));
        assertThat(difference.value()).isNull();
        assertThat(difference.newcombe()).isNull();
    }
}
