package dev.sojourn.command.rule;

import static dev.sojourn.command.Warning.Kind.MAY_HOLD_ON_NO_DAY;
import static dev.sojourn.command.Warning.Kind.OBSERVED_OUTSIDE_STAY;
import static dev.sojourn.command.Warning.Kind.OVERLAP_AT_ONE_INSTITUTION;
import static dev.sojourn.command.Warning.Kind.SAME_CLAIM_AGAIN;

import dev.sojourn.command.Warning;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.SpellId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What people often get wrong about spells, though it may be right. For one event. */
final class SpellWarnings {

    private static final String AMISS = "; see whether the day is right, and correct the stay if it is";

    private final DateWarnings warnings;

    SpellWarnings(LocalDate today) {
        warnings = new DateWarnings(today);
    }

    /**
     * The warnings about an event.
     *
     * @param claims what is claimed of the researcher's spells before it, by spell
     */
    List<Warning> of(SpellEvent event, Map<SpellId, Claim> claims) {
        if (event instanceof AffiliationRecorded recorded) {
            claim(event.spell(), recorded.claim(), claims);
            observed(recorded.claim(), recorded.observedOn());
        } else if (event instanceof AffiliationCorrected corrected) {
            claim(event.spell(), corrected.claim(), claims);
            observed(corrected.claim(), corrected.observedOn());
        } else if (event instanceof AffiliationEnded ended) {
            warnings.date("the end of " + event.spell(), ended.end()).day("observed on", ended.observedOn());
        } else if (event instanceof AffiliationConfirmed confirmed) {
            observed(claims.get(event.spell()), confirmed.observedOn());
        }
        return warnings.sources(event.personal()).found();
    }

    private void claim(SpellId spell, Claim claim, Map<SpellId, Claim> claims) {
        warnings.date("the start of " + spell, claim.start()).date("the end of " + spell, claim.end());
        if (claim.start() != null
                && claim.end() != null
                && !claim.start().earliest().isBefore(claim.end().earliest())) {
            warnings.add(
                    MAY_HOLD_ON_NO_DAY,
                    spell + " holds " + claim.valid() + ", perhaps on no day; write the months if they are known");
        }
        claims.forEach((other, theirs) -> {
            if (other.equals(spell)) {
                return;
            }
            if (theirs.equals(claim)) {
                warnings.add(
                        SAME_CLAIM_AGAIN,
                        spell + " says the same as " + other + "; if it is the same stay, confirm " + other
                                + " instead");
            } else if (theirs.institution().equals(claim.institution())
                    && theirs.valid().overlaps(claim.valid())) {
                warnings.add(
                        OVERLAP_AT_ONE_INSTITUTION,
                        spell + " shares days with " + other + " at " + claim.institution()
                                + "; if it is the same stay, correct " + other + ", or end it first");
            }
        });
    }

    /** What was seen before a stay began, or after it was over, hardly shows that it holds. */
    private void observed(Claim claim, LocalDate day) {
        warnings.day("observed on", day);
        if (day == null || claim == null) {
            return;
        }
        if (claim.start() != null && day.isBefore(claim.start().earliest())) {
            warnings.add(
                    OBSERVED_OUTSIDE_STAY, "observed on " + day + ", before the start in " + claim.start() + AMISS);
        } else if (claim.end() != null && day.isAfter(claim.end().latest())) {
            warnings.add(OBSERVED_OUTSIDE_STAY, "observed on " + day + ", after the end in " + claim.end() + AMISS);
        }
    }
}
