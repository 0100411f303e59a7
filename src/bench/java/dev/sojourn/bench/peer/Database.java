package dev.sojourn.bench.peer;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A database with the tables of {@code schema.sql}, asked in SQL over its own driver, every statement prepared once. */
abstract class Database implements Contender {

    private final String name;
    private final String dialect;
    private final Connection connection;

    /**
     * Of a connection.
     *
     * @param dialect the folder of its SQL
     */
    Database(String name, String dialect, Connection connection) {
        this.name = name;
        this.dialect = dialect;
        this.connection = connection;
    }

    @Override
    public final String name() {
        return name;
    }

    final Connection connection() {
        return connection;
    }

    /** Runs statements that are separated by semicolons. */
    final void run(String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String one : statements.split(";", -1)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }

    /** The only number of the only row. */
    final long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The statement of a question; null if there is none. */
    Statement statement(Question question) {
        return Statement.of(dialect, question);
    }

    @Override
    public final Optional<Asking> asking(Question question) throws SQLException {
        var statement = statement(question);
        return statement == null
                ? Optional.empty()
                : Optional.of(new Prepared(question, statement.names(), connection.prepareStatement(statement.sql())));
    }

    /** Rows of tables, added many at a time. */
    interface Table extends AutoCloseable {

        void add(Object... values) throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /** Begins to fill a table. */
    abstract Table table(String name, int columns) throws Exception;

    /** Makes the tables and fills them. */
    final void load(Facts facts) throws Exception {
        run(Statement.text(dialect, "schema").replaceAll("--[^\n]*", ""));
        try (var researchers = table("researcher", 3)) {
            for (int researcher = 0; researcher < facts.researchers(); researcher++) {
                int origin = facts.origin(researcher);
                researchers.add(
                        researcher, facts.registered(researcher), origin == Facts.UNKNOWN ? null : (short) origin);
            }
        }
        boolean[] universities = facts.universities();
        var ids = facts.institutionIds();
        try (var institutions = table("institution", 3)) {
            for (int institution = 0; institution < universities.length; institution++) {
                institutions.add(institution, ids.get(institution), (short) (universities[institution] ? 1 : 0));
            }
        }
        try (var seats = table("seat", 4)) {
            for (var seat : facts.seats()) {
                seats.add(seat.institution(), seat.from(), seat.to(), (short) seat.country());
            }
        }
        try (var versions = table("version", 8)) {
            facts.versions()
                    .each(
                            facts.researchers(),
                            version -> versions.add(
                                    version.researcher(),
                                    (short) version.spell(),
                                    version.institution(),
                                    version.precedence(),
                                    version.start(),
                                    version.end(),
                                    version.from(),
                                    version.to()));
        }
        run(Statement.text(dialect, "indexes"));
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
    }

    private record Prepared(Question question, List<String> names, PreparedStatement statement) implements Asking {

        @Override
        public Object ask(Map<String, Integer> parameters) throws SQLException {
            for (int at = 0; at < names.size(); at++) {
                statement.setInt(at + 1, parameters.get(names.get(at)));
            }
            try (ResultSet result = statement.executeQuery()) {
                var rows = new ArrayList<Object[]>();
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    var row = new Object[columns];
                    for (int column = 0; column < columns; column++) {
                        row[column] = result.getObject(column + 1);
                    }
                    rows.add(row);
                }
                return rows;
            }
        }

        @Override
        @SuppressWarnings("unchecked") // what ask answered
        public Answer read(Object answered) {
            return Rows.read(question, (List<Object[]>) answered);
        }

        @Override
        public void cancel() throws SQLException {
            statement.cancel();
        }
    }
}
