/**
 * The same data in Sojourn and in three databases, the same questions to all of them, and a look whether all give the
 * same answers before any of it is timed.
 *
 * <p>The databases get what a good administrator would give them: the tables hold small numbers and what can be worked
 * out when a row is written (the origin of a person, and the order in which spells take precedence), in the order that
 * suits each best, with indexes and statistics, and with as many threads as Sojourn has. They count people; Sojourn also
 * says who moved, what is carried forward and what depends on coarse dates.
 */
package dev.sojourn.bench.peer;
