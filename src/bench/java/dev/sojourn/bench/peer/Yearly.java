package dev.sojourn.bench.peer;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The SQL of the consecutive years: one pass over the versions for all year-ends, then a count for each pair of years. */
final class Yearly {

    private static final int[] DAYS = Vantages.yearEnds();

    private Yearly() {}

    static String sql() {
        return "with stood as (select " + years(Yearly::best) + " from version where known_from <= :position"
                + " group by researcher), placed as materialized (select "
                + years(year -> "s" + year + ".country as c" + year)
                + " from stood " + years(" ", Yearly::seat) + ") " + pairs("placed");
    }

    /** A count for each pair of consecutive years of a table with a column for each. */
    static String pairs(String table) {
        return IntStream.range(1, DAYS.length)
                .mapToObj(year -> String.format(
                        "select %1$d, c%1$d, c%2$d, count(*) from %3$s group by c%1$d, c%2$d", year - 1, year, table))
                .collect(Collectors.joining(" union all "));
    }

    private static String best(int year) {
        return String.format(
                "min(case when start_day <= %1$d and %1$d < end_day and known_to > :position then precedence end) as y%2$d",
                DAYS[year], year);
    }

    private static String seat(int year) {
        return String.format(
                "left join (select institution, country from seat where from_day <= %1$d and %1$d < to_day) s%2$d"
                        + " on s%2$d.institution = ((y%2$d >> 5) & 32767)",
                DAYS[year], year);
    }

    /** A table of where everybody who is known now was at each year-end. */
    static String table() {
        return "with stood as (select researcher, " + years(year -> best(year).replace(":position", "2147483646"))
                + " from version group by researcher) select r.id, r.origin, "
                + years(year -> "s" + year + ".country as c" + year)
                + " from stood join researcher r on r.id = stood.researcher " + years(" ", Yearly::seat);
    }

    private static String years(IntFunction<String> each) {
        return years(", ", each);
    }

    private static String years(String between, IntFunction<String> each) {
        return IntStream.range(0, DAYS.length).mapToObj(each).collect(Collectors.joining(between));
    }
}
