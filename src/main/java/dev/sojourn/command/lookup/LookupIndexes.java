package dev.sojourn.command.lookup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The indexes by which rows of the look-ups are found. They hold keys once more, so a disk that turns a bit in one of them
 * hides a row that is there: a command id would seem new, and its command be carried out twice.
 */
final class LookupIndexes {

    /** An index by columns; the primary key where it has no name. */
    private record Index(String table, String name, String columns) {}

    private static final List<Index> ALL = List.of(
            new Index("lookup_owner", null, "kind, id"),
            new Index("lookup_owner", "lookup_owner_by_owner", "owner"),
            new Index("lookup_relation", null, "institution, relation, since"),
            new Index("lookup_command", null, "id"),
            new Index("lookup_row", null, "fingerprint"));

    private final JdbcTemplate sql;
    private boolean repaired;

    LookupIndexes(JdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * Makes those anew by which not every row is found; each change of a table is committed by itself.
     *
     * @param most rows that a table may have to be looked at
     * @return whether there were any
     */
    boolean repair(long most) {
        ALL.stream()
                .filter(index -> sql.queryForObject("select count(*) from " + index.table(), Long.class) <= most)
                .filter(index -> !findsAll(index))
                .forEach(index -> {
                    makeAnew(index);
                    repaired = true;
                });
        return repaired;
    }

    /** Each row is looked for by its key: a look through the index in its order would not see that a way to it is wrong. */
    private boolean findsAll(Index index) {
        try {
            return name(index).filter(name -> lost(index, name) == 0).isPresent();
        } catch (DataAccessException damaged) {
            return false; // it leads to a row that is not there
        }
    }

    /** Without {@code use index ()} the rows would be read from the index, and be found in it. */
    private long lost(Index index, String name) {
        return sql.queryForObject(
                "select count(*) from " + index.table() + " r use index () where not exists (select 1 from "
                        + index.table() + " i use index (\"" + name + "\") where (" + of("i", index.columns()) + ") = ("
                        + of("r", index.columns()) + ") and i._rowid_ = r._rowid_)",
                Long.class);
    }

    private static String of(String row, String columns) {
        return row + "." + columns.replace(", ", ", " + row + ".");
    }

    /** A kill may have come between taking it away and making it. */
    private void makeAnew(Index index) {
        if (index.name() == null) {
            name(index).ifPresent(there -> sql.execute("alter table " + index.table() + " drop primary key"));
            sql.execute("alter table " + index.table() + " add primary key (" + index.columns() + ")");
        } else {
            sql.execute("drop index if exists " + index.name());
            sql.execute("create index " + index.name() + " on " + index.table() + " (" + index.columns() + ")");
        }
    }

    private Optional<String> name(Index index) {
        var named = index.name() == null
                ? " and index_type_name = 'PRIMARY KEY'"
                : " and index_name = '" + index.name().toUpperCase(Locale.ROOT) + "'";
        return sql
                .queryForList(
                        "select index_name from information_schema.indexes where table_name = ?" + named,
                        String.class,
                        index.table().toUpperCase(Locale.ROOT))
                .stream()
                .findFirst();
    }
}
