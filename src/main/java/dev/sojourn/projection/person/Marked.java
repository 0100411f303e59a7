package dev.sojourn.projection.person;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.column.ObjectColumn;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.util.Arrays;

/**
 * Few people, by block, who need a closer look than columns allow. Whoever is marked stays so: a look that was not
 * needed costs a moment, one that was left out would be a wrong answer.
 */
public final class Marked {

    private static final int[] NOBODY = {};

    private final ObjectColumn<int[]> byBlock;
    private volatile int blocks;

    Marked() {
        this(new ObjectColumn<>());
    }

    private Marked(ObjectColumn<int[]> byBlock) {
        this.byBlock = byBlock;
    }

    void add(int researcher) {
        int block = Block.of(researcher);
        int[] before = of(block);
        if (Arrays.stream(before).noneMatch(marked -> marked == researcher)) {
            int[] after = Arrays.copyOf(before, before.length + 1);
            after[before.length] = researcher;
            byBlock.set(block, after);
            blocks = Math.max(blocks, block + 1);
        }
    }

    /** Writes all who are marked by now. */
    void save(SnapshotOut out) {
        int all = blocks;
        out.number(all);
        for (int block = 0; block < all; block++) {
            out.numbers(of(block));
        }
    }

    /** Marks those who were saved. */
    void load(SnapshotIn in) {
        int all = in.number();
        for (int block = 0; block < all; block++) {
            byBlock.set(block, in.numbers());
        }
        blocks = all;
    }

    /** Those of a block; not to be written to. */
    public int[] of(int block) {
        int[] marked = block < blocks ? byBlock.get(block) : null;
        return marked == null ? NOBODY : marked;
    }

    Marked fork() {
        var fork = new Marked(byBlock.fork());
        fork.blocks = blocks;
        return fork;
    }
}
