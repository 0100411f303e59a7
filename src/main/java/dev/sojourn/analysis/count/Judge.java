package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.UnknownCohort;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/** {@link Selection} for one person at a time: whether a question is about somebody, and why not. */
public final class Judge {

    /** What becomes of somebody. */
    public enum Verdict {
        /** Not in the cohort. */
        NO_MEMBER,
        /** A member who fails a condition, or whom the rules leave out. */
        OUT,
        /** A member who is out only because an attribute of a condition is not known. */
        NOT_KNOWN,
        /** One whom the question is about. */
        IN
    }

    private final Terms terms;
    private final int[] members;

    /**
     * A judge.
     *
     * @param firstDay when conditions hold that name no day of their own
     * @throws UnknownCohort if the cohort is not defined as known in the view
     */
    public Judge(View view, Population population, LocalDate firstDay) {
        terms = Terms.of(view, population, firstDay);
        members = terms.members();
    }

    /** The members of the cohort, each person once, ascending. */
    public IntStream members() {
        return Arrays.stream(members);
    }

    /** How people look on the first day. */
    public Lens first() {
        return terms.first();
    }

    /** Judges somebody. */
    public Verdict of(int researcher) {
        if (Arrays.binarySearch(members, researcher) < 0) {
            return Verdict.NO_MEMBER;
        }
        if (terms.leftOut(terms.first().deciding(researcher))) {
            return Verdict.OUT;
        }
        var verdict = Verdict.IN;
        for (var condition : terms.conditions()) {
            switch (condition.holds(researcher)) {
                case NO -> {
                    return Verdict.OUT;
                }
                case NOT_KNOWN -> verdict = Verdict.NOT_KNOWN;
                default -> {}
            }
        }
        return verdict;
    }

    /** Whether somebody holds one more condition, on its day, by a spell that decides there. */
    public boolean holds(Condition held, int researcher) {
        return held.lens().deciding(researcher) >= 0 && held.holds(researcher) == Condition.Holds.YES;
    }

    /** Whether some readings of the dates have a member in and others out, given one more condition on the first day. */
    public boolean uncertain(int researcher, Condition held) {
        return terms.uncertain(researcher, held);
    }
}
