package dev.sojourn.command.lookup;

import dev.sojourn.event.Header;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which imported rows were applied, by their fingerprints. */
public final class ImportedRows {

    private final JdbcTemplate sql;
    private final Set<String> added = new LinkedHashSet<>();
    private final Set<String> removed = new LinkedHashSet<>();
    /** As in the table, as far as it was asked. */
    private final Map<String, Boolean> stored = new HashMap<>();

    public ImportedRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    public boolean contains(String fingerprint) {
        return added.contains(fingerprint) || (!removed.contains(fingerprint) && stored(fingerprint));
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
        removed.remove(fingerprint);
    }

    /** Its import was undone: it may be applied again. */
    public void remove(String fingerprint) {
        removed.add(fingerprint);
        added.remove(fingerprint);
    }

    /**
     * Follows an undoing event: rows whose import was undone as one may be applied again; those whose events a curator
     * took back one by one may not, or an import would bring them back unnoticed.
     *
     * @param importBatch the import that is undone as one, or null
     * @param target the event that no longer counts
     * @param at tells the header of an earlier event
     */
    public void undone(String importBatch, Header target, LongFunction<Header> at) {
        if (target.undoes() != null) {
            var again = at.apply(target.undoes());
            if (target.importBatch() != null && again.importRow() != null) {
                add(again.importRow());
            }
        } else if (importBatch != null && target.importRow() != null) {
            remove(target.importRow());
        }
    }

    /** Writes what was added, in the running transaction. */
    void write() {
        if (!removed.isEmpty()) {
            sql.batchUpdate(
                    "delete from lookup_row where fingerprint = ?",
                    removed.stream().map(row -> new Object[] {row}).toList());
            removed.forEach(fingerprint -> stored.put(fingerprint, false));
            removed.clear();
        }
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

    void forgetChanges() {
        added.clear();
        removed.clear();
    }

    void forget() {
        forgetChanges();
        stored.clear();
    }

    private boolean stored(String fingerprint) {
        return stored.computeIfAbsent(fingerprint, asked -> !sql.queryForList(
                        "select 1 from lookup_row where fingerprint = ?", Integer.class, asked)
                .isEmpty());
    }
}
