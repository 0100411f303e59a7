package dev.sojourn.study.claim;

import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.study.SavedQuestion;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a claim rests on. */
public sealed interface Operand {

    /** A number of an answer of this ledger. */
    sealed interface OfLedger extends Operand {
        /** The number, by its name in the answer. */
        String read();

        /** The number that it is a share of; null for the one that answers use. */
        String base();

        /** Of a retention, a day of its series; null for the last. */
        LocalDate on();
    }

    /**
     * A number of an answer to a question.
     *
     * @param figure the figure that asks the question, or null
     * @param question with its moment of knowledge
     */
    record Asked(String figure, SavedQuestion question, String read, String base, LocalDate on) implements OfLedger {}

    /**
     * A number as a release answers it, by the question, the rules and the region map that it keeps.
     *
     * @param question what it keeps the question as, which is the id of a figure
     */
    record Released(ReleaseName release, String question, String read, String base, LocalDate on) implements OfLedger {}

    /**
     * Published numbers that are not in this ledger.
     *
     * @param count how many; null if only a share was published
     * @param of out of how many, or null
     * @param percent a share as it was published, in per cent; null if numbers were
     * @param source who published it
     */
    record Published(Integer count, Integer of, BigDecimal percent, String source) implements Operand {}
}
