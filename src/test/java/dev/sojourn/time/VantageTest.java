package dev.sojourn.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The day of a question")
class VantageTest {

    @ParameterizedTest
    @CsvSource({"2019, 2019-12-31", "2019-06, 2019-06-30", "2020-02, 2020-02-29", "2019-06-15, 2019-06-15"})
    void is_the_last_one_of_what_was_written(String written, String day) {
        assertThat(Vantage.day(written)).hasToString(day);
    }

    @Test
    void is_never_a_matter_of_doubt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vantage.day("2019~"))
                .withMessage("\"2019~\": a question's day cannot be approximate or uncertain");
        assertThatIllegalArgumentException().isThrownBy(() -> Vantage.day("last year"));
    }
}
