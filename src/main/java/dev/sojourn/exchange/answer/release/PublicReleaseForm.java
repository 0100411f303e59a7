package dev.sojourn.exchange.answer.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.exchange.answer.ShareForm;
import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.open.PublicFigure;
import dev.sojourn.study.open.PublicRelease;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A release as everybody may see it: counts, none of them small. As a table: a row for each number.
 *
 * @param knownAt the moment of knowledge it names
 * @param withdrawn whether it should no longer be quoted; then its figures are not shown
 * @param citation how to quote it
 * @param threshold no number of fewer people, though more than none, can be worked out
 * @param figures those of its figures that can be asked
 */
public record PublicReleaseForm(
        ReleaseName name,
        String title,
        KnownForm knownAt,
        boolean withdrawn,
        String citation,
        int threshold,
        List<PublicAnswer> figures)
        implements Tabular {
    /**
     * One figure.
     *
     * @param analysis what was asked
     * @param parameters of the question, with the cohort among them
     * @param numbers those that are shown, by their names in answers
     * @param withheld what nothing is shown of, be there nobody or too few
     */
    public record PublicAnswer(
            String id,
            String analysis,
            Map<String, List<String>> parameters,
            List<PublicNumber> numbers,
            List<String> withheld) {}

    /**
     * One number.
     *
     * @param number its name; {@code other:} and what there are more numbers of, for all of those not shown together
     * @param on the day of a series; absent for the end point
     * @param of the number that it is a part of; absent if it is none, or that is not shown
     * @param share of that one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PublicNumber(String number, LocalDate on, int count, String of, BigDecimal share) {
        static PublicNumber of(PublicFigure.Told number) {
            return new PublicNumber(
                    number.name(),
                    number.on(),
                    number.count(),
                    number.of(),
                    number.share() == null ? null : ShareForm.of(number.share()));
        }
    }

    /**
     * The form of a release.
     *
     * @param then the ledger at the release's position
     */
    public static PublicReleaseForm of(PublicRelease seen, boolean withdrawn, View then, LedgerStore store) {
        var release = seen.release();
        return new PublicReleaseForm(
                release.release(),
                release.title(),
                KnownForm.of(then),
                withdrawn,
                ReleaseDetail.citation(release, withdrawn, store).text(),
                seen.threshold(),
                withdrawn
                        ? List.of()
                        : seen.figures().stream().map(PublicReleaseForm::figure).toList());
    }

    private static PublicAnswer figure(PublicFigure figure) {
        return new PublicAnswer(
                figure.id(),
                figure.question().analysis().text(),
                figure.question().parameters(),
                figure.numbers().stream().map(PublicNumber::of).toList(),
                figure.withheld());
    }

    @Override
    public List<String> columns() {
        return List.of("figure", "number", "on", "count", "of", "share");
    }

    @Override
    public List<List<Object>> rows() {
        var rows = new ArrayList<List<Object>>();
        for (var figure : figures) {
            figure.numbers.forEach(number -> rows.add(
                    Arrays.asList(figure.id, number.number, number.on, number.count, number.of, number.share)));
            figure.withheld.forEach(family -> rows.add(Arrays.asList(figure.id, family, null, "withheld", null, null)));
        }
        return rows;
    }
}
