package dev.sojourn.bench.peer;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * DuckDB with where everybody was at each year-end, as known now, worked out before: fast for that and for nothing else,
 * and to be made again after each event.
 */
final class YearTable extends Database {

    static final String NAME = "DuckDB, year table";

    private final double seconds;

    YearTable(Connection connection) throws SQLException {
        super(NAME, "year-table", connection);
        long began = System.nanoTime();
        run("create table year_end as " + Yearly.table());
        seconds = (System.nanoTime() - began) / 1e9;
    }

    /** How long it took to make the table. */
    double seconds() {
        return seconds;
    }

    @Override
    Statement statement(Question question) {
        return switch (question) {
            case FLOWS_NOW -> Statement.parse("select c19, c25, count(*) from year_end group by c19, c25");
            case FLOWS_OF_ORIGIN ->
                Statement.parse("select c19, c25, count(*) from year_end where origin = :origin group by c19, c25");
            case RETENTION_NOW ->
                Statement.parse(
                        "select c25, count(*) from year_end where origin = :origin and c19 = :country group by c25");
            case ORIGINS -> Statement.parse("select origin, c19, count(*) from year_end group by origin, c19");
            case YEARLY -> Statement.parse(Yearly.pairs("year_end"));
            default -> null;
        };
    }

    @Override
    Table table(String name, int columns) {
        throw new UnsupportedOperationException("filled by its query");
    }

    @Override
    public long bytes() throws SQLException {
        return 0; // inside the other's file
    }
}
