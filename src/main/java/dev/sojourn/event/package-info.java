/**
 * The published language of the ledger: ids, values and the sealed families of events. Every other package depends on
 * it, and it depends on {@link dev.sojourn.time} only; its JSON form is the catalogue in {@code events/}.
 *
 * <p>Start at {@link dev.sojourn.event.Event}; {@link dev.sojourn.event.form.EventCatalogue} lists all types by name.
 */
package dev.sojourn.event;
