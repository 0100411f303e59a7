package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.person.Researchers;
import dev.sojourn.projection.person.SpellRows;
import dev.sojourn.projection.person.States;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Where everybody is on one day, as believed at one position, block by block; each block is worked out when it is first
 * asked for, by whichever thread asks.
 */
public final class DayStates {

    private final Planes planes;
    private final Researchers researchers;
    private final SpellRows spells;
    private final States states;
    private final int known;
    private final int position;
    private final int day;
    private final boolean latest;
    private final AtomicReferenceArray<DayBlock> blocks;

    /**
     * A day.
     *
     * @param known how many researchers there are
     * @param latest whether the position was the last one when asked, so that what is worked out is worth keeping
     */
    public DayStates(
            Planes planes,
            Researchers researchers,
            SpellRows spells,
            States states,
            int known,
            int position,
            int day,
            boolean latest) {
        this.planes = planes;
        this.researchers = researchers;
        this.spells = spells;
        this.states = states;
        this.known = known;
        this.position = position;
        this.day = day;
        this.latest = latest;
        this.blocks = new AtomicReferenceArray<>(Block.count(known));
    }

    /** The deciding rows of a block, by place in it, or the states without one; not to be written to. */
    public int[] rows(int block) {
        return block(block).rows();
    }

    /** The codes of some researchers of a block, side by side; {@code places} null for all. */
    public void codes(int block, Coding coding, int[] places, int size, int[] into) {
        block(block).codes(coding, spells, places, size, into);
    }

    /** What coarse dates of spells and careers leave open about a block. */
    public OpenDates open(int number) {
        var open = new OpenDates(day);
        var plane = planes.spells(number, known, researchers, spells, states, position);
        plane.spells().open(Math.min(position, plane.spells().position()), spells, open);
        for (int researcher : plane.changed()) {
            open.several(researcher & Block.MASK);
        }
        for (int researcher : researchers.apart.of(number)) {
            open.several(researcher & Block.MASK);
        }
        return open;
    }

    private DayBlock block(int number) {
        var block = blocks.get(number);
        if (block == null) {
            var kept = planes.of(day);
            var found = kept.get(number);
            block = found == null ? null : brought(found, number);
            if (block == null) {
                block = fresh(number);
            }
            if (latest) {
                kept.merge(number, block, (one, other) -> one.position > other.position ? one : other);
            }
            blocks.set(number, block);
        }
        return block;
    }

    /** Brought here from another position; null if too much has happened between. */
    private DayBlock brought(DayBlock block, int number) {
        int[] changed = researchers.changes(number).between(block.position, position);
        if (changed == null) {
            return null;
        }
        if (changed.length == 0) {
            return block;
        }
        int[] rows = Arrays.stream(changed)
                .map(researcher -> states.deciding(researcher, day))
                .toArray();
        return block.with(position, changed, rows, spells);
    }

    private DayBlock fresh(int number) {
        var plane = planes.spells(number, known, researchers, spells, states, position);
        int[] rows = new int[Block.SIZE];
        Arrays.fill(rows, States.UNOBSERVED);
        plane.spells().deciding(day, Math.min(position, plane.spells().position()), spells, states, rows);
        again(plane.changed(), rows);
        again(researchers.apart.of(number), rows);
        return new DayBlock(position, rows, latest);
    }

    /** Asks the rules about some people again, one by one. */
    private void again(int[] people, int[] rows) {
        for (int researcher : people) {
            rows[researcher & Block.MASK] = states.deciding(researcher, day);
        }
    }
}
