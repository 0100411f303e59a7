package dev.sojourn.store.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Recorded time as stored")
class MillisTest {

    @Test
    void is_read_as_it_was_written_over_thousands_of_years() {
        var random = new SplittableRandom(1);
        long year9999 = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
        for (int turn = 0; turn < 20_000; turn++) {
            var moment = Instant.ofEpochMilli(random.nextLong(-year9999 / 6, year9999));
            assertThat(Millis.parse(Millis.text(moment)))
                    .isEqualTo(moment)
                    .isEqualTo(Instant.parse(Millis.text(moment)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59.999Z",
                "2024-02-29T23:59:60.000Z",
                "2024-02-29T24:00:00.000Z",
                "2024-02-29T23:59:59Z",
                "2024-02-29T23:59:59.9999Z"
            })
    void is_whatever_java_takes_such_a_text_for(String text) {
        assertThat(Millis.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29T00:00:00.000Z",
                "2024-13-01T00:00:00.000Z",
                "2024-02-29 00:00:00.000Z",
                "2024-02-29T25:00:00.000Z",
                "2024-02-29T00:60:00.000Z",
                "2o24-02-29T00:00:00.000Z",
                ""
            })
    void is_refused_where_it_is_no_moment(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Millis.parse(text));
    }
}
