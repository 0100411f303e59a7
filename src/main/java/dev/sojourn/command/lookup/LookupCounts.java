package dev.sojourn.command.lookup;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How many rows each look-up had at a position, which tells later whether any were lost. The database knows it at once; of
 * small look-ups a sum over what is in them is kept, too, which tells whether any were changed.
 */
public final class LookupCounts {

    private static final Map<String, String> TABLES = new TreeMap<>(Map.of(
            "lookup_owner", "kind, id, owner",
            "lookup_relation", "institution, relation, since, target",
            "lookup_command", "id, coalesce(request_hash, '-'), first_position, last_position",
            "lookup_row", "'', fingerprint"));

    /** Up to so many rows of a look-up are read at each start. */
    static final long FEW = 20_000;

    private final JdbcTemplate sql;

    public LookupCounts(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** The position at which they were counted, or -1. */
    long position() {
        return sql.queryForObject("select counted_position from lookup_head", Long.class);
    }

    /** Whether there are as many as then. */
    boolean agree() {
        return now().equals(sql.queryForObject("select counts from lookup_head", String.class));
    }

    /** Writes down how many there are, in the running transaction. */
    public void write() {
        sql.update("update lookup_head set counted_position = position, counts = ?", now());
    }

    private String now() {
        return TABLES.keySet().stream().map(this::now).collect(Collectors.joining(" "));
    }

    private String now(String table) {
        long rows = sql.queryForObject("select count(*) from " + table, Long.class);
        return rows > FEW
                ? Long.toString(rows)
                : rows + ":"
                        + sql.queryForObject(
                                "select coalesce(sum(ora_hash(concat_ws('|', " + TABLES.get(table) + "))), 0) from "
                                        + table,
                                Long.class);
    }
}
