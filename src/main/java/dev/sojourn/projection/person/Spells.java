package dev.sojourn.projection.person;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.column.IntColumn;
import dev.sojourn.projection.column.Texts;
import dev.sojourn.projection.institution.Institutions;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** Each researcher's chain of spell rows, from the newest to the oldest. */
public final class Spells {

    final SpellTable table;
    /** Number of a researcher's newest row plus one; 0 where there is none, which is what a fresh column holds. */
    final IntColumn newest;

    private final Institutions institutions;

    private final Marked flagged;

    Spells(Institutions institutions, Marked flagged) {
        this(institutions, flagged, new SpellTable(), new IntColumn());
    }

    private Spells(Institutions institutions, Marked flagged, SpellTable table, IntColumn newest) {
        this.table = table;
        this.newest = newest;
        this.institutions = institutions;
        this.flagged = flagged;
    }

    /** One more event of a spell: the belief before it is closed, the one after it opened. */
    void changed(int researcher, SpellEvent event, int position) {
        int row = current(researcher, event.spell());
        believe(researcher, event.spell(), row, SpellBelief.after(belief(row), event), position);
    }

    /** Writes the spells of so many researchers as they were at a position. */
    void save(SnapshotOut out, int researchers, int position) {
        table.save(out, position);
        table.savePages(out, researchers, researcher -> newestBy(researcher, position));
        out.numbers(researchers, researcher -> 1 + newestBy(researcher, position));
    }

    /** Reads what was saved, in the place of nothing. */
    void load(SnapshotIn in) {
        table.load(in);
        newest.load(in);
    }

    private int newestBy(int researcher, int position) {
        int row = newest.get(researcher) - 1;
        while (row >= 0 && table.from.get(row) > position) {
            row = table.previous.get(row) - 1;
        }
        return row;
    }

    /** After an undo: what reads otherwise, folded from the events that count, is closed and opened anew. */
    void refold(int researcher, List<Recorded> counting, int position) {
        var after = new HashMap<SpellId, SpellBelief>();
        for (int row = newest.get(researcher) - 1; row >= 0; row = table.previous.get(row) - 1) {
            after.put(table.id(row), null);
        }
        for (var recorded : counting) {
            if (recorded.event() instanceof SpellEvent event) {
                after.put(event.spell(), SpellBelief.after(after.get(event.spell()), event));
            }
        }
        after.forEach((spell, belief) -> {
            int row = current(researcher, spell);
            if (!Objects.equals(belief(row), belief)) {
                believe(researcher, spell, row, belief, position);
            }
        });
    }

    private void believe(int researcher, SpellId spell, int row, SpellBelief after, int position) {
        if (row >= 0) {
            table.to.set(row, position);
        }
        if (after != null) {
            int where = institutions.number(after.claim().institution());
            if (!after.claim().flags().isEmpty()) {
                flagged.add(researcher);
            }
            int id = row >= 0 ? table.spell.get(row) : table.ids.add(Texts.bytes(spell.value()));
            newest.set(researcher, 1 + table.add(researcher, id, where, after, position, newest.get(researcher)));
        }
    }

    private int current(int researcher, SpellId spell) {
        int first = newest.get(researcher) - 1;
        byte[] id = first < 0 ? null : Texts.bytes(spell.value());
        for (int row = first; row >= 0; row = table.previous.get(row) - 1) {
            if (table.to.get(row) == SpellTable.OPEN && table.ids.is(table.spell.get(row), id)) {
                return row;
            }
        }
        return -1;
    }

    private SpellBelief belief(int row) {
        return row < 0 ? null : table.belief(row, institutions.id(table.institution.get(row)));
    }

    /** The same chains for another writer. */
    Spells fork(Institutions theirs, Marked theirFlagged) {
        return new Spells(theirs, theirFlagged, table.fork(), newest.fork());
    }
}
