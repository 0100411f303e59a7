package dev.sojourn.bench.peer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.StringJoiner;
import org.postgresql.PGConnection;

/** PostgreSQL, a server of its own on this machine. */
final class Postgres extends Database {

    static final String NAME = "PostgreSQL";

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server, Connection connection) {
        super(NAME, "postgresql", connection);
        this.server = server;
    }

    static Postgres of(Path folder, Facts facts) throws Exception {
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("work_mem", "512MB")
                .setServerConfig("maintenance_work_mem", "512MB")
                .setServerConfig("effective_cache_size", "4GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("fsync", "off")
                .setServerConfig("jit", "off")
                .setServerConfig("autovacuum", "off")
                .setServerConfig(
                        "max_parallel_workers_per_gather",
                        "" + Runtime.getRuntime().availableProcessors())
                .start();
        var postgres = new Postgres(server, server.getPostgresDatabase().getConnection());
        postgres.load(facts);
        return postgres;
    }

    @Override
    Table table(String name, int columns) {
        return new Copied(connection(), name);
    }

    @Override
    public long bytes() throws SQLException {
        return number("select sum(pg_total_relation_size(oid)) from pg_class"
                + " where relname in ('researcher', 'institution', 'seat', 'version')");
    }

    @Override
    public void close() throws IOException, SQLException {
        super.close();
        server.close();
    }

    /** Rows as text, copied many at a time. */
    private static final class Copied implements Table {

        private static final int CHUNK = 1 << 20;

        private final Connection connection;
        private final String table;
        private final StringBuilder rows = new StringBuilder();

        Copied(Connection connection, String table) {
            this.connection = connection;
            this.table = table;
        }

        @Override
        public void add(Object... values) throws SQLException, IOException {
            var row = new StringJoiner("\t", "", "\n");
            for (var value : values) {
                row.add(value == null ? "\\N" : value.toString());
            }
            rows.append(row);
            if (rows.length() > CHUNK) {
                copy();
            }
        }

        private void copy() throws SQLException, IOException {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
            rows.setLength(0);
        }

        @Override
        public void close() throws SQLException, IOException {
            copy();
        }
    }
}
