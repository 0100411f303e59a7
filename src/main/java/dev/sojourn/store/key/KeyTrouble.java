package dev.sojourn.store.key;

/**
 * Personal data cannot be read or written, since a key is not there, or is another one. Never taken for an erasure: that
 * is recorded, and leaves a mark where the key was.
 */
public final class KeyTrouble extends RuntimeException {

    /** Stable names of what can be wrong. */
    public enum Kind {
        /** There is no master key where it should be. */
        MASTER_KEY_MISSING,
        /** The master key is not the one that the keys are wrapped by. */
        MASTER_KEY_WRONG,
        /** There is no file of keys, though events need it. */
        KEY_FILE_MISSING,
        /** The file of keys is older than the events, or lost some of its lines. */
        KEYS_MISSING,
        /** The key of one subject is missing. */
        KEY_MISSING,
        /** A key is marked as destroyed, but nobody recorded an erasure. */
        KEY_DESTROYED,
        /** The file of keys cannot be read, or a line of it was changed. */
        KEY_FILE_DAMAGED
    }

    private final Kind kind;

    /**
     * What is wrong.
     *
     * @param detail which file or subject, and what to do; ids, never names
     */
    public KeyTrouble(Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    /** What is wrong, in one word. */
    public Kind kind() {
        return kind;
    }
}
