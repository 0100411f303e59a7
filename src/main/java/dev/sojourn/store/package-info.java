/**
 * The ledger on disk: one table of events in one order, appended by one writer at a time, each event's hash covering the
 * one before it. Nothing is acknowledged, or seen by anybody, before it is on the disk.
 *
 * <p>Start at {@link dev.sojourn.store.LedgerStore}; {@link dev.sojourn.store.SerialTransactionManager} says how one
 * order and durability come about, {@link dev.sojourn.store.AxonStore} is the same table as Axon Framework sees it. How
 * an event is written down is in {@code row}, the file in {@code file}, what is verified in {@code check}, and what
 * encrypts personal data in {@code key}; files that save others from reading all events again are in {@code saved}.
 */
package dev.sojourn.store;
