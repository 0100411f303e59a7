/**
 * The write side: what can be asked of the ledger, the rules that decide it, and the events that come of it.
 *
 * <p>Start at {@link dev.sojourn.command.curation.Curation}, which takes one command at a time, and
 * {@link dev.sojourn.command.curation.BulkCuration}, which takes thousands. Both ask the same plain state classes, such as
 * {@link dev.sojourn.command.rule.ResearcherState}: {@code decide} turns a command into events or refuses it by a named
 * {@link dev.sojourn.command.RuleViolation.Rule}, {@code on} folds events. What no single subject can see, say whose a
 * spell id is, is kept in look-ups in memory, folded from the events of all.
 */
package dev.sojourn.command;
