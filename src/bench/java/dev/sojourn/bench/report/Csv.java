package dev.sojourn.bench.report;

import java.util.List;
import java.util.Locale;

/** Rows as comma-separated values, one line for each number. */
public final class Csv {

    private Csv() {}

    /** With a header. */
    public static String of(List<Row> rows) {
        var text = new StringBuilder("section,what,researchers,system,unit,median,least,first,tries,missing\n");
        for (var row : rows) {
            row.cells()
                    .forEach((system, cell) -> text.append(String.format(
                            Locale.ROOT,
                            "%s,\"%s\",%d,%s,%s,%s,%s,%s,%d,%s%n",
                            row.section(),
                            row.what(),
                            row.researchers(),
                            system,
                            row.unit(),
                            number(cell.median()),
                            number(cell.least()),
                            number(cell.first()),
                            cell.tries(),
                            cell.measured() ? "" : "\"" + cell.missing() + "\"")));
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6g", value);
    }
}
