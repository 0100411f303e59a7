package dev.sojourn.study.claim;

import dev.sojourn.study.SavedQuestion;
import java.math.BigDecimal;
import java.util.List;

/**
 * A claim and what is to be said of it.
 *
 * @param why the reason, where it cannot be checked or needs one; else null
 * @param right the right number as the sentence would write it; null if there is none
 * @param exact what it was computed from, as in {@code 398/675}; null if there is none
 * @param value the same as a number, four places; per cent for shares and points
 * @param suggestion a sentence that would be right; null unless the claim is wrong
 * @param rightAt where the ledger would have confirmed it: releases, or now
 * @param bases what was asked, in the order of the claim
 */
public record Checked(
        Claim claim,
        Verdict verdict,
        String why,
        String right,
        String exact,
        BigDecimal value,
        String suggestion,
        List<String> rightAt,
        List<Basis> bases) {

    /** What came of a check. */
    public enum Verdict {
        PASS,
        FAIL,
        /** The ledger, or what was published, cannot say. */
        UNCHECKED
    }

    /**
     * What one number was taken from.
     *
     * @param question null for a published number
     * @param read the number's name in the answer, or null
     * @param position the last event that counted, 0 for a published number
     * @param source who published it, or null
     */
    public record Basis(SavedQuestion question, String read, long position, String source) {}
}
