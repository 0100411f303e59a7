package dev.sojourn.analysis.count;

/** How an analysis looks at people: which cell each of them is in, and what else it counts. Of one thread alone. */
@FunctionalInterface
public interface Look {

    /**
     * Fills in the cells of some people, side by side.
     *
     * @param cells by number, from 0
     * @return what is counted beside them, always in the same order
     */
    int[] at(Chosen people, long[] cells);
}
