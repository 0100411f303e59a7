/**
 * Files in and out. {@link dev.sojourn.exchange.Importer} takes an import package into the ledger: it is read
 * ({@link dev.sojourn.exchange.intake}), every row is checked ({@link dev.sojourn.exchange.check}), the good ones become
 * commands in the order in which things were learned ({@link dev.sojourn.exchange.plan}), and only then is anything
 * stored. {@link dev.sojourn.exchange.LedgerLines} is the ledger as JSON lines.
 */
package dev.sojourn.exchange;
