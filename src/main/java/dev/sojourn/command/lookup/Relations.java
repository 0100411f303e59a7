package dev.sojourn.command.lookup;

import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What institutions belong to and go on as, and when they close. */
final class Relations {

    /** What one institution goes on as. */
    record Merger(InstitutionId into, PartialDate from) {}

    private static final String PARENT = "parent";
    private static final String MERGER = "merger";
    private static final String CLOSING = "closing";

    private static final class Relatives {
        /** The parent from a day on, until the next day there is; {@link LocalDate#MIN} is from the beginning. */
        private final TreeMap<LocalDate, Optional<InstitutionId>> parents = new TreeMap<>();

        private Merger merger;
        private PartialDate closing;
    }

    private final JdbcTemplate sql;
    private final Map<InstitutionId, Relatives> known = new HashMap<>();
    private final Set<InstitutionId> changed = new HashSet<>();

    Relations(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** What an institution goes on as, if it does. */
    Optional<Merger> merger(InstitutionId institution) {
        return Optional.ofNullable(of(institution).merger);
    }

    void merge(InstitutionId institution, Merger merger) {
        change(institution).merger = merger;
    }

    /** The first day on which an institution is no more, if it has closed. */
    Optional<PartialDate> closing(InstitutionId institution) {
        return Optional.ofNullable(of(institution).closing);
    }

    void close(InstitutionId institution, PartialDate from) {
        change(institution).closing = from;
    }

    /** Sets the parent from a day on; null for none. */
    void parent(InstitutionId institution, LocalDate from, InstitutionId parent) {
        change(institution).parents.put(from, Optional.ofNullable(parent));
    }

    /** The end of the time for which the parent from a day on is the parent. */
    LocalDate parentUntil(InstitutionId institution, LocalDate from) {
        var next = of(institution).parents.higherKey(from);
        return next == null ? LocalDate.MAX : next;
    }

    /** Whether one institution is another, or below it, on some day in {@code [from, to)}. */
    boolean below(InstitutionId lower, InstitutionId upper, LocalDate from, LocalDate to) {
        return below(lower, upper, from, to, Set.of());
    }

    /** Adopted events are asked no rules, so a circle may be there already: none is walked twice. */
    private boolean below(
            InstitutionId lower, InstitutionId upper, LocalDate from, LocalDate to, Set<InstitutionId> walked) {
        if (lower.equals(upper)) {
            return true;
        }
        if (walked.contains(lower)) {
            return false;
        }
        var path = new HashSet<>(walked);
        path.add(lower);
        var parents = of(lower).parents;
        var first = parents.floorKey(from);
        return parents.tailMap(first == null ? from : first, true).entrySet().stream()
                .filter(step -> step.getValue().isPresent())
                .anyMatch(step -> {
                    var begin = step.getKey().isAfter(from) ? step.getKey() : from;
                    var next = parentUntil(lower, step.getKey());
                    var end = next.isBefore(to) ? next : to;
                    return begin.isBefore(end) && below(step.getValue().get(), upper, begin, end, path);
                });
    }

    /** Forgets an institution's relations, to be told again. */
    void startOver(InstitutionId institution) {
        known.put(institution, new Relatives());
        changed.add(institution);
    }

    /** Writes what has changed, in the running transaction, and forgets it. */
    void write() {
        for (var institution : changed) {
            sql.update("delete from lookup_relation where institution = ?", institution.value());
            var rows = new ArrayList<Object[]>();
            var relatives = of(institution);
            relatives.parents.forEach((from, parent) -> rows.add(new Object[] {
                institution.value(),
                PARENT,
                from.equals(LocalDate.MIN) ? "" : from.toString(),
                parent.map(InstitutionId::value).orElse(null)
            }));
            if (relatives.merger != null) {
                rows.add(new Object[] {
                    institution.value(),
                    MERGER,
                    relatives.merger.from().toString(),
                    relatives.merger.into().value()
                });
            }
            if (relatives.closing != null) {
                rows.add(new Object[] {institution.value(), CLOSING, relatives.closing.toString(), null});
            }
            if (!rows.isEmpty()) {
                sql.batchUpdate(
                        "insert into lookup_relation (institution, relation, since, target) values (?, ?, ?, ?)", rows);
            }
        }
        forget();
    }

    void forget() {
        known.clear();
        changed.clear();
    }

    private Relatives change(InstitutionId institution) {
        changed.add(institution);
        return of(institution);
    }

    private Relatives of(InstitutionId institution) {
        return known.computeIfAbsent(institution, this::read);
    }

    private Relatives read(InstitutionId institution) {
        var relatives = new Relatives();
        sql.query(
                "select relation, since, target from lookup_relation where institution = ?",
                row -> {
                    var since = row.getString("since");
                    var target = Optional.ofNullable(row.getString("target")).map(InstitutionId::new);
                    if (row.getString("relation").equals(PARENT)) {
                        relatives.parents.put(since.isEmpty() ? LocalDate.MIN : LocalDate.parse(since), target);
                    } else if (row.getString("relation").equals(CLOSING)) {
                        relatives.closing = PartialDate.parse(since);
                    } else {
                        relatives.merger = new Merger(target.orElseThrow(), PartialDate.parse(since));
                    }
                },
                institution.value());
        return relatives;
    }
}
