/**
 * Histories: of a person, an institution, a cohort, a release, an actor, an import, or the whole ledger. Always as known at
 * a position, in the order of recording, a part at a time.
 */
package dev.sojourn.audit.history;
