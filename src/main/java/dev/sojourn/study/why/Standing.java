package dev.sojourn.study.why;

import dev.sojourn.event.CohortEvent;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.MemberRemoved;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.EducationEvent;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.EducationEvent.EducationRetracted;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which events still stand where others were left out before them: not what is said of a spell, degree, person or cohort
 * that does not exist then, nor what was said already. What cannot stand is left out, too.
 */
final class Standing {

    private final Set<ResearcherId> people = new HashSet<>();
    private final Map<SpellId, Claim> spells = new HashMap<>();
    private final Set<EducationId> degrees = new HashSet<>();
    private final Map<ResearcherId, ResearcherId> into = new HashMap<>();
    private final Set<CohortId> cohorts = new HashSet<>();
    private final Above institutions = new Above();

    /** The event as it stands, or null if it does not. */
    Event of(Event event) {
        if (event instanceof InstitutionEvent change) {
            return institutions.takes(change) ? event : null;
        }
        if (event instanceof CohortEvent change) {
            return ofCohort(change);
        }
        if (event instanceof ResearcherRegistered registered) {
            return people.add(registered.researcher()) ? event : null;
        }
        boolean stands = event instanceof ResearcherEvent about
                && people.contains(about.researcher())
                && (!(event instanceof SpellEvent spell) || spell(spell))
                && (!(event instanceof EducationEvent degree) || degree(degree))
                && identity(event);
        return stands ? event : null;
    }

    private Event ofCohort(CohortEvent event) {
        if (event instanceof CohortDefined) {
            return cohorts.add(event.cohort()) ? event : null;
        }
        if (!cohorts.contains(event.cohort())) {
            return null;
        }
        if (event instanceof MembersAdded added) {
            var here = added.researchers().stream().filter(people::contains).toList();
            return here.isEmpty() ? null : new MembersAdded(added.cohort(), here, added.personal());
        }
        return event instanceof MemberRemoved removed && !people.contains(removed.researcher()) ? null : event;
    }

    private boolean spell(SpellEvent event) {
        var claim = spells.get(event.spell());
        if (event instanceof AffiliationRecorded recorded) {
            return spells.putIfAbsent(event.spell(), recorded.claim()) == null;
        }
        if (claim == null) {
            return false;
        }
        if (event instanceof AffiliationCorrected corrected) {
            spells.put(event.spell(), corrected.claim());
        } else if (event instanceof AffiliationRetracted) {
            spells.remove(event.spell());
        } else if (event instanceof AffiliationEnded ended) {
            return claim.end() == null && ended(claim, ended);
        }
        return true;
    }

    private boolean ended(Claim claim, AffiliationEnded event) {
        try {
            spells.put(event.spell(), claim.withEnd(event.end()));
            return true;
        } catch (IllegalArgumentException reversed) {
            return false;
        }
    }

    private boolean degree(EducationEvent event) {
        if (event instanceof EducationRecorded) {
            return degrees.add(event.education());
        }
        return event instanceof EducationRetracted
                ? degrees.remove(event.education())
                : degrees.contains(event.education());
    }

    private boolean identity(Event event) {
        if (event instanceof ResearcherMerged merged) {
            boolean may = people.contains(merged.into())
                    && !merged.into().equals(merged.researcher())
                    && !into.containsKey(merged.into())
                    && !into.containsKey(merged.researcher())
                    && !into.containsValue(merged.researcher());
            if (may) {
                into.put(merged.researcher(), merged.into());
            }
            return may;
        }
        return !(event instanceof ResearcherUnmerged unmerged) || into.remove(unmerged.researcher()) != null;
    }
}
