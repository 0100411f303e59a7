package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.RetentionPoint;
import dev.sojourn.analysis.question.Filter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The answer to a retention. As a table: a row for each year of the series. */
public record RetentionForm(
        String cohort,
        List<String> where,
        RulesForm rules,
        KnownForm knownAt,
        boolean projected,
        String held,
        LocalDate from,
        LocalDate to,
        int base,
        int retained,
        int sameInstitution,
        BigDecimal rate,
        BigDecimal rateObserved,
        ShareForm.Interval interval,
        Bounds bounds,
        List<Destination> destinations,
        int unknown,
        int unobserved,
        int inactive,
        int uncertain,
        int carried,
        int whereUnknown,
        int qualified,
        int baseUncertain,
        boolean conditionsOnLater,
        int confirmed,
        int searched,
        int unchecked,
        List<Point> series)
        implements Tabular {
    /** What coarse dates and missing observations leave open, as shares of the base. */
    public record Bounds(BigDecimal low, BigDecimal high) {
        static Bounds of(RetentionPoint.Bounds bounds) {
            return new Bounds(ShareForm.of(bounds.low()), ShareForm.of(bounds.high()));
        }
    }

    /** How many are at another value: by another spell, or by the same one whose institution changed. */
    public record Destination(String value, int count, int moved, int reclassified) {
        static List<Destination> of(RetentionPoint point) {
            return point.destinations().stream()
                    .map(to -> new Destination(to.value(), to.count(), to.moved(), to.reclassified()))
                    .toList();
        }
    }

    /** The base on one day. */
    public record Point(
            LocalDate on,
            int retained,
            int sameInstitution,
            BigDecimal rate,
            BigDecimal rateObserved,
            ShareForm.Interval interval,
            Bounds bounds,
            List<Destination> destinations,
            int unknown,
            int unobserved,
            int inactive,
            int uncertain,
            int carried,
            int qualified,
            int confirmed,
            int searched,
            int unchecked) {
        static Point of(RetentionPoint point) {
            return new Point(
                    point.on(),
                    point.retained().count(),
                    point.sameInstitution(),
                    ShareForm.of(point.retained()),
                    ShareForm.of(point.observed()),
                    ShareForm.interval(point.retained()),
                    Bounds.of(point.bounds()),
                    Destination.of(point),
                    point.unknown(),
                    point.unobserved(),
                    point.inactive(),
                    point.uncertain(),
                    point.staleness().carried(),
                    point.qualified(),
                    point.staleness().confirmed(),
                    point.staleness().searched(),
                    point.staleness().unchecked());
        }
    }

    /** The form of an answer. */
    public static RetentionForm of(Retention answer) {
        var asked = answer.asked();
        var series = answer.series().stream().map(Point::of).toList();
        var end = series.get(series.size() - 1); // which is the end point
        return new RetentionForm(
                asked.cohort().value(),
                asked.where().stream().map(Filter::toString).toList(),
                RulesForm.of(asked.rules()),
                KnownForm.of(asked),
                asked.projected(),
                answer.held().toString(),
                answer.from(),
                end.on,
                answer.base(),
                end.retained,
                end.sameInstitution,
                end.rate,
                end.rateObserved,
                end.interval,
                end.bounds,
                end.destinations,
                end.unknown,
                end.unobserved,
                end.inactive,
                end.uncertain,
                end.carried,
                answer.whereUnknown(),
                end.qualified,
                answer.baseUncertain(),
                answer.conditionsOnLater(),
                end.confirmed,
                end.searched,
                end.unchecked,
                series);
    }

    @Override
    public Map<String, Object> beside() {
        var beside = new LinkedHashMap<String, Object>();
        beside.put("baseUncertain", baseUncertain);
        beside.put("whereUnknown", whereUnknown);
        return beside;
    }

    @Override
    public List<String> notes() {
        return List.of(new StalenessForm(to, confirmed, carried, unobserved, inactive, searched, unchecked).words());
    }

    @Override
    public List<String> columns() {
        return List.of(
                "on",
                "base",
                "retained",
                "rate",
                "low",
                "high",
                "sameInstitution",
                "elsewhere",
                "unknown",
                "unobserved",
                "inactive",
                "uncertain",
                "carried",
                "qualified",
                "rateObserved",
                "boundLow",
                "boundHigh",
                "confirmed",
                "searched",
                "unchecked");
    }

    @Override
    public List<List<Object>> rows() {
        return Rows.of(series, this::row);
    }

    private List<Object> row(Point point) {
        return Arrays.asList(
                point.on,
                base,
                point.retained,
                point.rate,
                point.interval == null ? null : point.interval.low(),
                point.interval == null ? null : point.interval.high(),
                point.sameInstitution,
                point.destinations.stream().map(to -> to.value + " " + to.count).collect(Collectors.joining(", ")),
                point.unknown,
                point.unobserved,
                point.inactive,
                point.uncertain,
                point.carried,
                point.qualified,
                point.rateObserved,
                point.bounds.low,
                point.bounds.high,
                point.confirmed,
                point.searched,
                point.unchecked);
    }
}
