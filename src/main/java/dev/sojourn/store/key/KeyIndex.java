package dev.sojourn.store.key;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Where in the file of keys each owner's line begins: two numbers an owner, so that a million owners take some 30
 * megabytes. Owners are told apart by a hash of 64 bits; whoever asks compares the line itself.
 */
final class KeyIndex {

    private long[] hashes = new long[1 << 10];
    /** Offset + 1; 0 where there is none. */
    private long[] places = new long[1 << 10];

    private long size;

    /** FNV-1a. */
    static long hash(byte[] bytes, int from, int length) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < from + length; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    long size() {
        return size;
    }

    void add(long hash, long offset) {
        if (size * 5 >= hashes.length * 3L) {
            grow();
        }
        put(hash, offset + 1);
        size++;
    }

    /** The first offset under a hash that is the right one; -1 if none is. */
    long find(long hash, LongPredicate right) {
        int mask = hashes.length - 1;
        for (int at = start(hash, mask); places[at] != 0; at = at + 1 & mask) {
            if (hashes[at] == hash && right.test(places[at] - 1)) {
                return places[at] - 1;
            }
        }
        return -1;
    }

    /** All offsets, in the order of the file. */
    long[] offsets() {
        return Arrays.stream(places)
                .filter(place -> place != 0)
                .map(place -> place - 1)
                .sorted()
                .toArray();
    }

    private void grow() {
        var oldHashes = hashes;
        var oldPlaces = places;
        hashes = new long[oldHashes.length * 2];
        places = new long[oldHashes.length * 2];
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != 0) {
                put(oldHashes[i], oldPlaces[i]);
            }
        }
    }

    private void put(long hash, long place) {
        int mask = hashes.length - 1;
        int at = start(hash, mask);
        while (places[at] != 0) {
            at = at + 1 & mask;
        }
        hashes[at] = hash;
        places[at] = place;
    }

    private static int start(long hash, int mask) {
        return (int) (hash ^ hash >>> 32) & mask;
    }
}
