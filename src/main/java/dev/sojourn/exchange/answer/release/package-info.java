/** Releases as others read them: what they answer, how to cite them, and whether they verify. */
package dev.sojourn.exchange.answer.release;
