package dev.sojourn.exchange;

/** Hears how far a long piece of work has come. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress NONE = (done, total) -> {};

    /**
     * Called now and then, on the thread that works.
     *
     * @param done pieces done so far
     * @param total how many there are; 0 where nobody knows
     */
    void at(long done, long total);
}
