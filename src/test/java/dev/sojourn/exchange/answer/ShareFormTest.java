package dev.sojourn.exchange.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A fraction in an answer")
class ShareFormTest {
    @Test
    void is_rounded_half_up_to_four_decimals_as_it_is_written() {
        assertThat(ShareForm.round(0.12345).toString()).isEqualTo("0.1235"); // as a double a little less
        assertThat(ShareForm.round(0.12344999).toString()).isEqualTo("0.1234");
        assertThat(ShareForm.round(-0.12345).toString()).isEqualTo("-0.1235");
        assertThat(ShareForm.round(0.5).toString()).isEqualTo("0.5");
        assertThat(ShareForm.round(10).toString()).isEqualTo("10");
        assertThat(ShareForm.round(0.00004).toString()).isEqualTo("0");
        assertThat(ShareForm.round(1e12 + 0.25).toString()).isEqualTo("1000000000000.25");
    }

    @Test
    void is_the_same_however_it_is_rounded() {
        var random = new Random(4);
        DoubleStream.concat(
                        random.doubles(20_000), // the middles of two units, and the doubles beside them
                        random.ints(20_000, -10_000, 10_001).mapToDouble(units -> (units + 0.5) / 10_000))
                .flatMap(value -> DoubleStream.of(value, Math.nextUp(value), Math.nextDown(value), value * 1e6))
                .forEach(value -> assertThat(ShareForm.round(value))
                        .as("%s", value)
                        .isEqualByComparingTo(BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP)));
    }
}
