/**
 * The published form of events: their names and revisions, their JSON, and the upcasters that read older revisions.
 *
 * <p>Start at {@link dev.sojourn.event.form.EventCatalogue}; {@link dev.sojourn.event.form.EventText} reads and writes.
 */
package dev.sojourn.event.form;
