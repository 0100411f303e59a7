/**
 * Answers side by side: the same question under several rule sets, shares of two samples, and a base frozen as it was known
 * beside the one that is known now.
 */
package dev.sojourn.study.side;
