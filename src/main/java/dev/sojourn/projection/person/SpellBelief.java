package dev.sojourn.projection.person;

import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import java.time.LocalDate;

/**
 * What is believed of a spell after some of its events: the claim, and the latest day at which anything showed it true.
 *
 * @param observedOn null if nothing ever did
 */
record SpellBelief(Claim claim, LocalDate observedOn) {

    /**
     * What is believed after one more event; null if the spell is believed never to have happened.
     *
     * <p>Observations outlive a correction: what showed the stay true still does when a detail of it is mended.
     *
     * @param before what was believed before, or null
     */
    static SpellBelief after(SpellBelief before, SpellEvent event) {
        if (event instanceof AffiliationRecorded recorded) {
            return new SpellBelief(recorded.claim(), recorded.observedOn());
        }
        if (before == null) {
            return null;
        }
        if (event instanceof AffiliationCorrected corrected) {
            return new SpellBelief(corrected.claim(), before.orLater(corrected.observedOn()));
        }
        if (event instanceof AffiliationEnded ended) {
            return new SpellBelief(before.claim.withEnd(ended.end()), before.orLater(ended.observedOn()));
        }
        if (event instanceof AffiliationConfirmed confirmed) {
            return new SpellBelief(before.claim, before.orLater(confirmed.observedOn()));
        }
        return null;
    }

    private LocalDate orLater(LocalDate day) {
        return observedOn == null || (day != null && day.isAfter(observedOn)) ? day : observedOn;
    }
}
