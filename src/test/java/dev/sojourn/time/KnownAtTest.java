package dev.sojourn.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sojourn.time.KnownAt.AtInstant;
import dev.sojourn.time.KnownAt.AtPosition;
import dev.sojourn.time.KnownAt.AtRelease;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A moment of knowledge")
class KnownAtTest {

    @Test
    void is_written_in_five_ways() {
        assertThat(KnownAt.parse("now")).isEqualTo(KnownAt.NOW);
        assertThat(KnownAt.parse("position:0")).isEqualTo(new AtPosition(0));
        assertThat(KnownAt.parse("position:4711")).isEqualTo(new AtPosition(4711));
        assertThat(KnownAt.parse("release:tracker-1.0")).isEqualTo(new AtRelease("tracker-1.0"));
        assertThat(KnownAt.parse("2025-12-03T09:30:00Z"))
                .isEqualTo(new AtInstant(Instant.parse("2025-12-03T09:30:00Z")));
    }

    @Test
    void given_as_a_day_is_the_last_millisecond_of_it_in_utc() {
        assertThat(KnownAt.parse("2025-12-03")).isEqualTo(new AtInstant(Instant.parse("2025-12-03T23:59:59.999Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NOW",
                "2025",
                "2025-12",
                "2025-02-30",
                "2025-12-03T09:30:00",
                "position:",
                "position:x",
                "release:",
                "4711",
                "position:1.5"
            })
    void in_any_other_form_is_refused_with_the_forms(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KnownAt.parse(written))
                .withMessageStartingWith("\"" + written + "\" is no moment of knowledge: write now, an instant");
    }

    @Test
    void is_not_before_the_empty_ledger() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KnownAt.parse("position:-1"))
                .withMessage("position:-1 is before the first event");
    }
}
