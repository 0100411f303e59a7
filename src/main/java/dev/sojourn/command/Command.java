package dev.sojourn.command;

import dev.sojourn.event.value.Id;

/** Anything that can be asked of the ledger, by the kind of subject. Refused with a {@link RuleViolation}. */
public sealed interface Command permits ResearcherCommand, InstitutionCommand, CohortCommand, ReleaseCommand, Undo {

    /** Whom or what it is about; the subject of every event that comes of it. */
    Id subject();
}
