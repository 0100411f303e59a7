package dev.sojourn.store;

import dev.sojourn.event.Event;
import dev.sojourn.event.form.CatalogueSerializer;
import dev.sojourn.event.form.Upcasters;
import dev.sojourn.store.row.Metadata;
import dev.sojourn.store.row.Pending;
import dev.sojourn.store.row.Tail;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The same table of events as Axon Framework sees it, for aggregates only: what it reads may not be synced yet, which
 * only the next writer may see. An aggregate's identifier is {@link dev.sojourn.event.value.Id#key()} of the events' subject;
 * metadata is kept under the keys {@code actor} and {@code commandId} (required), {@code import}, {@code row},
 * {@code undoes} and {@code request}.
 */
public final class AxonStore implements AutoCloseable {

    private final EventWriter writer;
    private final TransactionManager transactions;
    private final ConnectionProvider connections;
    private final JdbcEventStorageEngine engine;
    private final EmbeddedEventStore events;

    /**
     * On an open store. From now on Axon's messages are stamped by the store's clock, in milliseconds, so that handlers
     * see the time that is stored (unless the clock runs backwards; then the stored one is the last recorded).
     */
    public AxonStore(LedgerStore store) {
        stampMessages(store.clock());
        writer = store.writer();
        transactions = new SpringTransactionManager(store.writes(), SerialTransactionManager.SHORT);
        connections = new UnitOfWorkAwareConnectionProviderWrapper(
                new SpringDataSourceConnectionProvider(store.dataSource()));
        var serializer = new CatalogueSerializer();
        engine = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(new EventUpcasterChain(store.personal(), Upcasters.CURRENT))
                .dataType(String.class)
                .schema(schema())
                .connectionProvider(connections)
                // joins a running write transaction; outside of one, loading must not take the write lock
                .transactionManager(new SpringTransactionManager(new JdbcTransactionManager(store.dataSource())))
                .appendEvents((connection, schema, type, messages, ignored, time) -> rows(connection, messages))
                .build();
        events = EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    /** What the command bus begins and commits with: serial, durable on return. */
    public TransactionManager transactions() {
        return transactions;
    }

    /** Connections of the running unit of work. */
    public ConnectionProvider connections() {
        return connections;
    }

    /** Reads and appends. */
    public JdbcEventStorageEngine engine() {
        return engine;
    }

    /** What repositories load aggregates from. */
    public EmbeddedEventStore events() {
        return events;
    }

    /** Lets go of what the event store holds; the ledger stays open. */
    @Override
    public void close() {
        events.shutDown();
    }

    private PreparedStatement rows(Connection connection, List<? extends EventMessage<?>> messages)
            throws SQLException {
        var recorded = Tail.read(connection).recorded();
        var pending = new ArrayList<Pending>();
        for (var message : messages) {
            var seen = message.getTimestamp().truncatedTo(ChronoUnit.MILLIS);
            recorded = seen.isAfter(recorded) ? seen : recorded;
            var meta = Metadata.of(message.getMetaData());
            var event = (Event) message.getPayload();
            pending.add(new Pending(
                    event,
                    sequence((DomainEventMessage<?>) message, event),
                    recorded,
                    meta.actor(),
                    meta.commandId(),
                    meta.importBatch(),
                    meta.importRow(),
                    meta.undoes(),
                    meta.request()));
        }
        return writer.rows(connection, pending);
    }

    /** Axon has one clock for the whole program. */
    private static void stampMessages(Clock clock) {
        GenericEventMessage.clock = Clock.tick(clock, Duration.ofMillis(1));
    }

    private static long sequence(DomainEventMessage<?> message, Event event) {
        String key = event.subject().key();
        if (!key.equals(message.getAggregateIdentifier())) {
            throw new IllegalStateException(
                    "the aggregate of an event of " + key + " calls itself " + message.getAggregateIdentifier());
        }
        return message.getSequenceNumber();
    }

    private static EventSchema schema() {
        return EventSchema.builder()
                .eventTable("event")
                .snapshotTable("snapshot")
                .globalIndexColumn("position")
                .eventIdentifierColumn("event_id")
                .aggregateIdentifierColumn("subject")
                .sequenceNumberColumn("sequence")
                .typeColumn("subject_type")
                .timestampColumn("recorded")
                .payloadTypeColumn("type")
                .payloadRevisionColumn("revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .build();
    }
}
