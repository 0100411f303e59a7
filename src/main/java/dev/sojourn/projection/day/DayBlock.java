package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.person.SpellRows;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the researchers of one block are on one day, as believed at one position: the deciding row of each, and the codes
 * that were asked for. Immutable, but for codes being remembered.
 */
final class DayBlock {

    private static final int MOST_CODINGS = 8;

    /** A block with less than one in so many of its people asked about has few. */
    private static final int FEW = 4;

    final int position;
    private final int[] rows;
    private final Decided told; // null if codes are kept
    private volatile Map<Coding, CodeColumn> coded = Map.of();

    /** A block that is kept for other questions, with the codes they ask for. */
    DayBlock(int position, int[] rows) {
        this.position = position;
        this.rows = rows;
        this.told = null;
    }

    /** A block for one question. */
    DayBlock(int position, Decided told) {
        this.position = position;
        this.rows = told.rows();
        this.told = told;
    }

    /** The deciding rows; not to be written to. */
    int[] rows() {
        return rows;
    }

    /** As {@link Decided#institutions}, by place; null if they are not at hand. Not to be written to. */
    int[] institutions() {
        return told == null ? null : told.institutions();
    }

    /** The codes of some researchers, side by side; {@code places} null for all. */
    void codes(Coding coding, SpellRows spells, int[] places, int size, int[] into) {
        int[] byInstitution = coding.byInstitution();
        boolean few = size < Block.SIZE / FEW && !coded.containsKey(coding);
        if (told == null && !few && coding.size() <= CodeColumn.MOST) {
            codes(coding, spells).gather(places, size, into);
        } else if (told != null && coding == Proof.OBSERVED) {
            gather(told.observed(), places, size, into);
        } else if (told != null && byInstitution != null) {
            gather(told.institutions(), places, size, into);
            for (int at = 0; at < size; at++) {
                into[at] = byInstitution[into[at]];
            }
        } else {
            gather(rows, places, size, into);
            coding.codes(spells, into, size, into);
        }
    }

    private static void gather(int[] column, int[] places, int size, int[] into) {
        for (int at = 0; at < size; at++) {
            into[at] = column[places == null ? at : places[at]];
        }
    }

    private static void gather(char[] column, int[] places, int size, int[] into) {
        for (int at = 0; at < size; at++) {
            into[at] = column[places == null ? at : places[at]];
        }
    }

    private CodeColumn codes(Coding coding, SpellRows spells) {
        var codes = coded.get(coding);
        if (codes == null) {
            int[] all = new int[Block.SIZE];
            coding.codes(spells, rows, all.length, all);
            codes = CodeColumn.of(all, coding.size());
            // Those of earlier states of institutions are never asked for again.
            var more = coded.size() < MOST_CODINGS ? new HashMap<>(coded) : new HashMap<Coding, CodeColumn>();
            more.put(coding, codes);
            coded = more; // two threads may both do it; one of the two results is forgotten
        }
        return codes;
    }

    /** The same at another position, where only some researchers can have another row. */
    DayBlock with(int another, int[] researchers, int[] theirRows, SpellRows spells) {
        int[] changed = rows.clone();
        for (int at = 0; at < researchers.length; at++) {
            changed[researchers[at] & Block.MASK] = theirRows[at];
        }
        var copy = new DayBlock(another, changed);
        var codes = new HashMap<Coding, CodeColumn>();
        coded.forEach((coding, before) -> {
            var after = before.copy();
            for (int researcher : researchers) {
                int at = researcher & Block.MASK;
                after.set(at, coding.codeOf(spells, changed[at]));
            }
            codes.put(coding, after);
        });
        copy.coded = codes;
        return copy;
    }

    /** The same for others, who remember codes of their own. */
    DayBlock copy() {
        var copy = new DayBlock(position, rows);
        copy.coded = coded;
        return copy;
    }

    /** Bytes it takes. */
    long bytes() {
        return 4L * Block.SIZE
                + coded.values().stream().mapToLong(CodeColumn::bytes).sum();
    }
}
