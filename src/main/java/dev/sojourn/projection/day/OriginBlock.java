package dev.sojourn.projection.day;

/**
 * Origins of one block, as believed at one position.
 *
 * @param position of it
 * @param institutionEvents how many events about institutions there were by then
 * @param countries by place in the block
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OriginBlock(int position, int institutionEvents, int[] countries) {}
