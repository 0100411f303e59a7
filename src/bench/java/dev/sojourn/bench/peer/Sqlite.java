package dev.sojourn.bench.peer;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** SQLite, in this process, with a file that memory holds. */
final class Sqlite extends Database {

    static final String NAME = "SQLite";

    private Sqlite(Path file) throws SQLException {
        super(NAME, "sqlite", DriverManager.getConnection("jdbc:sqlite:" + file));
    }

    static Sqlite of(Path folder, Facts facts) throws Exception {
        var lite = new Sqlite(folder.resolve("sqlite.db"));
        lite.run("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1000000;"
                + " pragma mmap_size = 4000000000; pragma temp_store = memory; pragma threads = "
                + Runtime.getRuntime().availableProcessors());
        lite.load(facts);
        return lite;
    }

    @Override
    Table table(String name, int columns) throws SQLException {
        return new Inserts(connection(), name, columns);
    }

    @Override
    public long bytes() throws SQLException {
        return number("select page_count * page_size from pragma_page_count(), pragma_page_size()");
    }
}
