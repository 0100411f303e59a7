package dev.sojourn.api.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.View;
import dev.sojourn.study.search.Candidates;
import dev.sojourn.study.search.Likeness;
import java.math.BigDecimal;
import java.util.List;

/**
 * Two who may be one person.
 *
 * @param names of the researcher, by script; null where nobody may be named
 * @param otherNames those of the other
 * @param reasons why to look, the weightiest first; {@code CLASHING_IDENTIFIERS} speaks against it
 * @param effect how far the figure asked about could move by either of them, in percentage points, of a count in people;
 *     absent if none was
 */
public record DuplicateForm(
        ResearcherId researcher,
        Names names,
        ResearcherId other,
        Names otherNames,
        List<Likeness> reasons,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal effect) {
    static DuplicateForm of(View view, Candidates pair, BigDecimal effect) {
        return new DuplicateForm(
                view.researcher(pair.one()),
                view.names(pair.one()),
                view.researcher(pair.other()),
                view.names(pair.other()),
                pair.reasons(),
                effect);
    }
}
