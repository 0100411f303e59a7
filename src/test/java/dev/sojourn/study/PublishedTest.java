package dev.sojourn.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.analysis.Share;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A published value")
class PublishedTest {

    @Test
    void given_as_a_range_holds_from_its_least_to_its_most() {
        var range = new Published(null, null, 21, 40);
        assertThat(IntStream.of(20, 21, 40, 41).mapToObj(count -> range.holds(Measured.count(count))))
                .containsExactly(false, true, true, false);
    }

    /** 25 of 200 are 12.5 %; 12449 of 100000 are 12.449 %, which rounded twice would be 12.45, 12.5 and 13. */
    @Test
    void in_per_cents_is_rounded_half_up_and_once() {
        assertThat(percent(13).holds(Measured.share(new Share(25, 200)))).isTrue();
        assertThat(percent(12).holds(Measured.share(new Share(12_449, 100_000))))
                .isTrue();
    }

    @Test
    void in_per_cents_never_holds_over_nobody_or_of_a_bare_count() {
        assertThat(percent(0).holds(Measured.share(new Share(0, 0)))).isFalse();
        assertThat(percent(12).holds(Measured.count(12))).isFalse();
    }

    @Test
    void is_of_one_kind() {
        assertThatThrownBy(() -> new Published("8", 8, null, null)).hasMessageContaining("needs one of");
        assertThatThrownBy(() -> new Published(null, null, null, null)).hasMessageContaining("needs one of");
    }

    private static Published percent(int percent) {
        return new Published(null, percent, null, null);
    }
}
