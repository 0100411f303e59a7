package dev.sojourn.study;

/** An answer out of which single numbers and words can be read by name. */
sealed interface Answer permits CompositionAnswer, RetentionAnswer, FlowsAnswer, StateAnswer {

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if such an answer has nothing of that name
     */
    Measured read(String name);

    /** The names that can be read, for a message. */
    static IllegalArgumentException nothing(String name, String names) {
        return new IllegalArgumentException("there is no \"" + name + "\" to read; there are " + names);
    }
}
