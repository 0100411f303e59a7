package dev.sojourn.event;

import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * A researcher's spells. {@code observedOn}, where an event has it, is the latest day at which its evidence showed the
 * claim true: the evidence itself may be erased, what was counted may not.
 */
public sealed interface SpellEvent extends ResearcherEvent {

    /** Which spell. */
    SpellId spell();

    /** A stay somewhere, ended or not. */
    @Revision("1")
    record AffiliationRecorded(
            ResearcherId researcher, SpellId spell, Claim claim, LocalDate observedOn, Titled personal)
            implements SpellEvent {}

    /**
     * The world changed: the stay is over.
     *
     * @param end first day no longer there
     */
    @Revision("1")
    record AffiliationEnded(
            ResearcherId researcher, SpellId spell, PartialDate end, LocalDate observedOn, Remarks personal)
            implements SpellEvent {}

    /** The claim was wrong in detail: this is the whole of it. */
    @Revision("1")
    record AffiliationCorrected(
            ResearcherId researcher, SpellId spell, Claim claim, LocalDate observedOn, Titled personal)
            implements SpellEvent {}

    /** It never happened. */
    @Revision("1")
    record AffiliationRetracted(ResearcherId researcher, SpellId spell, Remarks personal) implements SpellEvent {}

    /** It was checked and still holds. */
    @Revision("1")
    record AffiliationConfirmed(ResearcherId researcher, SpellId spell, LocalDate observedOn, Remarks personal)
            implements SpellEvent {}
}
