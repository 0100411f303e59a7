package dev.sojourn.command.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What came of which command id. */
public final class CommandIds {

    /**
     * What came of one.
     *
     * @param requestHash keyed hash of the request, or null where it is not known
     * @param first position of its first event
     * @param last position of its last event; between them there may be others' if it was bulk work
     */
    public record Used(String requestHash, long first, long last) {}

    private final JdbcTemplate sql;
    private final Map<String, Used> changed = new LinkedHashMap<>();

    public CommandIds(JdbcTemplate sql) {
        this.sql = sql;
    }

    public Optional<Used> find(String id) {
        return Optional.ofNullable(changed.get(id)).or(() -> stored(id));
    }

    /** Notes that an event came of a command. */
    public void note(String id, String requestHash, long position) {
        changed.merge(
                id,
                new Used(requestHash, position, position),
                (before, now) -> new Used(before.requestHash(), before.first(), position));
    }

    /** Writes what has changed, in the running transaction, and forgets it. */
    void write() {
        var come = new ArrayList<Object[]>();
        var grown = new ArrayList<Object[]>();
        var there = OneByOne.ask(sql, "select id from lookup_command where id = ?", changed.keySet());
        changed.forEach((id, used) -> {
            if (there.containsKey(id)) {
                grown.add(new Object[] {used.last(), id});
            } else {
                come.add(new Object[] {id, used.requestHash(), used.first(), used.last()});
            }
        });
        if (!come.isEmpty()) {
            sql.batchUpdate(
                    "insert into lookup_command (id, request_hash, first_position, last_position) values (?, ?, ?, ?)",
                    come);
        }
        if (!grown.isEmpty()) {
            sql.batchUpdate("update lookup_command set last_position = ? where id = ?", grown);
        }
        forget();
    }

    /** The hashes of requests, which no event tells. */
    Map<String, String> requestHashes() {
        var hashes = new LinkedHashMap<String, String>();
        sql.query("select id, request_hash from lookup_command where request_hash is not null", row -> {
            hashes.put(row.getString(1), row.getString(2));
        });
        return hashes;
    }

    void forget() {
        changed.clear();
    }

    private Optional<Used> stored(String id) {
        return sql
                .query(
                        "select request_hash, first_position, last_position from lookup_command where id = ?",
                        (row, number) -> new Used(row.getString(1), row.getLong(2), row.getLong(3)),
                        id)
                .stream()
                .findFirst();
    }
}
