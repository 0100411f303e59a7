package dev.sojourn.command.lookup;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many rows each look-up had at a position, which tells later whether any were lost. The database knows it at once. */
public final class LookupCounts {

    private static final List<String> TABLES =
            List.of("lookup_owner", "lookup_relation", "lookup_command", "lookup_row");

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
        return TABLES.stream()
                .map(table -> sql.queryForObject("select count(*) from " + table, Long.class)
                        .toString())
                .collect(Collectors.joining(" "));
    }
}
