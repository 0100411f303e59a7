package dev.sojourn.store;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/**
 * The same table of events as Axon Framework sees it. An aggregate's identifier is {@link dev.sojourn.event.Id#key()} of
 * the events' subject; metadata is read under the keys {@code actor} and {@code commandId} (required), {@code import},
 * {@code row} and {@code undoes}.
 */
public final class AxonStore implements AutoCloseable {

    /** On an open store. */
    public AxonStore(LedgerStore store) {}

    /** What the command bus begins and commits with: serial, durable on return. */
    public TransactionManager transactions() {
        return null;
    }

    /** Reads and appends. */
    public JdbcEventStorageEngine engine() {
        return null;
    }

    /** What repositories load aggregates from. */
    public EmbeddedEventStore events() {
        return null;
    }

    /** Lets go of what the event store holds; the ledger stays open. */
    @Override
    public void close() {}
}
