/**
 * The command line: one class per verb. Verbs read and print; questions, rules and figures live below. Only
 * {@code demo} and {@code serve} start a web server, the others open the ledger themselves and are gone in seconds.
 *
 * <p>Exit codes: 0 done, 1 the answer is "no" (a figure or a comparison fails), 2 wrong usage or input.
 */
package dev.sojourn.cli;
