package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.REASON_REQUIRED;

import dev.sojourn.command.RuleViolation;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.Personal;
import java.time.LocalDate;
import java.util.Comparator;

/** What rules read from the words that come with a command. */
final class Reason {

    private Reason() {}

    /**
     * Some changes need one.
     *
     * @throws RuleViolation if there is none
     */
    static void require(Personal personal, String change) {
        if (personal == null || personal.reason() == null || personal.reason().isBlank()) {
            throw new RuleViolation(
                    REASON_REQUIRED, change + " needs a reason: say why, for those who read the history");
        }
    }

    /** The day given, else the latest day of the evidence, else null. */
    static LocalDate observedOn(LocalDate given, Personal personal) {
        return given != null
                ? given
                : personal.evidence().stream()
                        .map(Evidence::observedOn)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }
}
