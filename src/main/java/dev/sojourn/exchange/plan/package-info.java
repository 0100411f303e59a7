/**
 * Turns the good rows of a package into commands, in the order in which things were learned: each person and institution
 * right before the first row that names it, each row in its turn.
 */
package dev.sojourn.exchange.plan;
