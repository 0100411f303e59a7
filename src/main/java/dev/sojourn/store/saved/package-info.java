/**
 * Files in which what is made of the events, the timeline and the look-ups, is kept from one start to the next, so that a
 * start need not read every event again.
 *
 * <p>Such a file is worth no more than the time it saves: {@link dev.sojourn.store.saved.SnapshotFile} compares it with the
 * ledger and the program before a byte of it is used, and whatever is odd about it means that all is made of the
 * events again.
 */
package dev.sojourn.store.saved;
