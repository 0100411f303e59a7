package dev.sojourn.command.lookup;

import dev.sojourn.command.lookup.Relatives.Merger;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What institutions belong to and go on as, and when they close. */
final class Relations {

    private final LookupIndex index;
    private final Map<InstitutionId, Relatives> changed = new HashMap<>();

    Relations(LookupIndex index) {
        this.index = index;
    }

    /** What an institution goes on as, if it does. */
    Optional<Merger> merger(InstitutionId institution) {
        return Optional.ofNullable(of(institution).merger());
    }

    void merge(InstitutionId institution, Merger merger) {
        changed.put(institution, of(institution).withMerger(merger));
    }

    /** The first day on which an institution is no more, if it has closed. */
    Optional<PartialDate> closing(InstitutionId institution) {
        return Optional.ofNullable(of(institution).closing());
    }

    void close(InstitutionId institution, PartialDate from) {
        changed.put(institution, of(institution).withClosing(from));
    }

    /** Sets the parent from a day on; null for none. */
    void parent(InstitutionId institution, LocalDate from, InstitutionId parent) {
        changed.put(institution, of(institution).withParent(from, parent));
    }

    /** The end of the time for which the parent from a day on is the parent. */
    LocalDate parentUntil(InstitutionId institution, LocalDate from) {
        var next = of(institution).parents().higherKey(from);
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
        var parents = of(lower).parents();
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
        changed.put(institution, Relatives.NONE);
    }

    /** Puts what has changed into the index, and forgets it. */
    void publish() {
        changed.forEach(index::relate);
        forget();
    }

    void forget() {
        changed.clear();
    }

    private Relatives of(InstitutionId institution) {
        var relatives = changed.get(institution);
        return relatives == null ? index.relatives(institution) : relatives;
    }
}
