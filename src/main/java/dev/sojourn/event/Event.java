package dev.sojourn.event;

import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.Personal;

/**
 * Anything the ledger records; told in four families, one for each kind of aggregate.
 *
 * <p>Events carry valid time only. When an event was recorded, by whom and under which command are in its header, given
 * by the event store, so no two sources of them can disagree. Each record's JSON form is fixed by
 * {@code events/<name>/<revision>.schema.json}; another shape is a new revision with an upcaster, never an edit.
 */
public sealed interface Event permits ResearcherEvent, InstitutionEvent, CohortEvent, ReleaseEvent {

    /** The thing it happened to. */
    Id subject();

    /** What is personal in it, or was written freely. */
    Personal personal();
}
