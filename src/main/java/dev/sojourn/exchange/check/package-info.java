/**
 * Checks every row of a package before anything is stored, and turns good rows into values: what the cells mean, which
 * persons and institutions they name, and whether the history they tell can have been.
 */
package dev.sojourn.exchange.check;
