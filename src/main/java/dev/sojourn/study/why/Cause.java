package dev.sojourn.study.why;

import dev.sojourn.event.CareerEvent;
import dev.sojourn.event.CohortEvent;
import dev.sojourn.event.EducationEvent;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.InstitutionEvent.InstitutionClosed;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRenamed;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.projection.Effective;
import java.util.List;
import java.util.Locale;

/** Why somebody is in another cell, in the order of priority. */
public enum Cause {
    /** Counted under other rules. */
    RULES,
    /** Came into the cohort, or left it. */
    COHORT,
    /** Two records became one person, or one became two. */
    IDENTITY,
    /** The institution moved its headquarters, merged, or got another parent or group, or was described anew. */
    INSTITUTION,
    /** What was believed was wrong: corrected, retracted or undone. */
    CORRECTED,
    /** It was not known before: recorded, ended, confirmed, reviewed. */
    LEARNED,
    /** Only the day is another one. */
    WORLD;

    /** As answers write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * As which cause an event counts; null for one that moves nobody, such as a name, or the registration of an institution.
     *
     * @param ofSubject all events of its subject
     */
    static Cause of(Recorded recorded, List<Recorded> ofSubject) {
        var event = recorded.event();
        if (event instanceof CohortEvent) {
            return COHORT;
        }
        if (event instanceof InstitutionEvent) {
            boolean movesNobody = event instanceof InstitutionRegistered
                    || event instanceof InstitutionRenamed
                    || event instanceof InstitutionClosed;
            return movesNobody ? null : INSTITUTION;
        }
        var undone = Effective.undoes(event);
        if (undone != null) {
            return ofSubject.stream()
                    .filter(target -> target.header().sequence() == undone)
                    .map(target -> of(target, ofSubject) == IDENTITY ? IDENTITY : CORRECTED)
                    .findFirst()
                    .orElse(CORRECTED);
        }
        return ofPerson(event);
    }

    private static Cause ofPerson(Event event) {
        if (event instanceof ResearcherMerged || event instanceof ResearcherUnmerged) {
            return IDENTITY;
        }
        if (event instanceof AffiliationCorrected
                || event instanceof AffiliationRetracted
                || (event instanceof EducationEvent && !(event instanceof EducationRecorded))) {
            return CORRECTED;
        }
        boolean learned = event instanceof SpellEvent
                || event instanceof EducationEvent
                || event instanceof CareerEvent
                || event instanceof ReviewEvent
                || event instanceof ResearcherRegistered;
        return learned ? LEARNED : null;
    }
}
