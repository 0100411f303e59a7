/**
 * Makes the reference ledger, {@code events/reference/ledger.jsonl}, from the published figures beside it: the same
 * bytes every time, without chance. What it makes up where the figures are silent is told in
 * {@code events/reference/README.md}.
 */
package dev.sojourn.reference;
