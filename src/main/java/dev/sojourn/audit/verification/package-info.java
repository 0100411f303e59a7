/**
 * Heads of the chain that somebody keeps elsewhere, signed or not, and how a ledger or an export is checked against them.
 * What a signature is made over is described in {@code events/README.md}, for those who check it without this program.
 */
package dev.sojourn.audit.verification;
