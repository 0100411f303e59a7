package dev.sojourn.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.projection.column.PackedDate;
import dev.sojourn.time.PartialDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every date that can be written survives packing. */
class PackedDateTest {

    @Property
    void a_packed_date_reads_back_as_written(
            @ForAll @IntRange(min = 1, max = 9999) int year,
            @ForAll @IntRange(min = 0, max = 12) int month,
            @ForAll @IntRange(min = 0, max = 28) int day,
            @ForAll PartialDate.Qualifier qualifier) {
        var date = new PartialDate(year, month, month == 0 ? 0 : day, qualifier);
        int packed = PackedDate.day(date);
        int form = PackedDate.form(date);

        assertThat(PackedDate.unpack(packed, form)).isEqualTo(date);
        assertThat(packed).isEqualTo((int) date.earliest().toEpochDay());
        assertThat(PackedDate.latest(packed, form))
                .isEqualTo((int) date.latest().toEpochDay());
    }
}
