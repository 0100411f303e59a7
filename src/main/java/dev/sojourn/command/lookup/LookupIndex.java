package dev.sojourn.command.lookup;

import dev.sojourn.command.lookup.Owners.Kind;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The look-ups of a ledger as of its last committed event, in memory: changed by {@link Lookups} when a transaction has
 * committed, under the store's write lock, and read by any number of threads. What there are many of, subjects, spells,
 * identifiers, commands and imported rows, stands in {@link MarkTable}s; what there are few of, in maps.
 */
public final class LookupIndex {

    /** Of these there may be as many as there are events. */
    private final MarkTable subjects; // the position of the first event

    private final Map<Kind, MarkTable> many; // the position of the first event of the owner
    private final MarkTable commands; // the position of the first event
    private final MarkTable rows; // 1

    /** Subjects with events of which none that counts enters them into the ledger. */
    private final Map<String, Boolean> unentered = new ConcurrentHashMap<>();

    private final Map<Kind, Map<String, String>> few = new EnumMap<>(Kind.class);
    /** The last position of commands between whose events there are others. */
    private final Map<String, Long> scattered = new ConcurrentHashMap<>();

    private final Map<InstitutionId, Relatives> relations = new ConcurrentHashMap<>();

    private final LedgerStore store;
    private final LookupKey key;
    private volatile long position;

    /** That of a ledger without events. */
    LookupIndex(LedgerStore store, LookupKey key) {
        this.store = store;
        this.key = key;
        subjects = new MarkTable();
        many = Map.of(Kind.SPELL, new MarkTable(), Kind.IDENTIFIER, new MarkTable());
        commands = new MarkTable();
        rows = new MarkTable();
        begin();
    }

    /** As it was saved. */
    LookupIndex(SnapshotIn in, LedgerStore store, LookupKey key) {
        this.store = store;
        this.key = key;
        subjects = new MarkTable(in);
        many = Map.of(Kind.SPELL, new MarkTable(in), Kind.IDENTIFIER, new MarkTable(in));
        commands = new MarkTable(in);
        rows = new MarkTable(in);
        begin();
        times(in.number(), () -> unentered.put(in.text(), true));
        few.values().forEach(map -> times(in.number(), () -> map.put(in.text(), in.text())));
        times(in.number(), () -> scattered.put(in.text(), (long) in.number()));
        times(in.number(), () -> relations.put(new InstitutionId(in.text()), Relatives.parse(in.text())));
        position = in.number();
    }

    private void begin() {
        for (var kind : Kind.values()) {
            if (kind != Kind.SUBJECT && !many.containsKey(kind)) {
                few.put(kind, new ConcurrentHashMap<>());
            }
        }
    }

    private static void times(int times, Runnable what) {
        for (int time = 0; time < times; time++) {
            what.run();
        }
    }

    /** Nothing may be changed meanwhile. */
    void save(SnapshotOut out) {
        subjects.save(out);
        many.get(Kind.SPELL).save(out);
        many.get(Kind.IDENTIFIER).save(out);
        commands.save(out);
        rows.save(out);
        out.number(unentered.size());
        unentered.keySet().forEach(out::text);
        few.values().forEach(map -> {
            out.number(map.size());
            map.forEach((id, owner) -> {
                out.text(id);
                out.text(owner);
            });
        });
        out.number(scattered.size());
        scattered.forEach((id, last) -> {
            out.text(id);
            out.number(last.intValue());
        });
        out.number(relations.size());
        relations.forEach((institution, relatives) -> {
            out.text(institution.value());
            out.text(relatives.text());
        });
        out.number((int) position);
    }

    /** What another has otherwise; empty if it answers all questions alike. Neither is to be changed meanwhile. */
    Optional<String> difference(LookupIndex other) {
        if (position != other.position) {
            return Optional.of("they cover " + position + " events and " + other.position);
        }
        var same = new LinkedHashMap<String, Boolean>();
        same.put("subjects", subjects.same(other.subjects) && unentered.equals(other.unentered));
        same.put("spells", many.get(Kind.SPELL).same(other.many.get(Kind.SPELL)));
        same.put("identifiers", many.get(Kind.IDENTIFIER).same(other.many.get(Kind.IDENTIFIER)));
        same.put("commands", commands.same(other.commands));
        same.put("imported rows", rows.same(other.rows));
        same.put("relations of institutions", relations.equals(other.relations));
        same.put("merges, distinctions and erasures", few.equals(other.few));
        return same.entrySet().stream()
                .filter(each -> !each.getValue())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    LedgerStore store() {
        return store;
    }

    LookupKey key() {
        return key;
    }

    /** Position of the last event that it covers. */
    public long position() {
        return position;
    }

    void covers(long upTo) {
        position = upTo;
    }

    /** Whether a subject has any event. */
    boolean heardOf(String subject) {
        return subjects.get(key.mark(subject)) > 0;
    }

    /** A subject's first event. */
    void first(String subject, long at) {
        subjects.put(key.mark(subject), Math.toIntExact(at));
    }

    /** The owner of an id: the key of a subject. */
    Optional<String> owner(Kind kind, String id) {
        if (kind == Kind.SUBJECT) {
            return Optional.of(id).filter(subject -> heardOf(subject) && !unentered.containsKey(subject));
        }
        if (!many.containsKey(kind)) {
            return Optional.ofNullable(few.get(kind).get(id));
        }
        int first = many.get(kind).get(key.mark(id));
        return first == 0 || first > store.readable() ? Optional.empty() : Optional.of(store.committedSubject(first));
    }

    /** Whether an owner has an id. */
    boolean owns(Kind kind, String id, String owner) {
        return many.containsKey(kind)
                ? heardOf(owner) && many.get(kind).get(key.mark(id)) == subjects.get(key.mark(owner))
                : owner(kind, id).filter(owner::equals).isPresent();
    }

    /** Sets who owns an id: a subject with events; null for nobody. */
    void own(Kind kind, String id, String owner) {
        if (kind == Kind.SUBJECT) {
            enter(id, owner != null);
        } else if (!many.containsKey(kind)) {
            put(few.get(kind), id, owner);
        } else if (owner == null) {
            many.get(kind).remove(key.mark(id));
        } else {
            many.get(kind).put(key.mark(id), subjects.get(key.mark(owner)));
        }
    }

    void enter(String subject, boolean entered) {
        put(unentered, subject, entered ? null : true);
    }

    private static <T> void put(Map<String, T> map, String id, T value) {
        if (value == null) {
            map.remove(id);
        } else {
            map.put(id, value);
        }
    }

    /** The ids of a kind of which there are few that an owner has. */
    List<String> owned(Kind kind, String owner) {
        var ids = new ArrayList<String>();
        few.get(kind).forEach((id, theirs) -> {
            if (theirs.equals(owner)) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** Whether there is any id of a kind of which there are few. */
    boolean any(Kind kind) {
        return !few.get(kind).isEmpty();
    }

    /** The position of a command's first event, 0 if none came of it; it may not be on disk yet. */
    long firstOf(String command) {
        return commands.get(key.mark(command));
    }

    /** The position of a command's last event, its first being at a position. */
    long lastOf(String command, long first) {
        var known = scattered.get(command);
        long last = known == null ? first : known;
        long upTo = Math.min(position, store.readable());
        while (known == null
                && last < upTo
                && store.committedAt(last + 1).header().commandId().equals(command)) {
            last++;
        }
        return last;
    }

    /** An event came of a command; with others between it and the one before, if scattered. */
    void command(String id, long first, long last, boolean withOthersBetween) {
        commands.put(key.mark(id), Math.toIntExact(first));
        if (withOthersBetween) {
            scattered.put(id, last);
        }
    }

    /** Whether an imported row was applied. */
    boolean applied(String fingerprint) {
        return rows.get(key.mark(fingerprint)) > 0;
    }

    void apply(String fingerprint, boolean applied) {
        if (applied) {
            rows.put(key.mark(fingerprint), 1);
        } else {
            rows.remove(key.mark(fingerprint));
        }
    }

    /** What an institution belongs to and goes on as; not to be changed. */
    Relatives relatives(InstitutionId institution) {
        return relations.getOrDefault(institution, Relatives.NONE);
    }

    void relate(InstitutionId institution, Relatives relatives) {
        if (relatives.equals(Relatives.NONE)) {
            relations.remove(institution);
        } else {
            relations.put(institution, relatives);
        }
    }
}
