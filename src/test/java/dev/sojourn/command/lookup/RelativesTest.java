package dev.sojourn.command.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.command.lookup.Relatives.Merger;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Relatives of an institution")
class RelativesTest {

    @Test
    void are_read_as_they_were_written_whatever_the_ids() {
        var all = Relatives.NONE
                .withParent(LocalDate.MIN, new InstitutionId("a b"))
                .withParent(LocalDate.of(2020, 1, 1), null)
                .withParent(LocalDate.of(2021, 1, 1), new InstitutionId("-"))
                .withMerger(new Merger(new InstitutionId("c d"), PartialDate.parse("2022-03~")))
                .withClosing(PartialDate.parse("2023"));
        assertThat(Relatives.parse(all.text())).isEqualTo(all);
        var closed = Relatives.NONE.withClosing(PartialDate.parse("2023"));
        assertThat(Relatives.parse(closed.text())).isEqualTo(closed);
    }
}
