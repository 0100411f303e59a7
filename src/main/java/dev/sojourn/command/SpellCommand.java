package dev.sojourn.command;

import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;

/**
 * A researcher's spells. Where {@code observedOn} is null, the latest day of the evidence is taken, if there is any.
 */
public sealed interface SpellCommand extends ResearcherCommand {

    /** Which spell; of a move, the new one. */
    SpellId spell();

    /** Records a stay, ended or not. A spell once retracted may be recorded again for the same person. */
    record RecordAffiliation(ResearcherId researcher, SpellId spell, Claim claim, LocalDate observedOn, Titled personal)
            implements SpellCommand {}

    /**
     * Ends a stay that is not known to have ended.
     *
     * @param end first day no longer there
     */
    record EndAffiliation(
            ResearcherId researcher, SpellId spell, PartialDate end, LocalDate observedOn, Remarks personal)
            implements SpellCommand {

        /**
         * Takes an end only.
         *
         * @throws IllegalArgumentException without one
         */
        public EndAffiliation {
            Missing.refuse(end, "end, the first day no longer there, as in 2023 or 2023-05");
        }
    }

    /** Replaces the whole claim, which was wrong in detail; the spell keeps its id. Needs a reason. */
    record CorrectAffiliation(
            ResearcherId researcher, SpellId spell, Claim claim, LocalDate observedOn, Titled personal)
            implements SpellCommand {}

    /** Takes back a stay that never was. Needs a reason. */
    record RetractAffiliation(ResearcherId researcher, SpellId spell, Remarks personal) implements SpellCommand {}

    /** Says that the stay was checked and still holds. Needs a day, given or of its evidence. */
    record ConfirmAffiliation(ResearcherId researcher, SpellId spell, LocalDate observedOn, Remarks personal)
            implements SpellCommand {

        /**
         * Takes a day, or evidence that has one.
         *
         * @throws IllegalArgumentException without either
         */
        public ConfirmAffiliation {
            if (observedOn == null && personal.evidence().isEmpty()) {
                Missing.refuse(observedOn, "observedOn, the day at which the stay was seen to hold, or evidence");
            }
        }
    }

    /**
     * Ends one stay and opens the next: both or neither.
     *
     * @param ended the spell to end
     * @param end first day no longer there, or null for the start of the new claim
     * @param spell the spell to open
     * @param claim the new stay; without a start it starts when the old one ends
     */
    record RecordMove(
            ResearcherId researcher,
            SpellId ended,
            PartialDate end,
            SpellId spell,
            Claim claim,
            LocalDate observedOn,
            Titled personal)
            implements SpellCommand {

        /**
         * Takes the day of the handover from either side.
         *
         * @throws IllegalArgumentException with neither an end nor a start
         */
        public RecordMove {
            Missing.refuse(claim, "claim, the new stay");
            if (end == null) {
                Missing.refuse(claim.start(), "end of the old stay or start of the new one");
                end = claim.start();
            }
        }
    }
}
