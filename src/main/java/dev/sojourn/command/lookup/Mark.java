package dev.sojourn.command.lookup;

/**
 * The first 96 bits of a keyed hash, see {@link LookupKey#mark}: among a hundred million ids the odds that any two have the
 * same are one to ten to the thirteenth.
 */
record Mark(long high, int low) {}
