/** What people do between two days, step by step: first moves, all moves, coming back, and return to the origin. */
package dev.sojourn.analysis.move;
