/** The people behind a number, and who changed cell between two answers, as JSON, tables and sentences. */
package dev.sojourn.exchange.answer.why;
