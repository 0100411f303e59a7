package dev.sojourn.projection.column;

import dev.sojourn.event.value.Id;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Ids as small numbers, given in the order in which they are first seen, and back. One thread gives numbers. */
public final class Numbering<I extends Id> {

    /** No number was ever given to the id. */
    static final int NONE = -1;

    private final Map<I, Integer> numbers = new ConcurrentHashMap<>();
    private final ObjectColumn<I> ids = new ObjectColumn<>();
    private volatile int size;

    /** The number of an id; a new one if it has none yet. */
    public int of(I id) {
        var number = numbers.get(id);
        if (number != null) {
            return number;
        }
        int next = size;
        ids.set(next, id);
        numbers.put(id, next);
        size = next + 1;
        return next;
    }

    /** The number of an id, or {@link #NONE}. */
    public int find(I id) {
        return numbers.getOrDefault(id, NONE);
    }

    public I id(int number) {
        return ids.get(number);
    }

    public int size() {
        return size;
    }
}
