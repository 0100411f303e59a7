package dev.sojourn.command;

import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;

/** What can be asked of a researcher, by subject as the events are. */
public sealed interface ResearcherCommand extends Command
        permits IdentityCommand,
                EducationCommand,
                SpellCommand,
                CareerCommand,
                ReviewCommand,
                ResearcherCommand.UndoResearcherEvent {

    /** Whom it is about. */
    ResearcherId researcher();

    @Override
    default ResearcherId subject() {
        return researcher();
    }

    /** Undoes an event of the researcher, by its number within it. */
    record UndoResearcherEvent(ResearcherId researcher, long sequence, Remarks personal)
            implements Undo, ResearcherCommand {}
}
