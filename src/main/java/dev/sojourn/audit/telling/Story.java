package dev.sojourn.audit.telling;

import dev.sojourn.event.EducationEvent;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.Effective;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All events of one subject up to a position, and what they mean for one another: which were undone by which, and what
 * was believed before each.
 */
public final class Story {
    private final List<Recorded> events;
    private final Map<Long, Long> undoing = new HashMap<>();

    /** Of one subject's events, all of them up to a position, in order. */
    public Story(List<Recorded> events) {
        this.events = List.copyOf(events);
        for (int at = events.size() - 1; at >= 0; at--) { // an undo only reaches back, so the last word comes first
            var recorded = events.get(at);
            var target = Effective.undoes(recorded.event());
            if (target != null && !undoing.containsKey(recorded.header().sequence())) {
                undoing.putIfAbsent(target, recorded.position());
            }
        }
    }

    /** In order. */
    public List<Recorded> events() {
        return events;
    }

    /** The position of the event that undid an event of this subject, and still counts; null if it counts itself. */
    public Long undoneBy(Recorded recorded) {
        return undoing.get(recorded.header().sequence());
    }

    /** The event that an event undoes, or null. */
    public Recorded undone(Recorded undo) {
        var target = Effective.undoes(undo.event());
        return target == null ? null : numbered(target).orElse(null);
    }

    /** The event with a number within the subject. */
    public Optional<Recorded> numbered(long sequence) {
        return events.stream()
                .filter(recorded -> recorded.header().sequence() == sequence)
                .findFirst();
    }

    /** Whether the subject's personal data was erased. */
    public boolean erased() {
        return events.stream().anyMatch(recorded -> recorded.erased() || recorded.event() instanceof PersonErased);
    }

    /** What was believed of a spell right before a position; null for nothing. */
    Claim claimBefore(SpellId spell, long position) {
        Claim claim = null;
        for (var recorded : before(position)) {
            if (recorded.event() instanceof SpellEvent event && event.spell().equals(spell)) {
                claim = after(claim, event);
            }
        }
        return claim;
    }

    private static Claim after(Claim claim, SpellEvent event) {
        if (event instanceof AffiliationRecorded recorded) {
            return recorded.claim();
        }
        if (event instanceof AffiliationCorrected corrected) {
            return corrected.claim();
        }
        if (event instanceof AffiliationEnded ended && claim != null) {
            return claim.withEnd(ended.end());
        }
        return event instanceof AffiliationRetracted ? null : claim;
    }

    /** What was believed of a degree right before a position; null for nothing. */
    Degree degreeBefore(EducationId education, long position) {
        Degree degree = null;
        for (var recorded : before(position)) {
            if (recorded.event() instanceof EducationEvent event
                    && event.education().equals(education)) {
                degree = event instanceof EducationRecorded first
                        ? first.degree()
                        : event instanceof EducationCorrected corrected ? corrected.degree() : null;
            }
        }
        return degree;
    }

    private List<Recorded> before(long position) {
        return Effective.of(events.stream()
                .takeWhile(recorded -> recorded.position() < position)
                .toList());
    }
}
