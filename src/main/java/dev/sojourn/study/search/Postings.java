package dev.sojourn.study.search;

import java.util.Arrays;

/** The researchers under one key, by number, in the order in which they came; now and then one twice. */
final class Postings {
    private int[] researchers = new int[2];
    private int size;

    synchronized void add(int researcher) {
        if (size > 0 && researchers[size - 1] == researcher) {
            return;
        }
        if (size == researchers.length) {
            researchers = Arrays.copyOf(researchers, size * 2);
        }
        researchers[size++] = researcher;
    }

    /** Takes somebody out. Returns whether nobody is left. */
    synchronized boolean remove(int researcher) {
        int kept = 0;
        for (int at = 0; at < size; at++) {
            if (researchers[at] != researcher) {
                researchers[kept++] = researchers[at];
            }
        }
        size = kept;
        return size == 0;
    }

    synchronized int[] all() {
        return Arrays.copyOf(researchers, size);
    }

    synchronized int size() {
        return size;
    }
}
