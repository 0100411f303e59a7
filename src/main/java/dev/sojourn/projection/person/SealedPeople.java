package dev.sojourn.projection.person;

import dev.sojourn.projection.column.IntColumn;
import dev.sojourn.store.saved.SnapshotIn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a snapshot holds of people's names, each encrypted under their own key: bytes by researcher, one after the other.
 * Erasing a person makes theirs unreadable wherever the file was copied to.
 */
final class SealedPeople {

    static final byte[] NONE = {};

    private static final int CHUNK = 1 << 20;

    private final List<byte[]> chunks = new ArrayList<>();
    /** By researcher: the chunk, and where in it theirs end; they begin where those of the one before end. */
    private final IntColumn chunk = new IntColumn();

    private final IntColumn end = new IntColumn();
    private int size;
    private int used;

    private void next(byte[] sealed) {
        if (chunks.isEmpty() || used + sealed.length > CHUNK) {
            chunks.add(new byte[Math.max(CHUNK, sealed.length)]);
            used = 0;
        }
        int last = chunks.size() - 1;
        System.arraycopy(sealed, 0, chunks.get(last), used, sealed.length);
        used += sealed.length;
        chunk.set(size, last);
        end.set(size, used);
        size++;
    }

    boolean has(int researcher) {
        return researcher < size && start(researcher) < end.get(researcher);
    }

    byte[] of(int researcher) {
        return researcher < size
                ? Arrays.copyOfRange(chunks.get(chunk.get(researcher)), start(researcher), end.get(researcher))
                : NONE;
    }

    private int start(int researcher) {
        boolean first = researcher == 0 || chunk.get(researcher - 1) != chunk.get(researcher);
        return first ? 0 : end.get(researcher - 1);
    }

    /** What {@link People#save} wrote. */
    static SealedPeople load(SnapshotIn in) {
        var people = new SealedPeople();
        for (int left = in.number(); left > 0; left--) {
            people.next(in.bytes());
        }
        return people;
    }
}
