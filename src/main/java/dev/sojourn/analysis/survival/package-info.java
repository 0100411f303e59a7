/** How long people stay: the estimators as pure functions of a table, and the table from the ledger. */
package dev.sojourn.analysis.survival;
