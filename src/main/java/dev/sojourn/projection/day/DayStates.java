package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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
        var use = planes.spells(number, here, head);
        var plane = use.spells();
        int asKnownAt = Math.min(here.position(), plane.position());
        boolean tells = plane.tells(day);
        for (int at = 0; at < size; at++) {
            into[at] = tells
                    ? plane.deciding(places[at], day, asKnownAt)
                    : here.states().deciding((number << Block.BITS) + places[at], day);
        }
        for (int researcher : closer(number, use, asKnownAt)) {
            int at = Arrays.binarySearch(places, 0, size, researcher & Block.MASK);
            if (at >= 0 && researcher < here.known()) {
                into[at] = here.states().deciding(researcher, day);
            }
        }
    }

    private static IntStream chars(char[] all) {
        return IntStream.range(0, all.length).map(at -> all[at]);
    }

    /** Those of a block of whom the plane does not tell, or not all that there is, at a position. */
    private int[] closer(int number, Planes.Use use, int asKnownAt) {
        var places = IntStream.concat(
                chars(use.spells().unclear(asKnownAt)), chars(use.spells().many()));
        return IntStream.concat(
                        places.map(place -> (number << Block.BITS) + place),
                        IntStream.concat(
                                Arrays.stream(use.changed()),
                                Arrays.stream(here.researchers().apart.of(number))))
                .toArray();
    }

    /**
     * The institutions of the deciding rows of a block, {@link Coding#FIRST} and the number of each, or the codes of states
     * without one, by place; null if they are not at hand. Not to be written to.
     */
    public int[] institutions(int block) {
        var worked = blocks.get(block);
        return worked == null ? null : worked.institutions();
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
                day, plane.spells(), Math.min(here.position(), plane.spells().position()), () -> head.get()
                        .spells());
        for (int researcher : plane.changed()) {
            open.alone(researcher & Block.MASK);
        }
        for (int researcher : here.researchers().apart.of(number)) {
            open.alone(researcher & Block.MASK);
        }
        for (char place : plane.spells().many()) {
            open.alone(place);
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
        var use = planes.spells(number, here, head);
        var plane = use.spells();
        int asKnownAt = Math.min(here.position(), plane.position());
        var decided = new Decided();
        int[] again = closer(number, use, asKnownAt);
        if (plane.tells(day)) {
            plane.deciding(day, asKnownAt, decided);
        } else {
            again = IntStream.range(number << Block.BITS, (number + 1) << Block.BITS)
                    .toArray();
        }
        for (int researcher : again) {
            if (researcher < here.known()) {
                decided.set(researcher & Block.MASK, here.states().deciding(researcher, day), here.spells());
            }
        }
        return latest ? new DayBlock(here.position(), decided.rows()) : new DayBlock(here.position(), decided);
    }
}
