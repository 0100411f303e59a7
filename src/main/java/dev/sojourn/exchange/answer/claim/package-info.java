/** Checked claims, as answers and tables show them. */
package dev.sojourn.exchange.answer.claim;
