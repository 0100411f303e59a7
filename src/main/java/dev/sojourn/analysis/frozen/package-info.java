/** Answers about people chosen as they were known at one moment, told as known at another. */
package dev.sojourn.analysis.frozen;
