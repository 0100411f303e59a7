/**
 * The file in which the timeline is kept from one start to the next, so that a start need not read every event again.
 *
 * <p>It is worth no more than the time it saves: {@link dev.sojourn.projection.saved.SnapshotFile} compares it with the
 * ledger and the program before a byte of it is used, and whatever is odd about it means that the timeline is built from
 * the events.
 */
package dev.sojourn.projection.saved;
