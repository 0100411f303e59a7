package dev.sojourn.bench.peer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB, in this process, with a file and two threads. */
final class DuckDb extends Database {

    static final String NAME = "DuckDB";

    private final Path file;

    private DuckDb(Path file) throws SQLException {
        super(NAME, "duckdb", DriverManager.getConnection("jdbc:duckdb:" + file));
        this.file = file;
    }

    static DuckDb of(Path folder, Facts facts) throws Exception {
        var duck = new DuckDb(folder.resolve("duckdb.db"));
        duck.run("set threads = " + Runtime.getRuntime().availableProcessors());
        duck.load(facts);
        return duck;
    }

    /** The same database with its own table of year-ends beside the versions. */
    YearTable yearTable() throws SQLException {
        return new YearTable(((DuckDBConnection) connection()).duplicate());
    }

    @Override
    Table table(String name, int columns) throws SQLException {
        var appender = ((DuckDBConnection) connection()).createAppender(name);
        return new Appended(appender);
    }

    @Override
    public long bytes() throws Exception {
        run("checkpoint");
        return Files.size(file);
    }

    private record Appended(DuckDBAppender appender) implements Table {

        @Override
        public void add(Object... values) throws SQLException {
            appender.beginRow();
            for (var value : values) {
                if (value == null) {
                    appender.appendNull();
                } else if (value instanceof Short number) {
                    appender.append(number.shortValue());
                } else if (value instanceof Integer number) {
                    appender.append(number.intValue());
                } else if (value instanceof Long number) {
                    appender.append(number.longValue());
                } else {
                    appender.append((String) value);
                }
            }
            appender.endRow();
        }

        @Override
        public void close() throws SQLException {
            appender.close();
        }
    }
}
