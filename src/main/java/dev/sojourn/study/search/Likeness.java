package dev.sojourn.study.search;

/**
 * A reason to look whether two are one person, or to doubt it.
 *
 * @param kind what they have in common, or not
 * @param detail in which names, identifiers or institution, those of the one first
 */
public record Likeness(Kind kind, String detail) {
    /** What speaks for one person, and what against it. */
    public enum Kind {
        /** The same identifier, differently written. */
        SIMILAR_IDENTIFIER(60),
        /** The same name, in any script and order. */
        SAME_NAME(50),
        /** A name with initials, and one that it may be short for. */
        SHORT_NAME(25),
        /** At one institution at the same time. */
        SAME_PLACE_AND_TIME(40),
        /** At one institution, at other times or when is not known. */
        SAME_PLACE(15),
        /** Two identifiers of a catalogue that gives one to a person: this speaks against it. */
        CLASHING_IDENTIFIERS(-45);

        /** Only to say which pairs to look at first. */
        final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    @Override
    public String toString() {
        return kind + " " + detail;
    }
}
