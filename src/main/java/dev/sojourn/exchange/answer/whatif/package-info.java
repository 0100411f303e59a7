/** What a command would change in the figures, as dry runs answer it. */
package dev.sojourn.exchange.answer.whatif;
