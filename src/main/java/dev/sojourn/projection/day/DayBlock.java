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

    /** Codes are kept as chars: half the memory, and all that the attributes need, but for very many institutions. */
    private static final int MOST_CODES = 1 << 16;

    private static final int MOST_CODINGS = 8;

    /** A block with less than one in so many of its people asked about has few. */
    private static final int FEW = 4;

    final int position;
    private final int[] rows;
    private final boolean kept;
    private volatile Map<Coding, char[]> coded = Map.of();

    /** A block; of one that is not kept for other questions the codes are not, either. */
    DayBlock(int position, int[] rows, boolean kept) {
        this.position = position;
        this.kept = kept;
        this.rows = rows;
    }

    /** The deciding rows; not to be written to. */
    int[] rows() {
        return rows;
    }

    /** The codes of some researchers, side by side; {@code places} null for all. */
    void codes(Coding coding, SpellRows spells, int[] places, int size, int[] into) {
        boolean few = size < Block.SIZE / FEW && !coded.containsKey(coding);
        char[] codes = !kept || few || coding.size() > MOST_CODES ? null : codes(coding, spells);
        for (int at = 0; at < size; at++) {
            int place = places == null ? at : places[at];
            into[at] = codes == null ? rows[place] : codes[place];
        }
        if (codes == null) {
            coding.codes(spells, into, size, into);
        }
    }

    private char[] codes(Coding coding, SpellRows spells) {
        char[] codes = coded.get(coding);
        if (codes == null) {
            int[] all = new int[Block.SIZE];
            coding.codes(spells, rows, all.length, all);
            codes = new char[Block.SIZE];
            for (int place = 0; place < codes.length; place++) {
                codes[place] = (char) all[place];
            }
            // Those of earlier states of institutions are never asked for again.
            var more = coded.size() < MOST_CODINGS ? new HashMap<>(coded) : new HashMap<Coding, char[]>();
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
        var copy = new DayBlock(another, changed, kept);
        var codes = new HashMap<Coding, char[]>();
        coded.forEach((coding, before) -> {
            char[] after = before.clone();
            for (int researcher : researchers) {
                int at = researcher & Block.MASK;
                after[at] = (char) coding.codeOf(spells, changed[at]);
            }
            codes.put(coding, after);
        });
        copy.coded = codes;
        return copy;
    }

    /** The same for others, who remember codes of their own. */
    DayBlock copy() {
        var copy = new DayBlock(position, rows, kept);
        copy.coded = coded;
        return copy;
    }

    /** Bytes it takes. */
    long bytes() {
        return (4L + 2L * coded.size()) * Block.SIZE;
    }
}
