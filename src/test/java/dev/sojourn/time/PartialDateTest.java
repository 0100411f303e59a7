package dev.sojourn.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sojourn.time.PartialDate.Qualifier;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A date as written")
class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2023,        2023-01-01, 2023-12-31",
        "2023-02,     2023-02-01, 2023-02-28",
        "2024-02,     2024-02-01, 2024-02-29",
        "2023-05-17,  2023-05-17, 2023-05-17",
        "2023~,       2023-01-01, 2023-12-31",
        "2023-05?,    2023-05-01, 2023-05-31",
        "0001,        0001-01-01, 0001-12-31",
        "9999-12-31~, 9999-12-31, 9999-12-31",
    })
    void stands_for_all_its_days_and_a_mark_does_not_widen_it(String written, LocalDate earliest, LocalDate latest) {
        var date = PartialDate.parse(written);

        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
        assertThat(date).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-29, there is no day 29 in 2023-02",
        "1900-02-29, there is no day 29 in 1900-02",
        "2023-04-31, there is no day 31 in 2023-04",
        "2023-13,    month 13 is not one of 01 to 12",
        "2023-00,    00 is no month or day",
        "2023-05-00, 00 is no month or day",
        "0000,       year 0 is outside 0001 to 9999",
        "202X,       EDTF beyond level 0",
        "2023-XX,    EDTF beyond level 0",
        "2019/2023,  EDTF beyond level 0",
        "2019..2023, EDTF beyond level 0",
        "2023%,      % is not accepted",
        "2023?~,     write 2023",
        "~2023,      write 2023",
        "2023-5,     write 2023",
        "23,         write 2023",
        "20230517,   write 2023",
        "17.05.2023, write 2023",
        "-2023,      write 2023",
        "12023,      write 2023",
        "'2023 ',    write 2023",
        "'',         write 2023",
    })
    void is_refused_with_the_reason_where_no_calendar_or_no_level_0_has_it(String written, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.parse(written))
                .withMessageStartingWith("\"" + written + "\"")
                .withMessageContaining(reason);
    }

    @Test
    void cannot_have_a_day_without_a_month() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PartialDate(2023, 0, 17, Qualifier.NONE))
                .withMessage("there is no day 17 in a year alone");
        assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate(2023, -1, 0, Qualifier.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate(2023, 5, -1, Qualifier.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate(10_000, 0, 0, Qualifier.NONE));
    }

    @Test
    void is_qualified_if_its_author_was_not_sure() {
        assertThat(PartialDate.parse("2023~").qualified()).isTrue();
        assertThat(PartialDate.parse("2023-05-17?").qualified()).isTrue();
        assertThat(PartialDate.parse("2023").qualified()).isFalse();
        assertThat(PartialDate.parse("2023~")).isNotEqualTo(PartialDate.parse("2023?"));
    }
}
