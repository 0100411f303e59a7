package dev.sojourn.analysis.survival;

import dev.sojourn.analysis.Asked;
import dev.sojourn.analysis.count.Days;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How long those that had a value on one day kept it: the share never yet gone, by time since that day.
 *
 * <p>The base is that of a retention. The first exit counts, whoever comes back later: to another known value
 * ({@code gone}), or out of research ({@code ended}, a competing exit). Somebody who is at no known place for a while is
 * not gone; if seen elsewhere afterwards, the exit counts when that began ({@code interval}). All others are censored on
 * the last day on which they are known to be there: the day before a written end, or the day of the latest observation;
 * an end that nobody wrote down proves nothing.
 *
 * <p>Where all dates that matter are known to the day, time is in days. Otherwise it is in whole years since {@code from}:
 * an exit counts at the first anniversary by which it has certainly happened, and whoever is known to be there for a part
 * of a year is at risk in it.
 *
 * <p>Not comparable with the rate of a retention, which looks at the end point: there, who came back is retained, and who
 * was not seen again is not.
 *
 * @param asked the question again
 * @param held what is kept
 * @param from first day
 * @param to last day looked at
 * @param unit of time
 * @param base how many people are in the base
 * @param baseUncertain how many belong to the base in some readings of coarse dates and not in others
 * @param end how fresh what is known of the base on {@code to} is, whatever became of them before; carried are those
 *     whose spell nothing showed to be true after {@code from}, or within {@code maxAge}
 * @param interval exits before which nothing was known of the person for a while
 * @param table what happened when, from time 0 on: each year, or each day on which anything happened
 * @param estimates for each line of the table
 * @param median the first time at which the share is at most one half; null if that is not reached
 * @param whereUnknown those left out only because an attribute of a condition is not known
 */
public record Survival(
        Asked asked,
        Filter held,
        LocalDate from,
        LocalDate to,
        Unit unit,
        int base,
        int baseUncertain,
        Staleness end,
        int interval,
        List<Risk> table,
        List<KaplanMeier.Estimate> estimates,
        Integer median,
        int whereUnknown) {

    /** In what time is counted. */
    public enum Unit {
        DAYS,
        YEARS;

        /** Whole units from one day to another, a part of one counted in full if {@code up}. */
        public int between(LocalDate from, LocalDate day, boolean up) {
            if (this == DAYS) {
                return (int) ChronoUnit.DAYS.between(from, day);
            }
            int years = (int) ChronoUnit.YEARS.between(from, day);
            while (from.plusYears(years + 1L).compareTo(day) <= 0) { // 29 February has an anniversary each year
                years++;
            }
            return up && from.plusYears(years).isBefore(day) ? years + 1 : years;
        }

        /** The day that lies some units after another. */
        public LocalDate after(LocalDate from, int time) {
            return this == DAYS ? from.plusDays(time) : from.plusYears(time);
        }
    }

    /** The question. */
    public record Question(Population population, Filter held, LocalDate from, LocalDate to) {

        /**
         * Checks that what is held can be followed.
         *
         * @param to the last day looked at; null for the day of the moment of knowledge, or
         *     {@code from} if that is later
         * @throws IllegalArgumentException if {@code to} is before {@code from}, {@code held} names a day of its own, or
         *     an attribute that can have several values
         */
        public Question {
            Days.inOrder(from, to == null ? from : to);
            if (held.day() != null) {
                throw new IllegalArgumentException(
                        "held is followed from the first day on; it takes no day of its own");
            }
            if (held.attribute() == Attribute.GROUP) {
                throw new IllegalArgumentException("held needs an attribute with one value; put group into where");
            }
        }

        /** The last day looked at, as known in a view. */
        public LocalDate lastDay(View view) {
            var today = view.recorded().atZone(ZoneOffset.UTC).toLocalDate();
            return to != null ? to : today.isBefore(from) ? from : today;
        }
    }

    /**
     * Answers.
     *
     * @throws IllegalArgumentException if the cohort, or a value of a condition, does not exist
     */
    public static Survival of(View believed, Question question) {
        var all = Lifetimes.of(question.population().rules().of(believed), question);
        var lifetimes = all.list();
        var from = question.from();
        var unit = all.unit();
        var table = RiskTable.of(lifetimes, from, unit);
        var estimates = KaplanMeier.of(table);
        return new Survival(
                Asked.of(all.view(), question.population(), all.to()),
                question.held(),
                from,
                all.to(),
                unit,
                all.base().size(),
                all.base().uncertain(),
                all.end(),
                (int) lifetimes.stream()
                        .filter(life -> life.gap() && life.end() != Lifetime.End.CENSORED)
                        .count(),
                table,
                estimates,
                KaplanMeier.median(table, estimates),
                all.whereUnknown());
    }
}
