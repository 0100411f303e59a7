package dev.sojourn.study.side;

import dev.sojourn.analysis.Share;
import dev.sojourn.analysis.ShareDifference;
import dev.sojourn.analysis.cell.Places;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.why.Asking;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Shares of two samples side by side. Nobody is followed from one into the other: a retention across two cohorts would be
 * the retention of nobody in particular, and is refused.
 *
 * @param shared how many people are in both bases
 * @param warnings in what the definitions differ
 */
public record TwoSamples(Sample first, Sample second, int shared, List<String> warnings) {

    /** What is to be kept in mind whatever the answer. */
    public static final String NOTE = "Two samples, side by side: nobody is followed from one into the other, and a"
            + " difference says nothing about who moved. Each share is complete for its sample; the intervals are for"
            + " inference to wider populations that each sample was drawn from at random, independently of the other.";

    /**
     * One of the two.
     *
     * @param cohort how it was drawn; null for everyone
     * @param number whose share it is, by its name in the answer
     * @param share of its base
     */
    public record Sample(Asking asked, CohortDefined cohort, String number, Share share, Set<ResearcherId> base) {
        private static Sample of(Asking asked, String number) {
            SavedQuestion question = asked.question();
            String base = question.base(number);
            if (base == null) {
                throw new IllegalArgumentException("value: \"" + number
                        + "\" is no share of an answer to a "
                        + question.analysis().text()
                        + "; a share is, for example, retained, destination:CN or cell:CN");
            }
            var places = asked.places();
            var defined = asked.view().cohorts().stream()
                    .filter(cohort -> cohort.cohort().equals(question.cohort()))
                    .findFirst()
                    .orElse(null);
            return new Sample(
                    asked, defined, number, new Share(places.count(number), places.count(base)), people(places, base));
        }

        private static Set<ResearcherId> people(Places places, String base) {
            return IntStream.of(places.people(base))
                    .mapToObj(person -> places.view().researcher(person))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * Puts two side by side.
     *
     * @param number what is counted of the first, by its name in the answer
     * @param number2 what is counted of the second
     * @throws IllegalArgumentException if a number is no share, or a question cannot be answered
     */
    public static TwoSamples of(Asking one, String number, Asking other, String number2) {
        var first = Sample.of(one, number);
        var second = Sample.of(other, number2);
        int shared = (int) first.base.stream().filter(second.base::contains).count();
        return new TwoSamples(first, second, shared, Definitions.differing(first, second, shared));
    }

    /** First less second. */
    public ShareDifference difference() {
        return new ShareDifference(first.share, second.share);
    }
}
