/**
 * Every number of an answer as the people behind it: for any question and view, which one cell each person is in, and which
 * numbers they count in. An answer adds people up by the block; this looks at one person at a time, and the two agree.
 */
package dev.sojourn.analysis.cell;
