package dev.sojourn.command.lookup;

import dev.sojourn.event.Header;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which imported rows were applied, by their fingerprints. */
public final class ImportedRows {

    private final LookupIndex index;
    private final Map<String, Boolean> changed = new HashMap<>();
    /** Those that brought no event, so that nothing else tells of them. */
    private final Set<String> withoutEvent = new LinkedHashSet<>();

    ImportedRows(LookupIndex index) {
        this.index = index;
    }

    public boolean contains(String fingerprint) {
        var applied = changed.get(fingerprint);
        return applied == null ? index.applied(fingerprint) : applied;
    }

    public void add(String fingerprint) {
        changed.put(fingerprint, true);
    }

    /** It was applied, but no event came of it. */
    public void addWithoutEvent(String fingerprint) {
        add(fingerprint);
        withoutEvent.add(fingerprint);
    }

    /** Its import was undone: it may be applied again. */
    public void remove(String fingerprint) {
        changed.put(fingerprint, false);
        withoutEvent.remove(fingerprint);
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

    /** Writes, in the running transaction, what no event tells. */
    void write(JdbcTemplate sql) {
        for (String fingerprint : withoutEvent) {
            sql.update("merge into lookup_row (fingerprint) values (?)", fingerprint);
        }
        changed.forEach((fingerprint, applied) -> {
            if (!applied) { // of an older ledger it stands there whether events tell of it or not
                sql.update("delete from lookup_row where fingerprint = ?", fingerprint);
            }
        });
    }

    /** Those that no event tells of. */
    static void read(JdbcTemplate sql, LookupIndex into) {
        sql.query("select fingerprint from lookup_row", row -> {
            into.apply(row.getString(1), true);
        });
    }

    /** Puts what has changed into the index, and forgets it. */
    void publish() {
        changed.forEach(index::apply);
        forget();
    }

    void forget() {
        changed.clear();
        withoutEvent.clear();
    }
}
