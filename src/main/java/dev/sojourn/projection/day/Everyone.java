package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.person.Researchers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** The people in the ledger as known at one position: all who are registered and count under no other. */
public final class Everyone {

    private final Researchers researchers;
    private final int known;
    private final int position;
    private final Set<Integer> gone;
    private final AtomicReferenceArray<int[]> blocks;

    /**
     * Everyone.
     *
     * @param known how many researchers there are by number
     * @param gone those who count under another
     */
    public Everyone(Researchers researchers, int known, int position, Set<Integer> gone) {
        this.researchers = researchers;
        this.known = known;
        this.position = position;
        this.gone = gone;
        this.blocks = new AtomicReferenceArray<>(Block.count(known));
    }

    /** The members of a block by place in it, ascending; null for all of a full block. Not to be written to. */
    public int[] of(int block) {
        if (full(block)) {
            return null;
        }
        var listed = blocks.get(block);
        if (listed == null) {
            listed = listed(block);
            blocks.set(block, listed);
        }
        return listed;
    }

    private boolean full(int block) {
        return Block.size(block, known) == Block.SIZE
                && researchers.registeredInFull(block) <= position
                && present(researchers.everAbsent(block))
                && present(researchers.apart.of(block));
    }

    private int[] listed(int block) {
        boolean[] in = new boolean[Block.size(block, known)];
        researchers.registeredBy(block, position, in);
        for (int[] few : List.of(researchers.everAbsent(block), researchers.apart.of(block))) {
            for (int researcher : few) {
                if (researcher < known) {
                    in[researcher & Block.MASK] = is(researcher);
                }
            }
        }
        int[] places = new int[in.length];
        int size = 0;
        for (int place = 0; place < in.length; place++) {
            places[size] = place;
            size += in[place] ? 1 : 0;
        }
        return Arrays.copyOf(places, size);
    }

    private boolean present(int[] people) {
        for (int researcher : people) {
            if (!is(researcher)) {
                return false;
            }
        }
        return true;
    }

    /** All of them by number, ascending. */
    public int[] all() {
        return IntStream.range(0, known).filter(this::is).toArray();
    }

    /**
     * Those of some people of a block who are members; for those who ask about few.
     *
     * @param places where they stand in the block, ascending
     * @param into may be the places themselves
     * @return how many
     */
    public int among(int block, int[] places, int size, int[] into) {
        if (full(block)) {
            System.arraycopy(places, 0, into, 0, size);
            return size;
        }
        int found = 0;
        for (int at = 0; at < size; at++) {
            int researcher = (block << Block.BITS) + places[at];
            into[found] = places[at];
            found += researcher < known && is(researcher) ? 1 : 0;
        }
        return found;
    }

    private boolean is(int researcher) {
        return researchers.registered(researcher, position) && (gone.isEmpty() || !gone.contains(researcher));
    }
}
