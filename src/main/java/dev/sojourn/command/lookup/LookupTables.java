package dev.sojourn.command.lookup;

import dev.sojourn.command.rule.Undone;
import dev.sojourn.event.Event;
import dev.sojourn.event.Recorded;
import dev.sojourn.store.LedgerStore;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the look-up tables agree with the events again. */
public final class LookupTables {

    /** Events folded between two writes: enough for large batches, few enough to hold. */
    private static final int CHUNK = 10_000;

    private final LedgerStore store;
    private final LookupKey key;
    private final JdbcTemplate sql;

    public LookupTables(LedgerStore store, LookupKey key) {
        this.store = store;
        this.key = key;
        sql = new JdbcTemplate(store.dataSource());
    }

    /** Rebuilds them if they cover other events than there are, or were made with another key. */
    public void check() {
        var mark = key.hash("the key of these look-ups");
        new TransactionTemplate(store.writes()).executeWithoutResult(transaction -> {
            var made = sql.queryForList("select key_mark from lookup_head", String.class)
                    .get(0);
            boolean sameKey = mark.equals(made);
            if (sameKey && new Lookups(store.dataSource(), key).position() == store.head()) {
                return;
            }
            if (!sameKey) {
                sql.update("update lookup_command set request_hash = null");
                sql.update("update lookup_head set key_mark = ?", mark);
            }
            fold();
        });
    }

    /** Rebuilds them. What no event tells stays: the hashes of requests, and imported rows that brought no event. */
    public void rebuild() {
        new TransactionTemplate(store.writes()).executeWithoutResult(transaction -> fold());
    }

    private void fold() {
        var lookups = new Lookups(store.dataSource(), key);
        var requestHashes = lookups.commandIds().requestHashes();
        sql.update("delete from lookup_owner");
        sql.update("delete from lookup_relation");
        sql.update("delete from lookup_command");
        long head = store.head();
        store.read(0, head, recorded -> {
            var header = recorded.header();
            lookups.on(recorded.event(), () -> counted(recorded));
            if (header.importRow() == null) {
                lookups.commandIds().note(header.commandId(), requestHashes.get(header.commandId()), header.position());
            } else {
                lookups.rows().add(header.importRow());
            }
            if (header.position() % CHUNK == 0) {
                lookups.write(header.position());
            }
        });
        lookups.write(head);
    }

    private List<Event> counted(Recorded last) {
        return Undone.counted(store.ofSubject(last.event().subject(), last.position()).stream()
                .map(Recorded::event)
                .toList());
    }
}
