package dev.sojourn.command.lookup;

import static dev.sojourn.command.RuleViolation.Rule.PARENT_CYCLE;
import static dev.sojourn.command.RuleViolation.Rule.STANDS_IN_THE_WAY;

import dev.sojourn.command.Command;
import dev.sojourn.command.Obstacle;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.command.rule.State;
import dev.sojourn.command.rule.Undone;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.ResearcherId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What an undo means for other subjects: nobody may be left naming what is no longer there, and what comes back may not
 * be another's by now.
 *
 * @param recorded the last position there is to read
 * @param states what is recorded of a subject, as the deciding transaction sees it
 */
public record Ties(
        Lookups lookups,
        Surroundings surroundings,
        References references,
        long recorded,
        Function<Id, State<Command, Event>> states) {

    /**
     * Sees whether an undo fits in.
     *
     * @param state of its subject, before it
     * @param registered the position of the subject's first event
     * @throws RuleViolation if others name what would be gone, or have what would come back
     */
    public void check(Event undoing, State<? super Command, Event> state, long registered) {
        long sequence = Undone.sequence(undoing);
        if (sequence < 0) {
            return;
        }
        var before = state.counted(Set.of());
        var after = state.counted(Set.of(sequence));
        if (entered(before.values()) && !entered(after.values())) {
            requireUnnamed(undoing.subject(), registered);
        }
        for (var event : after.entrySet()) {
            if (!before.containsKey(event.getKey())) {
                surroundings.check(event.getValue());
            }
        }
        if (undoing.subject() instanceof ResearcherId researcher) {
            comesBack(researcher, after.values());
        } else if (undoing.subject() instanceof InstitutionId institution) {
            requireNoCycle(institution, after.values());
        }
    }

    private static boolean entered(Collection<Event> counted) {
        return counted.stream()
                .anyMatch(event -> event instanceof ResearcherRegistered
                        || event instanceof InstitutionRegistered
                        || event instanceof CohortDefined);
    }

    private void requireUnnamed(Id gone, long registered) {
        var obstacles = new ArrayList<Obstacle>();
        for (var subject : references.naming(gone, registered, recorded)) {
            states.apply(subject).counted(Set.of()).forEach((sequence, event) -> {
                if (References.named(event).anyMatch(gone::equals)) {
                    obstacles.add(new Obstacle(
                            subject,
                            sequence,
                            event.getClass().getSimpleName(),
                            gone instanceof InstitutionId ? Rule.UNKNOWN_INSTITUTION : Rule.UNKNOWN_RESEARCHER,
                            "it names " + gone));
                }
            });
        }
        if (!obstacles.isEmpty()) {
            throw new RuleViolation(
                    STANDS_IN_THE_WAY,
                    "other events name " + gone + ", which would no longer be in the ledger: undo them first, or all"
                            + " together",
                    obstacles);
        }
    }

    /** Identifiers, spell ids and the one a researcher counts as, if they were taken away and would be there again. */
    private void comesBack(ResearcherId researcher, Collection<Event> counted) {
        ResearcherMerged merge = null;
        for (var event : counted) {
            if (event instanceof AffiliationRecorded recorded) {
                surroundings.requireOwn(recorded);
            } else if (event instanceof ResearcherMerged merged) {
                merge = merged;
            } else if (event instanceof ResearcherUnmerged) {
                merge = null;
            }
        }
        surroundings.requireFree(researcher, List.copyOf(Lookups.identifiers(counted)));
        if (merge != null && lookups.survivor(researcher).isEmpty()) {
            surroundings.check(merge);
        }
    }

    private void requireNoCycle(InstitutionId institution, Collection<Event> counted) {
        var parents = new TreeMap<LocalDate, InstitutionId>();
        for (var event : counted) {
            if (event instanceof InstitutionRegistered registered) {
                parents.put(LocalDate.MIN, registered.profile().parent());
            } else if (event instanceof InstitutionCorrected corrected) {
                parents.put(LocalDate.MIN, corrected.profile().parent());
            } else if (event instanceof ParentChanged changed) {
                parents.put(changed.from().earliest(), changed.parent());
            }
        }
        parents.forEach((from, parent) -> {
            var next = parents.higherKey(from);
            if (parent != null
                    && lookups.relations().below(parent, institution, from, next == null ? LocalDate.MAX : next)) {
                throw new RuleViolation(
                        PARENT_CYCLE,
                        parent + " is " + institution + " or below it on some day by now, so it cannot be its parent"
                                + " again");
            }
        });
    }
}
