package dev.sojourn.study;

/**
 * A published number to compare figures with, which this ledger cannot compute and does not judge.
 *
 * @param what it is a share of
 * @param percent the share in whole per cents
 * @param source who published it
 */
public record Yardstick(String what, int percent, String source) {}
