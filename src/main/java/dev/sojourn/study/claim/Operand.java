package dev.sojourn.study.claim;

import dev.sojourn.study.SavedQuestion;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a claim rests on. */
public sealed interface Operand {

    /**
     * A number of an answer of this ledger.
     *
     * @param figure the figure that asks the question, or null
     * @param question with its moment of knowledge
     * @param read the number, by its name in the answer
     * @param base the number that it is a share of; null for the one that answers use
     * @param on of a retention, a day of its series; null for the last
     */
    record Asked(String figure, SavedQuestion question, String read, String base, LocalDate on) implements Operand {}

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
