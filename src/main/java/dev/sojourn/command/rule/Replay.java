package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.COHORT_FROZEN;

import dev.sojourn.command.Obstacle;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.event.CohortEvent.CohortFrozen;
import dev.sojourn.event.Event;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What depends on what among the events of one subject. A later event needs an earlier one if it would be refused, asked
 * again without it: so undoing follows from the rules themselves, and no rule is written twice.
 */
final class Replay {

    /** Rules about the asking, not about what is claimed: they make no event depend on another, but see below. */
    private static final Set<Rule> OF_THE_ASKING =
            EnumSet.of(Rule.NOTHING_CHANGES, Rule.REASON_REQUIRED, Rule.ALREADY_THERE);

    private Replay() {}

    /** The events that would still count, but be refused, if some more were undone; in order. */
    static List<Obstacle> inTheWay(List<? extends Event> events, Set<Long> undone) {
        // Imported histories may break rules as they stand; only what is refused because of the undo is in its way.
        var anyway = refused(events, Undone.counting(events, Set.of()), null);
        var counting = Undone.counting(events, undone);
        var refused = refused(events, counting, anyway.keySet());
        long first = undone.isEmpty() ? Long.MAX_VALUE : Collections.min(undone);
        for (long sequence : counting.tailSet(first)) {
            if (events.get((int) sequence) instanceof CohortFrozen) {
                refused.put(
                        sequence,
                        new RuleViolation(COHORT_FROZEN, "the members were made final after it was recorded"));
            }
        }
        var obstacles = new ArrayList<Obstacle>();
        refused.forEach((sequence, why) -> {
            var event = events.get(sequence.intValue());
            obstacles.add(new Obstacle(
                    event.subject(), sequence, event.getClass().getSimpleName(), why.rule(), why.detail()));
        });
        return obstacles;
    }

    /**
     * Asks for the events again, one after the other.
     *
     * @param told what is folded although it is refused, null for everything; all else that is refused is left out, so
     *     that what needs it is refused, too
     */
    private static Map<Long, RuleViolation> refused(
            List<? extends Event> events, Collection<Long> counting, Set<Long> told) {
        var refused = new TreeMap<Long, RuleViolation>();
        if (events.isEmpty()) {
            return refused;
        }
        var state = State.of(events.get(0).subject());
        for (long sequence : counting) {
            var event = events.get((int) sequence);
            var violation = violation(state, event);
            if (violation == null || told == null || told.contains(sequence)) {
                state.fold(event);
            }
            if (violation != null && (told == null || !told.contains(sequence))) {
                refused.put(sequence, violation);
            }
        }
        return refused;
    }

    private static RuleViolation violation(State<dev.sojourn.command.Command, Event> state, Event event) {
        try {
            AskedAgain.commands(event).forEach(state::decide);
            return null;
        } catch (RuleViolation refusal) {
            // To say it again is no harm, but nothing is entered twice: the second entry would hide what came between.
            boolean tolerated = OF_THE_ASKING.contains(refusal.rule()) && !(event instanceof InstitutionRegistered);
            return tolerated ? null : refusal;
        }
    }
}
