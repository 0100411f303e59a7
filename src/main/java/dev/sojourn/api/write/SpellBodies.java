package dev.sojourn.api.write;

import dev.sojourn.api.body.Body;
import dev.sojourn.api.body.Source;
import dev.sojourn.api.body.Texts;
import dev.sojourn.api.body.WrongMember;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Where somebody was. Dates are as written: 2023, 2023-05 or 2023-05-17, with ~ or ? at the end. */
final class SpellBodies {
    private SpellBodies() {}

    /**
     * A stay: the whole claim.
     *
     * @param title in words, beside the role
     * @param kind absent where nobody said, which counts as PRIMARY
     * @param end first day no longer there; absent if it is not known to have ended
     * @param workplace country of the desk, where it is known to differ from the headquarters
     * @param observedOn the day at which it was seen to hold; absent: the latest day of the evidence
     */
    record Stay(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            InstitutionId institution,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "NOT_STATED is one.")
            Role role,

            @Schema(maxLength = Texts.LINE) String title,
            Kind kind,
            PartialDate start,
            PartialDate end,
            CountryCode workplace,
            Set<Flag> flags,
            LocalDate observedOn,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {
        Stay {
            Order.check("end", start, end);
        }

        Claim claim() {
            return new Claim(institution, role, kind, start, end, workplace, flags);
        }
    }

    /**
     * A move: one stay ends and the next begins.
     *
     * @param from the spell to end
     * @param left first day no longer there; absent: the day the new stay starts
     * @param to the new stay
     */
    record Move(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The spell to end.")
            SpellId from,

            PartialDate left,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The new stay.")
            Stay to,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {
        Move {
            if (left == null && to.start() == null) {
                throw new WrongMember(
                        "left", "say when: left, the first day no longer there, or the start of the new stay");
            }
            if ((reason != null && to.reason() != null) || (evidence != null && to.evidence() != null)) {
                throw new WrongMember("to", "give reason and evidence once, for the move or for the new stay");
            }
        }

        @Override
        public String reason() {
            return reason == null ? to.reason() : reason;
        }

        @Override
        public List<Source> evidence() {
            return evidence == null ? to.evidence() : evidence;
        }
    }

    /** A check that a stay still holds: the day at which it was seen, or evidence that has one. */
    record Confirmation(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            SpellId spell,

            LocalDate observedOn,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {
        Confirmation {
            if (observedOn == null && (evidence == null || evidence.isEmpty())) {
                throw new WrongMember(
                        "observedOn", "say when it was seen to hold: observedOn, or evidence, which has a day");
            }
        }
    }

    /** The end of a stay. */
    record End(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The first day no longer there, as in 2023 or 2023-05.")
            PartialDate end,

            LocalDate observedOn,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {}
}
