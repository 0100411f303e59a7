/**
 * The rules that no single subject can decide, and what they look up: whose an identifier is, which institutions belong
 * together, which commands were answered. Folded from the events into {@link dev.sojourn.command.lookup.LookupIndex},
 * which is kept from one start to the next by {@link dev.sojourn.command.lookup.KeptLookups}; what a transaction changes
 * is seen by others once it has committed ({@link dev.sojourn.command.lookup.Lookups}).
 */
package dev.sojourn.command.lookup;
