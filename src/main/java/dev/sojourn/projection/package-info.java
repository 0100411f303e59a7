/**
 * The read side: the timeline, a bitemporal model of the whole ledger in memory, fed from the store.
 *
 * <p>{@link dev.sojourn.projection.Timeline} is written by one thread, event by event; {@link
 * dev.sojourn.projection.View} is what a reader sees from one position, and never changes. Nothing here is overwritten:
 * a belief that is superseded keeps its row and gets the position of the event that closed it, so a view of the past
 * reads the very rows that were read then.
 */
package dev.sojourn.projection;
