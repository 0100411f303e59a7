package dev.sojourn.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A share")
class ShareTest {

    /**
     * p = 0.87, n = 100, z = 1.959964: centre (p + z²/2n) / (1 + z²/n) = 0.889207 / 1.038415 = 0.856313, half width
     * z √(p(1-p)/n + z²/4n²) / (1 + z²/n) = 0.068656 / 1.038415 = 0.066116.
     */
    @Test
    void has_the_interval_of_wilson() {
        var interval = new Share(87, 100).wilson();
        assertThat(interval.low()).isCloseTo(0.7902, within(0.00005));
        assertThat(interval.high()).isCloseTo(0.9224, within(0.00005));
    }

    @Test
    void of_none_is_no_number() {
        var none = new Share(0, 0);
        assertThat(none.value()).isNull();
        assertThat(none.percent()).isNull();
        assertThat(none.wilson()).isNull();
    }

    @Test
    void is_rounded_half_up_to_whole_per_cents() {
        assertThat(new Share(1, 8).percent()).isEqualTo(13); // 12.5 %
        assertThat(new Share(17, 40).percent()).isEqualTo(43); // 42.5 %
        assertThat(new Share(1, 3).percent()).isEqualTo(33);
    }

    /** 12 499 of 100 000 are 12.499 %: to four decimals 0.1250, from which rounding again would make 13 %. */
    @Test
    void is_never_rounded_twice() {
        var share = new Share(12_499, 100_000);
        assertThat(share.value()).isEqualByComparingTo(new BigDecimal("0.1250"));
        assertThat(share.percent()).isEqualTo(12);
    }
}
