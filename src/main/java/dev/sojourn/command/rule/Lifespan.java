package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.INSTITUTION_CLOSED;
import static dev.sojourn.command.RuleViolation.Rule.INSTITUTION_MERGED;

import dev.sojourn.command.InstitutionCommand.CloseInstitution;
import dev.sojourn.command.InstitutionCommand.MergeInstitution;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.InstitutionEvent.InstitutionClosed;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.time.PartialDate;
import java.util.List;

/** The rules about the end of one institution: it can go on as another, and close. */
final class Lifespan {

    private InstitutionMerged merged;
    private InstitutionClosed closed;

    List<InstitutionEvent> handle(MergeInstitution command) {
        Reason.require(command.personal(), "a merger");
        if (merged != null) {
            throw new RuleViolation(
                    INSTITUTION_MERGED,
                    command.institution() + " went on as " + merged.into() + " from " + merged.from() + " already");
        }
        requireAlive(command.from());
        return List.of(
                new InstitutionMerged(command.institution(), command.into(), command.from(), command.personal()));
    }

    List<InstitutionEvent> handle(CloseInstitution command) {
        requireAlive(command.from());
        if (closed != null) {
            throw new RuleViolation(
                    INSTITUTION_CLOSED,
                    command.institution() + " closed from " + closed.from()
                            + " already; if that is wrong, undo it and record it anew");
        }
        return List.of(new InstitutionClosed(command.institution(), command.from(), command.personal()));
    }

    void on(InstitutionMerged event) {
        merged = event;
    }

    void on(InstitutionClosed event) {
        closed = event;
    }

    void clear() {
        merged = null;
        closed = null;
    }

    /**
     * Refuses a change from a day on which it is certainly gone.
     *
     * @throws RuleViolation if it is
     */
    void requireAlive(PartialDate from) {
        if (merged != null && !from.earliest().isBefore(merged.from().latest())) {
            throw new RuleViolation(
                    INSTITUTION_MERGED,
                    "it went on as " + merged.into() + " from " + merged.from() + "; record the change there");
        }
        if (closed != null && !from.earliest().isBefore(closed.from().latest())) {
            throw new RuleViolation(
                    INSTITUTION_CLOSED, "it closed from " + closed.from() + "; if that is wrong, undo it first");
        }
    }
}
