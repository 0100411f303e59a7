/**
 * Whole ledgers in and out. {@link dev.sojourn.exchange.copy.LedgerExport} writes one as JSON lines with its chain, which
 * anybody can check without this program; {@link dev.sojourn.exchange.copy.LedgerBackup} copies its files while they are
 * in use. {@link dev.sojourn.exchange.copy.LedgerRestore} takes either back, into an empty folder only, checks every hash
 * on the way, and leaves a whole ledger or nothing.
 */
package dev.sojourn.exchange.copy;
