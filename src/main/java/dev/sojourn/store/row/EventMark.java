package dev.sojourn.store.row;

/**
 * What an index of the ledger keeps of an event: all but what it tells.
 *
 * @param type the stable name
 * @param importBatch null where it came with none
 */
public record EventMark(long position, String type, String actor, String importBatch) {}
