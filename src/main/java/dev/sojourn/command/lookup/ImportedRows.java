package dev.sojourn.command.lookup;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which imported rows were applied, by their fingerprints. */
public final class ImportedRows {

    private final JdbcTemplate sql;
    private final Set<String> added = new LinkedHashSet<>();
    /** As in the table, as far as it was asked. */
    private final Map<String, Boolean> stored = new HashMap<>();

    public ImportedRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    public boolean contains(String fingerprint) {
        return added.contains(fingerprint) || stored(fingerprint);
    }

    /** Asks for many at once, which takes a fraction of the time. */
    public void ask(Collection<String> fingerprints) {
        var unknown = fingerprints.stream()
                .filter(fingerprint -> !stored.containsKey(fingerprint))
                .toList();
        var found = OneByOne.ask(sql, "select fingerprint from lookup_row where fingerprint = ?", unknown);
        unknown.forEach(fingerprint -> stored.put(fingerprint, found.containsKey(fingerprint)));
    }

    public void add(String fingerprint) {
        added.add(fingerprint);
    }

    /** Writes what was added, in the running transaction. */
    void write() {
        ask(added);
        List<Object[]> rows = added.stream()
                .filter(fingerprint -> !stored(fingerprint))
                .map(fingerprint -> new Object[] {fingerprint})
                .toList();
        if (!rows.isEmpty()) {
            sql.batchUpdate("insert into lookup_row (fingerprint) values (?)", rows);
        }
        added.forEach(fingerprint -> stored.put(fingerprint, true));
        added.clear();
    }

    void forget() {
        added.clear();
        stored.clear();
    }

    private boolean stored(String fingerprint) {
        return stored.computeIfAbsent(fingerprint, asked -> !sql.queryForList(
                        "select 1 from lookup_row where fingerprint = ?", Integer.class, asked)
                .isEmpty());
    }
}
