package dev.sojourn.command;

import dev.sojourn.event.value.ResearcherId;

/** What can be asked of a researcher, by subject as the events are. */
public sealed interface ResearcherCommand extends Command
        permits IdentityCommand, EducationCommand, SpellCommand, CareerCommand {

    /** Whom it is about. */
    ResearcherId researcher();

    @Override
    default ResearcherId subject() {
        return researcher();
    }
}
