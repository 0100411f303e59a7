/** Answers side by side, as others read them. */
package dev.sojourn.exchange.answer.side;
