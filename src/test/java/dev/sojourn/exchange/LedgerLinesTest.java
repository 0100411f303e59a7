package dev.sojourn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.event.CohortEvent.CohortFrozen;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.exchange.LedgerLines.Line;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ledger as JSON lines")
class LedgerLinesTest {

    private static final Line FROZEN = new Line(
            Instant.parse("2020-06-15T09:00:00Z"),
            "curator",
            "c-1",
            null,
            null,
            null,
            new CohortFrozen(new CohortId("neurips-2019"), Remarks.because("published")));

    private static final String TEXT =
            "{\"recorded\":\"2020-06-15T09:00:00.000Z\",\"actor\":\"curator\",\"commandId\":\"c-1\","
                    + "\"type\":\"CohortFrozen\",\"revision\":\"1\","
                    + "\"event\":{\"cohort\":\"neurips-2019\",\"personal\":{\"reason\":\"published\"}}}";

    @Test
    void has_one_event_a_line_with_milliseconds_and_without_what_is_absent() {
        assertThat(LedgerLines.format(FROZEN)).isEqualTo(TEXT);
    }

    @Test
    void reads_back_what_it_wrote_also_with_all_that_is_optional() {
        var whole = new Line(FROZEN.recorded(), "curator", "c-1", "import-1", "fingerprint", 7L, FROZEN.event());

        assertThat(LedgerLines.parse(TEXT)).isEqualTo(FROZEN);
        assertThat(LedgerLines.parse(LedgerLines.format(whole))).isEqualTo(whole);
    }

    @Test
    void skips_empty_lines_and_names_file_and_line_of_what_is_no_event() {
        var read = new ArrayList<Line>();
        var file = TEXT + "\n\n" + TEXT.replace("CohortFrozen", "CohortMelted") + "\n";

        assertThatThrownBy(() -> LedgerLines.read("a.jsonl", new StringReader(file), read::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a.jsonl:3: ")
                .hasMessageContaining("CohortMelted");
        assertThat(read).containsExactly(FROZEN);
    }

    @Test
    void refuses_fields_that_are_missing_or_unknown() {
        assertThatThrownBy(() -> LedgerLines.parse(TEXT.replace("\"actor\":\"curator\",", "")))
                .hasMessage("the line has no actor");
        assertThatThrownBy(() -> LedgerLines.parse(TEXT.replace("T09:00:00.000Z", "")))
                .hasMessageContaining("is no moment");
        assertThatThrownBy(() -> LedgerLines.parse(TEXT.replace("\"reason\"", "\"raeson\"")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("raeson");
    }
}
