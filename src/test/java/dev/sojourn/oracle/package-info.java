/**
 * A second, naive implementation of the answers, written from the specification and not from the program: it folds the
 * plain list of events into maps for each question and tries all readings of the dates one by one. Slow, and meant to be
 * obvious. The tests here hold the program to it over random histories.
 */
package dev.sojourn.oracle;
