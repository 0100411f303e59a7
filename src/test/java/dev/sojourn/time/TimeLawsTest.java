package dev.sojourn.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.ValueArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Any date, or range of dates,")
class TimeLawsTest {

    @Provide
    Arbitrary<PartialDate> dates() {
        return ValueArbitraries.dates();
    }

    @Property
    void is_read_back_from_its_own_text(@ForAll("dates") PartialDate date) {
        assertThat(PartialDate.parse(date.toString())).isEqualTo(date);
    }

    @Property
    void begins_no_later_than_it_ends_and_stays_within_its_year(@ForAll("dates") PartialDate date) {
        assertThat(date.earliest()).isBeforeOrEqualTo(date.latest());
        assertThat(date.earliest().getYear()).isEqualTo(date.year());
        assertThat(date.latest().getYear()).isEqualTo(date.year());
    }

    @Property
    void known_to_the_day_is_that_day(@ForAll("dates") PartialDate date) {
        var day = PartialDate.of(date.earliest());

        assertThat(day.earliest()).isEqualTo(date.earliest());
        assertThat(day.latest()).isEqualTo(date.earliest());
    }

    @Provide
    Arbitrary<ValidTime> times() {
        return ValueArbitraries.validTimes();
    }

    @Property
    void covers_its_first_day_unless_it_holds_on_none_and_never_its_end(@ForAll("times") ValidTime time) {
        if (time.end() != null) {
            assertThat(time.covers(time.end().earliest())).isFalse();
        }
        if (time.start() != null) {
            var first = time.start().earliest();
            assertThat(time.covers(first))
                    .isEqualTo(time.end() == null || first.isBefore(time.end().earliest()));
            assertThat(time.covers(first.minusDays(1))).isFalse();
        }
    }

    @Property
    void overlaps_another_exactly_if_some_start_of_the_two_is_covered_by_both(
            @ForAll("times") ValidTime one, @ForAll("times") ValidTime other) {
        Assume.that(one.start() != null && other.start() != null);
        var first = one.start().earliest();
        var second = other.start().earliest();

        assertThat(one.overlaps(other))
                .isEqualTo((one.covers(first) && other.covers(first)) || (one.covers(second) && other.covers(second)));
        assertThat(one.overlaps(other)).isEqualTo(other.overlaps(one));
    }
}
