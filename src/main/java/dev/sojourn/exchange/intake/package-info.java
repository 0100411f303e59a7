/**
 * Reads an import package, a folder or a zip of CSV files, into tables whose rows know their file and line. Decides
 * nothing about what the cells mean; whatever is no readable table is a {@link dev.sojourn.exchange.intake.Problem}.
 */
package dev.sojourn.exchange.intake;
