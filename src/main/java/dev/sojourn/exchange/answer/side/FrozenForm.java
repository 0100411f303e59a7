package dev.sojourn.exchange.answer.side;

import dev.sojourn.analysis.frozen.FrozenRetention;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.exchange.answer.RetentionForm;
import dev.sojourn.exchange.answer.ShareForm;
import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.study.side.FrozenBase;
import dev.sojourn.study.why.Asking;
import dev.sojourn.study.why.Change;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A retention with a frozen base, beside the one whose base is derived anew. As a table: a row for each end point.
 *
 * @param members the moment of knowledge that the frozen base is of
 * @param knownAt the moment of knowledge that tells where people are, of both
 * @param frozen what became of the base as it was known then
 * @param rederived the whole answer as known now
 * @param joined who is in the base now and was not then
 * @param left who was in the base then and is not now
 */
public record FrozenForm(
        KnownForm members,
        KnownForm knownAt,
        Frozen frozen,
        RetentionForm rederived,
        List<Person> joined,
        List<Person> left)
        implements Tabular {
    /** The frozen base at the end point, and year by year. */
    public record Frozen(
            int base,
            int retained,
            BigDecimal rate,
            BigDecimal rateObserved,
            ShareForm.Interval interval,
            List<Point> series) {}

    /** The frozen base on one day; nobody needs to be retained on the first, as known now. */
    public record Point(
            LocalDate on,
            int retained,
            int sameInstitution,
            BigDecimal rate,
            BigDecimal rateObserved,
            List<Elsewhere> destinations,
            int unknown,
            int unobserved,
            int inactive,
            int carried,
            int confirmed,
            int searched,
            int unchecked) {}

    /** How many are at another value. */
    public record Elsewhere(String value, int count) {}

    /**
     * Somebody who is in one base alone.
     *
     * @param name null where nobody may be named
     * @param cause why, as in comparisons
     * @param positions the events of that cause about the person
     */
    public record Person(ResearcherId researcher, String name, String cause, List<Long> positions) {}

    /** The form of both. */
    public static FrozenForm of(FrozenBase answer) {
        var frozen = answer.frozen();
        var end = frozen.end();
        return new FrozenForm(
                KnownForm.of(answer.then().view()),
                KnownForm.of(answer.now().view()),
                new Frozen(
                        frozen.base(),
                        end.retained().count(),
                        ShareForm.of(end.retained()),
                        ShareForm.of(end.observed()),
                        ShareForm.interval(end.retained()),
                        frozen.series().stream().map(FrozenForm::point).toList()),
                RetentionForm.of(answer.rederived()),
                people(answer.joined(), answer.now()),
                people(answer.left(), answer.then()));
    }

    private static Point point(FrozenRetention.Point point) {
        return new Point(
                point.on(),
                point.retained().count(),
                point.sameInstitution(),
                ShareForm.of(point.retained()),
                ShareForm.of(point.observed()),
                point.destinations().stream()
                        .map(to -> new Elsewhere(to.value(), to.count()))
                        .toList(),
                point.unknown(),
                point.staleness().unobserved(),
                point.staleness().inactive(),
                point.staleness().carried(),
                point.staleness().confirmed(),
                point.staleness().searched(),
                point.staleness().unchecked());
    }

    private static List<Person> people(List<Change> changes, Asking side) {
        return changes.stream()
                .map(change -> new Person(
                        change.researcher(),
                        SideBySideForm.name(side.view(), change.researcher()),
                        change.cause().text(),
                        change.events().stream().map(Recorded::position).toList()))
                .toList();
    }

    @Override
    public List<String> columns() {
        return List.of(
                "members",
                "base",
                "retained",
                "rate",
                "elsewhere",
                "unknown",
                "unobserved",
                "inactive",
                "carried",
                "confirmed",
                "searched",
                "unchecked");
    }

    @Override
    public List<List<Object>> rows() {
        var end = frozen.series.get(frozen.series.size() - 1);
        return List.of(
                Arrays.asList(
                        "as known at position " + members.position(),
                        frozen.base,
                        end.retained,
                        end.rate,
                        end.destinations.stream()
                                .map(to -> to.value + " " + to.count)
                                .collect(Collectors.joining(", ")),
                        end.unknown,
                        end.unobserved,
                        end.inactive,
                        end.carried,
                        end.confirmed,
                        end.searched,
                        end.unchecked),
                Arrays.asList(
                        "as known at position " + knownAt.position(),
                        rederived.base(),
                        rederived.retained(),
                        rederived.rate(),
                        rederived.destinations().stream()
                                .map(to -> to.value() + " " + to.count())
                                .collect(Collectors.joining(", ")),
                        rederived.unknown(),
                        rederived.unobserved(),
                        rederived.inactive(),
                        rederived.carried(),
                        rederived.confirmed(),
                        rederived.searched(),
                        rederived.unchecked()));
    }
}
