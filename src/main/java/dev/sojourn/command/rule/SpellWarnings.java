package dev.sojourn.command.rule;

import static dev.sojourn.command.Warning.Kind.FUTURE_DATE;
import static dev.sojourn.command.Warning.Kind.MAY_HOLD_ON_NO_DAY;
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
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people often get wrong about spells, though it may be right. */
record SpellWarnings(LocalDate today) {

    /**
     * The warnings about an event.
     *
     * @param others the researcher's other spells
     */
    List<Warning> of(SpellEvent event, Map<SpellId, Claim> others) {
        var warnings = new ArrayList<Warning>();
        if (event instanceof AffiliationRecorded recorded) {
            claim(event.spell(), recorded.claim(), others, warnings);
            observed(recorded.observedOn(), warnings);
        } else if (event instanceof AffiliationCorrected corrected) {
            claim(event.spell(), corrected.claim(), others, warnings);
            observed(corrected.observedOn(), warnings);
        } else if (event instanceof AffiliationEnded ended) {
            future("the end of " + event.spell(), ended.end(), warnings);
            observed(ended.observedOn(), warnings);
        } else if (event instanceof AffiliationConfirmed confirmed) {
            observed(confirmed.observedOn(), warnings);
        }
        return warnings;
    }

    private void claim(SpellId spell, Claim claim, Map<SpellId, Claim> others, List<Warning> warnings) {
        future("the start of " + spell, claim.start(), warnings);
        future("the end of " + spell, claim.end(), warnings);
        if (claim.start() != null
                && claim.end() != null
                && !claim.start().earliest().isBefore(claim.end().earliest())) {
            warnings.add(new Warning(MAY_HOLD_ON_NO_DAY, spell + " holds " + claim.valid() + ", perhaps on no day"));
        }
        others.forEach((other, theirs) -> {
            if (theirs.equals(claim)) {
                warnings.add(new Warning(SAME_CLAIM_AGAIN, spell + " says the same as " + other));
            } else if (theirs.institution().equals(claim.institution())
                    && theirs.valid().overlaps(claim.valid())) {
                warnings.add(new Warning(
                        OVERLAP_AT_ONE_INSTITUTION,
                        spell + " shares days with " + other + " at " + claim.institution()));
            }
        });
    }

    private void future(String what, PartialDate date, List<Warning> warnings) {
        if (date != null && date.earliest().isAfter(today)) {
            warnings.add(new Warning(FUTURE_DATE, what + ", " + date + ", has not come yet"));
        }
    }

    private void observed(LocalDate day, List<Warning> warnings) {
        if (day != null && day.isAfter(today)) {
            warnings.add(new Warning(FUTURE_DATE, "observed on " + day + ", which has not come yet"));
        }
    }
}
