package dev.sojourn.projection.column;

import dev.sojourn.event.value.Id;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Ids as small numbers, given in the order in which they are first seen, and back. One thread gives numbers.
 *
 * <p>The table from ids to numbers is one array of ints, half empty, in which an id that finds its place taken goes to the
 * next one; a map of objects would take ten times as much.
 */
public final class Numbering<I extends Id> {

    /** No number was ever given to the id. */
    static final int NONE = -1;

    private final Function<String, I> id;
    private final Texts texts;
    private final IntColumn offsets;
    private volatile int[] places = new int[1 << 6]; // a number plus one, or 0
    private volatile int size;
    private boolean borrowed; // the table of places is that of another

    /**
     * No numbers yet.
     *
     * @param id makes an id of its text
     */
    public Numbering(Function<String, I> id) {
        this(id, new Texts(), new IntColumn());
    }

    private Numbering(Function<String, I> id, Texts texts, IntColumn offsets) {
        this.id = id;
        this.texts = texts;
        this.offsets = offsets;
    }

    /** The same numbers for another writer. */
    public Numbering<I> fork() {
        var fork = new Numbering<I>(id, texts.fork(), offsets.fork());
        fork.places = places;
        fork.size = size;
        fork.borrowed = true;
        return fork;
    }

    /** The number of an id; a new one if it has none yet. */
    public int of(I named) {
        byte[] bytes = Texts.bytes(named.value());
        int known = find(bytes);
        if (known != NONE) {
            return known;
        }
        int next = size;
        offsets.set(next, texts.add(bytes));
        if (next >= places.length / 2) {
            grow();
        } else if (borrowed) {
            places = places.clone(); // what the other has numbered since is beyond the size
        }
        borrowed = false;
        put(places, bytes, next);
        size = next + 1; // volatile: whoever sees the number in the table and below the size sees the id
        return next;
    }

    /** The number of an id, or {@link #NONE}. */
    public int find(I named) {
        return find(Texts.bytes(named.value()));
    }

    private int find(byte[] bytes) {
        int known = size;
        int[] table = places;
        int mask = table.length - 1;
        for (int place = hash(bytes) & mask; table[place] != 0; place = (place + 1) & mask) {
            int number = table[place] - 1;
            if (number < known && texts.is(offsets.get(number), bytes)) {
                return number;
            }
        }
        return NONE;
    }

    /** Writes the ids given so far; those given later may be among them. */
    public void save(SnapshotOut out) {
        offsets.save(out, size);
        texts.save(out);
    }

    /** Reads what was saved, in the place of nothing. */
    public void load(SnapshotIn in) {
        int saved = offsets.load(in);
        texts.load(in);
        places = table(Math.max(places.length, Integer.highestOneBit(Math.max(1, saved)) << 2), saved);
        size = saved;
    }

    private void grow() {
        places = table(places.length * 2, size);
    }

    private int[] table(int length, int numbers) {
        int[] table = new int[length];
        for (int number = 0; number < numbers; number++) {
            put(table, texts.bytesAt(offsets.get(number)), number);
        }
        return table;
    }

    private static void put(int[] table, byte[] bytes, int number) {
        int mask = table.length - 1;
        int place = hash(bytes) & mask;
        while (table[place] != 0) {
            place = (place + 1) & mask;
        }
        table[place] = number + 1;
    }

    /** Neighbouring texts must not get neighbouring places. */
    private static int hash(byte[] bytes) {
        int hash = Arrays.hashCode(bytes) * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    public I id(int number) {
        return id.apply(texts.get(offsets.get(number)));
    }

    public int size() {
        return size;
    }

    /** Bytes it takes. */
    public long bytes() {
        return texts.size() + 4L * (places.length + size);
    }
}
