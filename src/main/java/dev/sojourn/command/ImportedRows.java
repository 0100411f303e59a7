package dev.sojourn.command;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which imported rows were applied, by their fingerprints. */
final class ImportedRows {

    private final JdbcTemplate sql;
    private final Set<String> added = new LinkedHashSet<>();

    ImportedRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    boolean contains(String fingerprint) {
        return added.contains(fingerprint) || stored(fingerprint);
    }

    void add(String fingerprint) {
        added.add(fingerprint);
    }

    /** Writes what was added, in the running transaction, and forgets it. */
    void write() {
        var rows = added.stream()
                .filter(fingerprint -> !stored(fingerprint))
                .map(fingerprint -> new Object[] {fingerprint})
                .toList();
        if (!rows.isEmpty()) {
            sql.batchUpdate("insert into lookup_row (fingerprint) values (?)", rows);
        }
        forget();
    }

    void forget() {
        added.clear();
    }

    private boolean stored(String fingerprint) {
        return !sql.queryForList("select 1 from lookup_row where fingerprint = ?", Integer.class, fingerprint)
                .isEmpty();
    }
}
