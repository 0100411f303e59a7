package dev.sojourn.api.read;

import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.exchange.answer.RecordTable;
import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.person.SpellRows;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A spell as believed at a moment.
 *
 * @param institutionName by which to show the institution; null if it is not registered
 * @param kind null where nobody said, which counts as PRIMARY
 * @param start as written, null if not known
 * @param end first day no longer there, as written; null if it is not known to have ended
 * @param workplace country of the desk, null where it is not known to differ from the headquarters
 * @param observedOn the latest day at which anything showed it true, or null
 * @param believedFrom position of the event from which it is believed so
 */
public record SpellForm(
        SpellId spell,
        InstitutionId institution,
        String institutionName,
        Role role,
        Kind kind,
        PartialDate start,
        PartialDate end,
        String workplace,
        List<Flag> flags,
        LocalDate observedOn,
        long believedFrom) {
    /** All spells of a person. */
    public record Spells(ResearcherId researcher, KnownForm knownAt, List<SpellForm> items) implements Tabular {
        @Override
        public List<String> columns() {
            return RecordTable.of(SpellForm.class, items).columns();
        }

        @Override
        public List<List<Object>> rows() {
            return RecordTable.of(SpellForm.class, items).rows();
        }

        static Spells of(View view, int researcher) {
            return new Spells(
                    view.researcher(researcher),
                    KnownForm.of(view),
                    Arrays.stream(view.states().spells(researcher))
                            .mapToObj(row -> SpellForm.of(view, row))
                            .toList());
        }
    }

    static SpellForm of(View view, int row) {
        var rows = view.spells();
        var profile = view.profile(rows.institution(row));
        return new SpellForm(
                rows.spell(row),
                rows.institutionId(row),
                profile == null ? null : profile.names().first(),
                rows.role(row),
                rows.kind(row),
                rows.start(row),
                rows.end(row),
                rows.workplace(row) == Country.UNKNOWN ? null : Country.code(rows.workplace(row)),
                Arrays.stream(Flag.values()).filter(flag -> rows.has(row, flag)).toList(),
                rows.observed(row) == SpellRows.NEVER ? null : LocalDate.ofEpochDay(rows.observed(row)),
                rows.believedFrom(row));
    }
}
