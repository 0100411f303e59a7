package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Where everybody is on one day, as believed at one position, block by block; each block is worked out when it is first
 * asked for, by whichever thread asks.
 */
public final class DayStates {

    /** Fewer of a block than this are looked at one by one. */
    private static final int FEW = Block.SIZE / 8;

    private final Planes planes;
    private final Standpoint here;
    private final Supplier<Standpoint> head;
    private final int day;
    private final boolean latest;
    private final Map<Integer, DayBlock> kept;
    private final AtomicReferenceArray<DayBlock> blocks;

    /**
     * A day.
     *
     * @param here from where it is looked at
     * @param head the latest standpoint, from which spells are laid out for all earlier ones
     * @param latest whether the position was the last one when asked, so that what is worked out is worth keeping
     */
    public DayStates(Planes planes, Standpoint here, Supplier<Standpoint> head, int day, boolean latest) {
        this.planes = planes;
        this.here = here;
        this.head = head;
        this.day = day;
        this.latest = latest;
        this.kept = latest ? planes.of(day) : planes.kept(day);
        this.blocks = new AtomicReferenceArray<>(Block.count(here.known()));
    }

    /** The deciding rows of a block, by place in it, or the states without one; not to be written to. */
    public int[] rows(int block) {
        return block(block).rows();
    }

    /**
     * The deciding rows of some researchers of a block, side by side.
     *
     * @param places where they stand in the block, ascending; null for all of a full one
     */
    public void rows(int number, int[] places, int size, int[] into) {
        if (alone(number, places, size)) {
            some(number, places, size, into);
            return;
        }
        int[] all = rows(number);
        if (places == null) {
            System.arraycopy(all, 0, into, 0, size);
        } else {
            for (int at = 0; at < size; at++) {
                into[at] = all[places[at]];
            }
        }
    }

    /** Whether only few are asked about of a block which nobody has worked out and which would not be kept. */
    private boolean alone(int number, int[] places, int size) {
        return places != null && size < FEW && !latest && blocks.get(number) == null;
    }

    private void some(int number, int[] places, int size, int[] into) {
        var plane = planes.spells(number, here, head);
        int position = Math.min(here.position(), plane.spells().position());
        for (int at = 0; at < size; at++) {
            into[at] = plane.spells().deciding(places[at], day, position);
        }
        for (int[] closer : List.of(plane.changed(), here.researchers().apart.of(number))) {
            for (int researcher : closer) {
                int at = Arrays.binarySearch(places, 0, size, researcher & Block.MASK);
                if (at >= 0 && researcher < here.known()) {
                    into[at] = here.states().deciding(researcher, day);
                }
            }
        }
    }

    /** Whether what is worked out is kept for other questions. */
    public boolean kept() {
        return latest;
    }

    /** The codes of some researchers of a block, side by side; {@code places} null for all. */
    public void codes(int block, Coding coding, int[] places, int size, int[] into) {
        if (alone(block, places, size)) {
            some(block, places, size, into);
            coding.codes(here.spells(), into, size, into);
        } else {
            block(block).codes(coding, here.spells(), places, size, into);
        }
    }

    /** What coarse dates of spells and careers leave open about a block. */
    public OpenDates open(int number) {
        var plane = planes.spells(number, here, head);
        var open = new OpenDates(
                day, plane.spells(), Math.min(here.position(), plane.spells().position()));
        for (int researcher : plane.changed()) {
            open.alone(researcher & Block.MASK);
        }
        for (int researcher : here.researchers().apart.of(number)) {
            open.alone(researcher & Block.MASK);
        }
        return open;
    }

    private DayBlock block(int number) {
        var block = blocks.get(number);
        if (block == null) {
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
        int[] changed = here.researchers().changes(number).between(block.position, here.position());
        if (changed == null) {
            return null;
        }
        if (changed.length == 0) {
            return block;
        }
        int[] rows = Arrays.stream(changed)
                .map(researcher -> here.states().deciding(researcher, day))
                .toArray();
        return block.with(here.position(), changed, rows, here.spells());
    }

    private DayBlock fresh(int number) {
        var plane = planes.spells(number, here, head);
        int[] rows = new int[Block.SIZE];
        plane.spells().deciding(day, Math.min(here.position(), plane.spells().position()), rows);
        again(plane.changed(), rows);
        again(here.researchers().apart.of(number), rows);
        return new DayBlock(here.position(), rows, latest);
    }

    /** Asks the rules about some people again, one by one. */
    private void again(int[] people, int[] rows) {
        for (int researcher : people) {
            if (researcher < here.known()) {
                rows[researcher & Block.MASK] = here.states().deciding(researcher, day);
            }
        }
    }
}
