package dev.sojourn.command.lookup;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

/**
 * Asks for many ids with one statement that is prepared once. An {@code in} with hundreds of marks would be one query
 * instead of hundreds, but H2 reads it as a filter on all rows where the index has another column in front.
 */
public final class OneByOne {

    private OneByOne() {}

    /**
     * The first column that the query gives for each id; ids without a row are left out.
     *
     * @param query has one question mark, for the id
     */
    public static Map<String, String> ask(JdbcTemplate sql, String query, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql.execute(query, (PreparedStatementCallback<Map<String, String>>) statement -> {
            var found = new HashMap<String, String>();
            for (String id : ids) {
                askOne(statement, id, found);
            }
            return found;
        });
    }

    private static void askOne(PreparedStatement statement, String id, Map<String, String> found) throws SQLException {
        statement.setString(1, id);
        try (var row = statement.executeQuery()) {
            if (row.next()) {
                found.put(id, row.getString(1));
            }
        }
    }
}
