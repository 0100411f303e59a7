package dev.sojourn.command.lookup;

import dev.sojourn.command.rule.Undone;
import dev.sojourn.event.Event;
import dev.sojourn.event.Header;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.store.LedgerStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the look-up tables agree with the events again. */
public final class LookupTables {

    /** Events folded between two writes: enough for large batches, few enough to hold. */
    private static final int CHUNK = 10_000;

    /** Events looked at after a kill: what it may have left half done is among the last. */
    private static final long LOOKED_AT = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(LookupTables.class);

    private final LedgerStore store;
    private final LookupKey key;
    private final JdbcTemplate sql;

    public LookupTables(LedgerStore store, LookupKey key) {
        this.store = store;
        this.key = key;
        sql = new JdbcTemplate(store.dataSource());
    }

    /**
     * Rebuilds them, and says so in the log, if anything is wrong with them: they were made with another key, cover other
     * events than there are, have other rows than when they were last counted, or do not know one of the last events.
     * Before that, indexes by which not every row is found are made anew.
     */
    public void check() {
        var mark = key.hash("the key of these look-ups");
        new TransactionTemplate(store.writes()).executeWithoutResult(transaction -> {
            if (new LookupIndexes(sql).repair(LookupCounts.FEW)) {
                LOG.warn("Repaired at the start: an index of the look-ups was damaged and is made anew");
            }
            var wrong = wrong(mark);
            if (wrong.isPresent()) {
                if (made() != null) {
                    LOG.warn("Repaired at the start: the look-ups are built again, since {}", wrong.get());
                }
                sql.update("update lookup_head set key_mark = ?", mark);
                fold();
            }
            new LookupCounts(sql).write();
        });
    }

    private Optional<String> wrong(String mark) {
        if (!mark.equals(made())) {
            forgetRequests();
            return Optional.of("they were made with another key");
        }
        long covered = new Lookups(store, key).position();
        if (covered != store.head()) {
            return Optional.of("they cover " + covered + " events of " + store.head());
        }
        var counts = new LookupCounts(sql);
        if (counts.position() == covered) {
            if (counts.agree()) {
                return Optional.empty();
            }
            forgetRequests();
            return Optional.of("rows are missing, too many, or others");
        }
        return unknown(Math.max(counts.position(), covered - LOOKED_AT))
                .map(position -> "they do not know the event at position " + position);
    }

    /** A hash that may be another one would refuse the right request; without it every request under its id is answered. */
    private void forgetRequests() {
        sql.update("update lookup_command set request_hash = null");
    }

    /** Tells which key they were made with; null if they were never made. */
    private String made() {
        return sql.queryForList("select key_mark from lookup_head", String.class)
                .get(0);
    }

    /** The first of the last events that they do not know. */
    private Optional<Long> unknown(long after) {
        var lookups = new Lookups(store, key);
        var unknown = new ArrayList<Long>();
        store.read(Math.max(0, after), store.head(), recorded -> {
            if (unknown.isEmpty() && !knows(lookups, recorded)) {
                unknown.add(recorded.position());
            }
        });
        return unknown.stream().findFirst();
    }

    private static boolean knows(Lookups lookups, Recorded recorded) {
        var header = recorded.header();
        boolean told = header.importRow() != null
                ? lookups.rows().contains(header.importRow())
                : lookups.commandIds()
                        .find(header.commandId())
                        .filter(used -> used.first() <= header.position() && header.position() <= used.last())
                        .isPresent();
        return told
                && (!(recorded.event() instanceof AffiliationRecorded spell)
                        || lookups.ownerOfSpell(spell.spell().value()).isPresent());
    }

    /** Rebuilds them. What no event tells stays: the hashes of requests, and imported rows that brought no event. */
    public void rebuild() {
        new TransactionTemplate(store.writes()).executeWithoutResult(transaction -> fold());
    }

    private void fold() {
        var lookups = new Lookups(store, key);
        var requestHashes = lookups.commandIds().requestHashes();
        sql.update("delete from lookup_owner");
        sql.update("delete from lookup_relation");
        sql.update("delete from lookup_command");
        long head = store.head();
        store.read(0, head, recorded -> {
            var header = recorded.header();
            lookups.on(recorded.event(), () -> counted(recorded));
            if (header.undoes() != null) {
                LongFunction<Header> at = position -> store.at(position).header();
                lookups.rows().undone(header.importBatch(), at.apply(header.undoes()), at);
            }
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
