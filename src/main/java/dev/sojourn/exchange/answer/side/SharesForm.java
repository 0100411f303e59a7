package dev.sojourn.exchange.answer.side;

import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.exchange.answer.RulesForm;
import dev.sojourn.exchange.answer.ShareForm;
import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.study.side.TwoSamples;
import dev.sojourn.study.side.TwoSamples.Sample;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shares of two samples. As a table: a row for each, and one for the difference.
 *
 * @param difference the first share less the second; null if there is none
 * @param interval of the difference, for inference to wider populations: Newcombe's hybrid score (method 10)
 * @param shared how many people are in both bases
 * @param note what is to be kept in mind
 * @param warnings in what the definitions differ
 */
public record SharesForm(
        SampleForm first,
        SampleForm second,
        BigDecimal difference,
        ShareForm.Interval interval,
        int shared,
        String note,
        List<String> warnings)
        implements Tabular {
    /**
     * One sample.
     *
     * @param frame what it was drawn from; null for everyone
     * @param drawn how; null for everyone
     * @param call the question whose number it is
     * @param value the number, by its name in that answer
     * @param interval Wilson's, on the share
     */
    public record SampleForm(
            String cohort,
            String title,
            String frame,
            Integer referenceYear,
            String drawn,
            String call,
            RulesForm rules,
            KnownForm knownAt,
            String value,
            int count,
            int base,
            BigDecimal share,
            ShareForm.Interval interval) {
        private static SampleForm of(Sample sample) {
            CohortDefined cohort = sample.cohort();
            var question = sample.asked().question();
            return new SampleForm(
                    question.cohort().value(),
                    cohort == null ? null : cohort.title(),
                    cohort == null ? null : cohort.frame(),
                    cohort == null ? null : cohort.referenceYear(),
                    cohort == null ? null : cohort.drawn(),
                    question.call(),
                    RulesForm.of(question.rules(sample.asked().rules())),
                    KnownForm.of(sample.asked().view()),
                    sample.number(),
                    sample.share().count(),
                    sample.share().base(),
                    ShareForm.of(sample.share()),
                    ShareForm.interval(sample.share()));
        }
    }

    /** The form of two samples. */
    public static SharesForm of(TwoSamples samples) {
        var difference = samples.difference();
        return new SharesForm(
                SampleForm.of(samples.first()),
                SampleForm.of(samples.second()),
                difference.value() == null ? null : ShareForm.round(difference.value()),
                ShareForm.interval("newcombe", difference.newcombe()),
                samples.shared(),
                TwoSamples.NOTE,
                samples.warnings());
    }

    @Override
    public List<String> columns() {
        return List.of("cohort", "value", "count", "base", "share", "low", "high");
    }

    @Override
    public List<List<Object>> rows() {
        var rows = new ArrayList<List<Object>>();
        for (var sample : List.of(first, second)) {
            rows.add(row(sample.cohort, sample.value, sample.count, sample.base, sample.share, sample.interval));
        }
        rows.add(row("difference", null, null, null, difference, interval));
        return rows;
    }

    private static List<Object> row(
            String cohort, String value, Integer count, Integer base, BigDecimal share, ShareForm.Interval interval) {
        return Arrays.asList(
                cohort,
                value,
                count,
                base,
                share,
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high());
    }
}
