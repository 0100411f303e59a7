package dev.sojourn.store;

import static dev.sojourn.store.Pendings.NOON;
import static dev.sojourn.store.Pendings.append;
import static dev.sojourn.store.Pendings.event;
import static dev.sojourn.store.Pendings.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.Header;
import dev.sojourn.event.Recorded;
import dev.sojourn.store.Pendings.SetClock;
import dev.sojourn.store.row.Pending;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("Axon's view of the store")
class AxonStoreTest {

    record Search(@TargetAggregateIdentifier String researcher, int times, boolean fail) {}

    /** The times at which an aggregate saw its events, in the order in which it saw them. */
    private static final List<Instant> SEEN = new ArrayList<>();

    static class Researcher {

        @AggregateIdentifier
        String id;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(Search command) {
            for (int n = 0; n < command.times(); n++) {
                apply(
                        event(command.researcher().substring("researcher:".length())),
                        MetaData.with("actor", "kim").and("commandId", "c1").and("undoes", 7L));
            }
            if (command.fail()) {
                throw new IllegalStateException("on purpose");
            }
        }

        @EventSourcingHandler
        void on(SearchedNotFound event, @Timestamp Instant recorded) {
            id = event.subject().key();
            SEEN.add(recorded);
        }
    }

    @TempDir
    Path directory;

    private final SetClock clock = new SetClock(NOON);
    private LedgerStore store;
    private AxonStore axon;
    private CommandGateway commands;

    @BeforeEach
    void open() {
        SEEN.clear();
        store = LedgerStore.open(directory, clock);
        axon = new AxonStore(store);
        var bus = SimpleCommandBus.builder()
                .transactionManager(axon.transactions())
                .build();
        var repository = EventSourcingRepository.builder(Researcher.class)
                .eventStore(axon.events())
                .build();
        AggregateAnnotationCommandHandler.<Researcher>builder()
                .aggregateType(Researcher.class)
                .repository(repository)
                .build()
                .subscribe(bus);
        commands = DefaultCommandGateway.builder().commandBus(bus).build();
    }

    @AfterEach
    void close() {
        axon.close();
        store.close();
    }

    @Test
    void appends_rows_of_the_same_shape_as_a_batch_in_one_chain() throws Exception {
        append(store, new Pending(event("ada"), 0, null, "kim", "c1", null, null, 7L));
        commands.sendAndWait(new Search("researcher:ada", 1, false));

        var rows = new JdbcTemplate(store.dataSource()).queryForList("select * from event order by position");
        assertThat(rows).hasSize(2);
        String payload = "{\"researcher\":\"ada\",\"searchedOn\":\"2026-01-01\",\"personal\":{}}";
        assertThat(rows.get(0))
                .containsEntry("SUBJECT", "researcher:ada")
                .containsEntry("SUBJECT_TYPE", "researcher")
                .containsEntry("RECORDED", "2026-01-02T12:00:00.000Z")
                .containsEntry("TYPE", "SearchedNotFound")
                .containsEntry("REVISION", "1")
                .containsEntry("PAYLOAD", payload)
                .containsEntry("METADATA", "{\"actor\":\"kim\",\"commandId\":\"c1\",\"undoes\":7}")
                .containsEntry("EVENT_ID", id(1))
                .containsEntry("HASH", sha256(canonical("", 1, 0, payload)));
        var second = Map.<String, Object>of(
                "POSITION",
                2L,
                "SEQUENCE",
                1L,
                "EVENT_ID",
                id(2),
                "HASH",
                sha256(canonical((String) rows.get(0).get("HASH"), 2, 1, payload)));
        rows.get(0).forEach((column, value) -> assertThat(rows.get(1))
                .containsEntry(column, second.getOrDefault(column, value)));
        assertThat(store.at(2))
                .isEqualTo(new Recorded(new Header(2, NOON, 1, "kim", "c1", null, null, 7L), event("ada")));
    }

    @Test
    void shows_handlers_the_time_that_is_stored() {
        clock.set(Instant.parse("2026-01-02T12:00:00.123987Z"));
        commands.sendAndWait(new Search("researcher:ada", 1, false));
        commands.sendAndWait(new Search("researcher:ada", 0, false)); // loads it again

        var stored = Instant.parse("2026-01-02T12:00:00.123Z");
        assertThat(store.recordedAt(1)).isEqualTo(stored);
        assertThat(SEEN).containsExactly(stored, stored);
    }

    @Test
    void stores_the_last_recorded_time_where_the_clock_ran_backwards() {
        append(store, pending("bo", 0));
        clock.set(NOON.minusSeconds(5));
        commands.sendAndWait(new Search("researcher:ada", 2, false));

        assertThat(store.recordedAt(2)).isEqualTo(NOON);
        assertThat(store.recordedAt(3)).isEqualTo(NOON);
    }

    @Test
    void keeps_nothing_of_a_command_that_failed() {
        commands.sendAndWait(new Search("researcher:ada", 2, false));
        assertThatThrownBy(() -> commands.sendAndWait(new Search("researcher:ada", 3, true)))
                .hasMessageContaining("on purpose");
        commands.sendAndWait(new Search("researcher:ada", 1, false));

        assertThat(store.head()).isEqualTo(3);
        assertThat(store.ofSubject(event("ada").subject(), 3))
                .extracting(Recorded::position)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void refuses_an_aggregate_that_goes_by_another_name_than_its_events() {
        assertThatThrownBy(() -> axon.transactions().executeInTransaction(() -> axon.events()
                        .publish(new GenericDomainEventMessage<>(
                                "researcher", "ada", 0, event("ada"), Map.of("actor", "kim", "commandId", "c1")))))
                .hasMessageContaining("an event of researcher:ada calls itself ada");
        assertThat(store.head()).isZero();
    }

    /** Version 8: milliseconds since 1970 of noon on 2026-01-02, 1767355200000 or 19b7e943200 in hex, then the position. */
    private static String id(int position) {
        return "019b7e94-3200-8000-8000-00000000000" + position;
    }

    private static String canonical(String before, int position, int sequence, String payload) {
        return String.join(
                "\n",
                "sojourn-1",
                before,
                "" + position,
                id(position),
                "researcher:ada",
                "" + sequence,
                "researcher",
                "2026-01-02T12:00:00.000Z",
                "SearchedNotFound",
                "1",
                "{\"actor\":\"kim\",\"commandId\":\"c1\",\"undoes\":7}",
                payload,
                "");
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
