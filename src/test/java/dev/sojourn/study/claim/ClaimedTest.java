package dev.sojourn.study.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A claimed number")
class ClaimedTest {

    /** 29 of 200 are 14.5 %, 100 of 179 are 55.866 %, 1 of 3 is 33.333 %. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            share | 15 %               | 29/200  | true  | rounded half up
            share | 14 %               | 29/200  | false | not to even
            share | 14.5 %             | 29/200  | true  | as precise as it is written
            share | 14.50 per cent     | 29/200  | true  | places count
            share | 55.9 %             | 100/179 | true  | one place
            share | 55.8 %             | 100/179 | false | one place, the wrong one
            share | at least 33 %      | 1/3     | true  | the exact one is compared
            share | at least 33.4 %    | 1/3     | false | the exact one is compared
            share | more than 50 %     | 1/2     | false | half is not more than half
            share | most               | 1/2     | false | half is not most
            share | most               | 51/100  | true  | more than half
            share | at most 50 %       | 1/2     | true  | both ends belong
            share | up to 49 %         | 1/2     | false | not beyond
            share | close to 50 %      | 379/800 | true  | 47.4 is within 45 to 55
            share | about 53 %         | 1/2     | false | 50 is not within 52 to 54
            share | about 53 %         | 52/100  | true  | 52 is
            share | nearly 50 %        | 51/100  | false | not above
            share | almost 50 %        | 47/100  | true  | below, and near
            share | 10 to 12 %         | 12/100  | true  | both ends belong
            share | between 10 and 12 %| 13/100  | false | outside
            rate  | 0.87               | 87/100  | true  | a fraction of 1
            rate  | 0.9                | 87/100  | true  | one place
            rate  | 0.88               | 87/100  | false | two places
            """)
    void is_right_as_far_as_it_says(String kind, String written, String share, boolean right, String why) {
        var parts = share.split("/", -1);
        var claimed = Claimed.parse(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), written);
        var value = Value.share(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), claimed.kind());
        assertThat(claimed.holds(value.exact())).as(why).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count      | 87              | 87  | true  | 87
            count      | about 100       | 110 | true  | 110
            count      | about 100       | 111 | false | 111
            count      | fewer than 3    | 3   | false | 3
            difference | down 3          | -3  | true  | down 3
            difference | -3              | -3  | true  | -3
            difference | down 3          | 3   | false | up 3
            difference | up at least 3   | 4   | true  | up 4
            points     | down 11 points  | -11 | true  | down 11 points
            points     | down 13 points  | -11 | false | down 11 points
            points     | down more than 10 | -11 | true | down 11 points
            points     | down 1 point    | 0   | false | 0 points
            """)
    void is_written_again_with_another_number(String kind, String written, long exact, boolean right, String again) {
        var claimed = Claimed.parse(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), written);
        assertThat(claimed.holds(Fraction.of(exact, 1))).isEqualTo(right);
        assertThat(claimed.written(Fraction.of(exact, 1))).isEqualTo(again);
    }

    /** What fell by ten and a half fell by eleven, as what rose by it rose by eleven. */
    @Test
    void rounds_halves_away_from_zero() {
        var claimed = Claimed.parse(Kind.POINTS, "down 11 points");
        assertThat(claimed.holds(Fraction.of(-21, 2))).isTrue();
        assertThat(Claimed.parse(Kind.POINTS, "up 11 points").holds(Fraction.of(21, 2)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count  | eighty      | is no count
            count  | 8.5         | is no number of people
            count  | 87 %        | is no count
            count  | most        | is no count
            rate   | 87 %        | is no rate
            points | 13 %        | is no points
            share  | perhaps 5 % | is no share
            count  | down 3      | is no count
            """)
    void is_refused_if_it_cannot_be_understood(String kind, String written, String message) {
        assertThatThrownBy(() -> Claimed.parse(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
