package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.survival.KaplanMeier.Estimate;
import dev.sojourn.analysis.survival.Risk;
import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.analysis.survival.Survival.Unit;
import dev.sojourn.event.CareerEvent.Cause;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The answer to a survival. As a table: a row for each time.
 *
 * @param unit days or years
 * @param median in that unit
 * @param exits first exits to another known value, in all
 * @param ended careers that ended there, in all
 * @param censored all others
 * @param interval exits before which nothing was known of the person for a while
 * @param end how fresh what is known of the base on the last day is, whatever became of them before
 * @param note what the numbers are not
 */
public record SurvivalForm(
        String cohort,
        List<String> where,
        RulesForm rules,
        KnownForm knownAt,
        boolean projected,
        String held,
        LocalDate from,
        LocalDate to,
        String unit,
        int base,
        int baseUncertain,
        int exits,
        int ended,
        int censored,
        int interval,
        Integer median,
        Band band,
        List<Point> points,
        int whereUnknown,
        StalenessForm end,
        String note)
        implements Tabular {

    private static final String NOTE = "Kaplan-Meier share never yet gone, first exits only, those not seen again"
            + " censored; not comparable with the rate of a retention, which looks at the end point.";

    /** How the confidence band of the share is made. */
    public record Band(String method, double level) {}

    /**
     * One time.
     *
     * @param on the day it stands for
     * @param share never yet gone; whoever's career ended before is counted as censored
     * @param strict the share if those known to be there for a part of the year only were not at risk in it
     * @param still cumulative: still there and active
     * @param gone cumulative: gone to another value, beside careers that ended (Aalen-Johansen)
     * @param out cumulative: careers that ended there, by cause
     */
    public record Point(
            int time,
            LocalDate on,
            int atRisk,
            int exits,
            int ended,
            int censored,
            int partly,
            BigDecimal share,
            BigDecimal low,
            BigDecimal high,
            BigDecimal strict,
            BigDecimal still,
            BigDecimal gone,
            Map<String, BigDecimal> out) {
        static Point of(LocalDate from, Unit unit, Risk risk, Estimate estimate) {
            var out = new LinkedHashMap<String, BigDecimal>();
            for (var cause : Cause.values()) {
                out.put(cause.name(), ShareForm.round(estimate.ended().get(cause)));
            }
            return new Point(
                    risk.time(),
                    unit.after(from, risk.time()),
                    risk.atRisk(),
                    risk.gone(),
                    risk.endedInAll(),
                    risk.censored(),
                    risk.partly(),
                    ShareForm.round(estimate.share()),
                    estimate.low() == null ? null : ShareForm.round(estimate.low()),
                    estimate.high() == null ? null : ShareForm.round(estimate.high()),
                    ShareForm.round(estimate.strict()),
                    ShareForm.round(estimate.still()),
                    ShareForm.round(estimate.gone()),
                    out);
        }
    }

    /** The form of an answer. */
    public static SurvivalForm of(Survival answer) {
        var asked = answer.asked();
        var points = new Point[answer.table().size()];
        Arrays.setAll(
                points,
                at -> Point.of(
                        answer.from(),
                        answer.unit(),
                        answer.table().get(at),
                        answer.estimates().get(at)));
        return new SurvivalForm(
                asked.cohort().value(),
                asked.where().stream().map(Filter::toString).toList(),
                RulesForm.of(asked.rules()),
                KnownForm.of(asked),
                asked.projected(),
                answer.held().toString(),
                answer.from(),
                answer.to(),
                answer.unit().name().toLowerCase(Locale.ROOT),
                answer.base(),
                answer.baseUncertain(),
                answer.table().stream().mapToInt(Risk::gone).sum(),
                answer.table().stream().mapToInt(Risk::endedInAll).sum(),
                answer.table().stream().mapToInt(Risk::censored).sum(),
                answer.interval(),
                answer.median(),
                new Band("greenwood-log-log", 0.95),
                List.of(points),
                answer.whereUnknown(),
                StalenessForm.of(answer.to(), answer.end()),
                NOTE);
    }

    @Override
    public Map<String, Object> beside() {
        var beside = new LinkedHashMap<String, Object>();
        beside.put("base", base);
        beside.put("unit", unit);
        beside.put("median", median);
        beside.put("interval", interval);
        beside.putAll(end.numbers("end:"));
        beside.put("baseUncertain", baseUncertain);
        beside.put("whereUnknown", whereUnknown);
        return beside;
    }

    @Override
    public List<String> notes() {
        return List.of(end.words());
    }

    @Override
    public List<String> columns() {
        return List.of(
                "time",
                "on",
                "atRisk",
                "exits",
                "ended",
                "censored",
                "partly",
                "share",
                "low",
                "high",
                "strict",
                "still",
                "gone");
    }

    @Override
    public List<List<Object>> rows() {
        return Rows.of(
                points,
                point -> Arrays.asList(
                        point.time,
                        point.on,
                        point.atRisk,
                        point.exits,
                        point.ended,
                        point.censored,
                        point.partly,
                        point.share,
                        point.low,
                        point.high,
                        point.strict,
                        point.still,
                        point.gone));
    }
}
