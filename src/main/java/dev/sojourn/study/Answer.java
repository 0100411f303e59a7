package dev.sojourn.study;

import java.util.Map;

/** An answer out of which single numbers and words can be read by name. */
sealed interface Answer
        permits CompositionAnswer, RetentionAnswer, FlowsAnswer, StateAnswer, SurvivalAnswer, PathsAnswer, MovesAnswer {

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if such an answer has nothing of that name
     */
    Measured read(String name);

    /** The answer itself, of {@link dev.sojourn.analysis}. */
    Record given();

    /**
     * What it counts, and whom by id: whole numbers, words, ids and days, in maps and lists that JSON can tell. Nothing
     * that is encrypted, no fraction, and nothing of the question.
     */
    Map<String, Object> counted();

    /** The names that can be read, for a message. */
    static IllegalArgumentException nothing(String name, String names) {
        return new IllegalArgumentException("there is no \"" + name + "\" to read; there are " + names);
    }
}
