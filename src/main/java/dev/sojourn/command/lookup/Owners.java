package dev.sojourn.command.lookup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whose an id is: of subjects (that there are any), of spells, of keyed hashes of identifiers, and of other marks. */
final class Owners {

    /** What is owned. */
    enum Kind {
        SUBJECT,
        SPELL,
        IDENTIFIER,
        /** Id: who counts as another; owner: that other. */
        MERGED,
        /** Id: hash of a pair that is not one person; owner: the one of which it was recorded. */
        DISTINCT,
        /** Whoever was erased, owned by themselves. */
        ERASED,
        /** Keyed hashes of what an erased person was called. */
        SUPPRESSED
    }

    private record Entry(Kind kind, String id) {}

    /** Ids remembered from one write to the next; with more they are asked for again. */
    private static final int REMEMBERED = 500_000;

    private final JdbcTemplate sql;
    /** As in the table, as far as it was asked; absent owners are there as null. */
    private final Map<Entry, String> stored = new HashMap<>();
    /** As it is to be. */
    private final Map<Entry, String> changed = new LinkedHashMap<>();

    Owners(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** The owner of an id: the key of a subject. */
    Optional<String> of(Kind kind, String id) {
        var entry = new Entry(kind, id);
        return Optional.ofNullable(changed.containsKey(entry) ? changed.get(entry) : stored(entry));
    }

    void put(Kind kind, String id, String owner) {
        changed.put(new Entry(kind, id), owner);
    }

    /** Takes an id from an owner; does nothing if it is another's by now. */
    void remove(Kind kind, String id, String owner) {
        if (of(kind, id).filter(owner::equals).isPresent()) {
            changed.put(new Entry(kind, id), null);
        }
    }

    /** Takes an id from whoever has it. */
    void remove(Kind kind, String id) {
        of(kind, id).ifPresent(owner -> remove(kind, id, owner));
    }

    /** Takes everything of one kind from an owner. */
    void removeAll(Kind kind, String owner) {
        owned(kind, owner).forEach(id -> remove(kind, id, owner));
    }

    /** Everything of one kind that an owner has. */
    List<String> owned(Kind kind, String owner) {
        var ids = new ArrayList<>(sql.queryForList(
                "select id from lookup_owner where owner = ? and kind = ?", String.class, owner, name(kind)));
        changed.forEach((entry, theirs) -> {
            if (entry.kind() == kind && owner.equals(theirs)) {
                ids.add(entry.id());
            }
        });
        return ids.stream()
                .distinct()
                .filter(id -> of(kind, id).filter(owner::equals).isPresent())
                .toList();
    }

    /** Whether there is anything of a kind. */
    boolean any(Kind kind) {
        return changed.entrySet().stream().anyMatch(entry -> entry.getKey().kind() == kind && entry.getValue() != null)
                || !sql.queryForList(
                                "select 1 from lookup_owner where kind = ? fetch first row only",
                                Integer.class,
                                name(kind))
                        .isEmpty();
    }

    /** Asks for many ids of one kind at once, which takes a fraction of the time. */
    void ask(Kind kind, Collection<String> ids) {
        var unknown = ids.stream()
                .filter(id -> !stored.containsKey(new Entry(kind, id)))
                .toList();
        var owners = OneByOne.ask(
                sql, "select owner from lookup_owner where kind = '" + name(kind) + "' and id = ?", unknown);
        unknown.forEach(id -> stored.put(new Entry(kind, id), owners.get(id)));
    }

    /** Writes what has changed, in the running transaction. */
    void write() {
        for (var kind : Kind.values()) {
            ask(
                    kind,
                    changed.keySet().stream()
                            .filter(entry -> entry.kind() == kind)
                            .map(Entry::id)
                            .toList());
        }
        var gone = new ArrayList<Object[]>();
        var come = new ArrayList<Object[]>();
        changed.forEach((entry, owner) -> {
            var before = stored(entry);
            if (before != null && !before.equals(owner)) {
                gone.add(new Object[] {name(entry.kind()), entry.id()});
            }
            if (owner != null && !owner.equals(before)) {
                come.add(new Object[] {name(entry.kind()), entry.id(), owner});
            }
        });
        batch("delete from lookup_owner where kind = ? and id = ?", gone);
        batch("insert into lookup_owner (kind, id, owner) values (?, ?, ?)", come);
        stored.putAll(changed);
        changed.clear();
        if (stored.size() > REMEMBERED) {
            stored.clear();
        }
    }

    void forgetChanges() {
        changed.clear();
    }

    void forget() {
        forgetChanges();
        stored.clear();
    }

    private void batch(String statement, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            sql.batchUpdate(statement, rows);
        }
    }

    private String stored(Entry entry) {
        if (!stored.containsKey(entry)) {
            var owners = sql.queryForList(
                    "select owner from lookup_owner where kind = ? and id = ?",
                    String.class,
                    name(entry.kind()),
                    entry.id());
            stored.put(entry, owners.isEmpty() ? null : owners.get(0));
        }
        return stored.get(entry);
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
