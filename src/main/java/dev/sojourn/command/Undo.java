package dev.sojourn.command;

import dev.sojourn.command.CohortCommand.UndoCohortEvent;
import dev.sojourn.command.InstitutionCommand.UndoInstitutionEvent;
import dev.sojourn.command.ReleaseCommand.UndoReleaseEvent;
import dev.sojourn.command.ResearcherCommand.UndoResearcherEvent;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ResearcherId;

/**
 * Says that an earlier event of a subject no longer counts, as if it had never been recorded. Needs a reason. Refused,
 * with the list of what stands in the way, where later events need the one undone. Undoing an undo makes what it undid
 * count again.
 */
public sealed interface Undo extends Command
        permits UndoResearcherEvent, UndoInstitutionEvent, UndoCohortEvent, UndoReleaseEvent {

    /** The event's number within its subject, from 0. */
    long sequence();

    /** Why. */
    Remarks personal();

    /** The command for a subject of any kind. */
    static Command of(Id subject, long sequence, Remarks personal) {
        if (subject instanceof ResearcherId researcher) {
            return new UndoResearcherEvent(researcher, sequence, personal);
        }
        if (subject instanceof InstitutionId institution) {
            return new UndoInstitutionEvent(institution, sequence, personal);
        }
        if (subject instanceof CohortId cohort) {
            return new UndoCohortEvent(cohort, sequence, personal);
        }
        if (subject instanceof ReleaseName release) {
            return new UndoReleaseEvent(release, sequence, personal);
        }
        throw new IllegalArgumentException(subject.kind() + " is no kind of subject");
    }
}
