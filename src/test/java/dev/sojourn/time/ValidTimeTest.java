package dev.sojourn.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Valid time")
class ValidTimeTest {

    @Test
    void includes_the_earliest_day_of_its_start_and_excludes_that_of_its_end() {
        var stay = between("2019", "2023");

        assertThat(stay.covers(LocalDate.parse("2018-12-31"))).isFalse();
        assertThat(stay.covers(LocalDate.parse("2019-01-01"))).isTrue();
        assertThat(stay.covers(LocalDate.parse("2022-12-31"))).isTrue();
        assertThat(stay.covers(LocalDate.parse("2023-01-01"))).isFalse();
    }

    @Test
    void without_an_end_is_not_known_to_have_ended_and_without_a_start_never_counts() {
        assertThat(between("2019", null).covers(LocalDate.parse("9999-12-31"))).isTrue();
        assertThat(between(null, "2023").covers(LocalDate.parse("2020-01-01"))).isFalse();
        assertThat(between(null, null).covers(LocalDate.parse("2020-01-01"))).isFalse();
    }

    @Test
    void in_equal_years_holds_on_no_day_but_may_be_right() {
        assertThat(between("2019", "2019").covers(LocalDate.parse("2019-01-01")))
                .isFalse();
        assertThat(between("2019-12", "2019").covers(LocalDate.parse("2019-12-01")))
                .isFalse();
        assertThat(between("2019", "2019").overlaps(between("2018", null))).isFalse();
    }

    @Test
    void cannot_end_certainly_before_it_starts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> between("2020", "2019-12-31"))
                .withMessage("ends in 2019-12-31, certainly before its start in 2020");
        assertThat(between("2020", "2020-01-01")).hasToString("[2020, 2020-01-01)");
    }

    @Test
    void meets_its_neighbour_without_overlapping_it() {
        var before = between("2017", "2019");
        var after = between("2019", null);

        assertThat(before.overlaps(after)).isFalse();
        assertThat(after.overlaps(before)).isFalse();
        assertThat(between("2018", "2020").overlaps(before)).isTrue();
        assertThat(between(null, "2020").overlaps(before)).isFalse();
    }

    @Test
    void shows_what_is_not_known_as_two_dots() {
        assertThat(between("2019", null)).hasToString("[2019, ..)");
        assertThat(between(null, "2023-05~")).hasToString("[.., 2023-05~)");
    }

    private static ValidTime between(String start, String end) {
        return new ValidTime(
                start == null ? null : PartialDate.parse(start), end == null ? null : PartialDate.parse(end));
    }
}
