package dev.sojourn.command.lookup;

import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.DistinctFromRecorded;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.store.LedgerStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which subjects ever named which others. No table holds it, since only undoing a registration asks; it is read from the
 * events, as a rule few, since the registration, and remembered for the next question about the same subject.
 */
public final class References {

    private final LedgerStore store;
    private final Map<Id, Set<Id>> naming = new HashMap<>();
    private long readTo;

    public References(LedgerStore store) {
        this.store = store;
    }

    /**
     * Says which subjects will be asked for, so that the events are read once for all of them.
     *
     * @param after a position before the first event that can name one of them
     * @param upTo the last event to look at
     */
    public void expect(Collection<? extends Id> targets, long after, long upTo) {
        naming.clear();
        targets.forEach(target -> naming.put(target, new HashSet<>()));
        readTo = upTo;
        read(after, upTo);
    }

    /** Other subjects with an event that names one, whether that event counts or not. */
    public Set<Id> naming(Id target, long after, long upTo) {
        if (!naming.containsKey(target)) {
            expect(List.of(target), after, upTo);
        } else if (readTo < upTo) {
            read(readTo, upTo);
            readTo = upTo;
        }
        return naming.get(target);
    }

    private void read(long after, long upTo) {
        store.readCommitted(after, upTo, recorded -> named(recorded.event()).forEach(id -> {
            var subjects = naming.get(id);
            if (subjects != null && !id.equals(recorded.event().subject())) {
                subjects.add(recorded.event().subject());
            }
        }));
    }

    /** The other subjects that an event names and needs to exist. */
    public static Stream<? extends Id> named(Event event) {
        if (event instanceof AffiliationRecorded recorded) {
            return Stream.of(recorded.claim().institution());
        }
        if (event instanceof AffiliationCorrected corrected) {
            return Stream.of(corrected.claim().institution());
        }
        if (event instanceof EducationRecorded recorded) {
            return Stream.ofNullable(recorded.degree().institution());
        }
        if (event instanceof EducationCorrected corrected) {
            return Stream.ofNullable(corrected.degree().institution());
        }
        if (event instanceof MembersAdded added) {
            return added.researchers().stream();
        }
        if (event instanceof ResearcherMerged merged) {
            return Stream.of(merged.into());
        }
        if (event instanceof DistinctFromRecorded distinct) {
            return Stream.of(distinct.other());
        }
        return Stream.of(parent(event)).filter(Objects::nonNull);
    }

    private static Id[] parent(Event event) {
        if (event instanceof InstitutionRegistered registered) {
            return new Id[] {registered.profile().parent()};
        }
        if (event instanceof InstitutionCorrected corrected) {
            return new Id[] {corrected.profile().parent()};
        }
        if (event instanceof ParentChanged changed) {
            return new Id[] {changed.parent()};
        }
        return event instanceof InstitutionMerged merged ? new Id[] {merged.into()} : new Id[0];
    }
}
