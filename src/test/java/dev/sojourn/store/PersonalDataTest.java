package dev.sojourn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.key.KeyTrouble;
import dev.sojourn.store.row.Pending;
import dev.sojourn.store.row.UnreadableEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("Personal data in the store")
class PersonalDataTest {

    private static final ResearcherId ADA = new ResearcherId("ada");
    private static final List<Event> EVENTS = List.of(
            new ResearcherRegistered(
                    ADA, new Identity(Names.of("Canary Lovelace"), List.of(), "canary reason", List.of(), Map.of())),
            new SearchedNotFound(ADA, LocalDate.of(2026, 1, 1), Remarks.NONE),
            new MembersAdded(new CohortId("c"), List.of(ADA), Remarks.because("canary in a cohort")),
            new PersonErased(ADA, Remarks.because("request 17")));

    @TempDir
    Path directory;

    @Test
    void is_encrypted_as_it_is_stored_and_told_in_clear() {
        try (var store = open()) {
            append(store, 3);
            var payloads = payloads(store);
            assertThat(payloads.get(0))
                    .matches("\\{\"researcher\":\"ada\",\"personal\":\\{\"enc\":\"[A-Za-z0-9+/=]+\"}}");
            assertThat(payloads.get(1)).endsWith("\"personal\":{}}");
            assertThat(payloads.get(2)).endsWith(",\"of\":\"researcher:ada\"}}");
            var told = new ArrayList<Event>();
            store.read(0, 3, recorded -> told.add(recorded.event()));
            assertThat(told).isEqualTo(EVENTS.subList(0, 3));
            var names = new ArrayList<Event>();
            store.readNames(0, 3, recorded -> names.add(recorded.event()));
            assertThat(names.get(0)).isEqualTo(EVENTS.get(0));
            assertThat(names.get(2).personal()).isEqualTo(Remarks.NONE);
            try (var axon = new AxonStore(store)) {
                assertThat(axon.events().readEvents("researcher:ada").asStream().map(message ->
                                (Object) message.getPayload()))
                        .containsExactly(EVENTS.get(0), EVENTS.get(1));
            }
        }
    }

    @Test
    void is_in_no_byte_of_any_file() throws IOException {
        try (var store = open()) {
            append(store, 4);
        }
        try (var files = Files.list(directory)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContainIgnoringCase("canary")
                    .doesNotContainIgnoringCase("lovelace")
                    .doesNotContain("request 17"));
        }
    }

    @Test
    void tells_its_length_in_steps_only() {
        try (var store = open()) {
            var lengths = IntStream.of(1, 19, 20, 51)
                    .mapToObj(length -> {
                        var remark = Remarks.because("x".repeat(length)); // {"reason":"…"} takes 13 more
                        Pendings.append(
                                store,
                                pending(new SearchedNotFound(
                                        new ResearcherId("r" + length), LocalDate.of(2026, 1, 1), remark)));
                        return payloads(store).get(payloads(store).size() - 1).length() - ("r" + length).length();
                    })
                    .toList();
            assertThat(lengths.get(0)).isEqualTo(lengths.get(1)).isLessThan(lengths.get(2));
            assertThat(lengths.get(2)).isEqualTo(lengths.get(3));
        }
    }

    @Test
    void passes_for_no_other_events() {
        try (var store = open()) {
            append(store, 2);
            Pendings.append(store, new Pending(remark("first"), 2, null, "kim", "c2", null, null, null));
            Pendings.append(store, new Pending(remark("second"), 3, null, "kim", "c3", null, null, null));
            var sql = new JdbcTemplate(store.dataSource());
            sql.update(
                    "update event set payload = ? where position = 4",
                    payloads(store).get(2));
            assertThatExceptionOfType(UnreadableEvent.class)
                    .isThrownBy(() -> store.at(4))
                    .withMessageContaining("position 4");
            assertThat(store.at(3).event()).isEqualTo(remark("first"));
        }
    }

    @Test
    void cannot_be_read_without_its_keys_and_the_store_says_why() throws IOException {
        try (var store = open()) {
            append(store, 3);
        }
        byte[] keys = Files.readAllBytes(directory.resolve("personal.keys"));
        Files.delete(directory.resolve("personal.keys"));
        inTrouble(KeyTrouble.Kind.KEY_FILE_MISSING);
        Files.writeString(
                directory.resolve("personal.keys"), new String(keys, StandardCharsets.UTF_8).split("\n", -1)[0] + "\n");
        inTrouble(KeyTrouble.Kind.KEYS_MISSING);
        Files.write(directory.resolve("personal.keys"), keys);
        Files.delete(directory.resolve("master.key"));
        inTrouble(KeyTrouble.Kind.MASTER_KEY_MISSING);
    }

    @Test
    void is_destroyed_at_the_next_start_if_its_erasure_was_cut_short() throws IOException {
        try (var store = open()) {
            append(store, 4);
            assertThat(store.at(1).event()).isEqualTo(EVENTS.get(0)); // nobody destroyed the key yet
        }
        try (var store = open()) {
            assertThat(store.keyTrouble()).isEmpty();
            assertThat(store.at(1).erased()).isTrue();
            assertThat(store.at(1).event().personal().reason()).isNull();
            assertThat(store.at(2).erased()).isFalse();
            assertThat(store.at(3).erased()).isTrue();
            assertThat(store.at(4).event()).isEqualTo(EVENTS.get(3));
            assertThat(store.verify(null, position -> {}).passed()).isTrue();
        }
    }

    @Test
    void is_no_erasure_if_a_key_is_marked_as_destroyed_but_nobody_recorded_it() throws IOException {
        try (var store = open()) {
            append(store, 3);
        }
        var file = directory.resolve("personal.keys");
        Files.writeString(
                file, Files.readString(file).replaceFirst("(researcher:ada\t).{80}", "$1erased" + "-".repeat(74)));
        inTrouble(KeyTrouble.Kind.KEY_DESTROYED);
    }

    private void inTrouble(KeyTrouble.Kind kind) {
        try (var store = open()) {
            assertThat(store.keyTrouble().orElseThrow().kind()).isEqualTo(kind);
            assertThat(store.readOnlyReason())
                    .contains(store.keyTrouble().orElseThrow().getMessage());
            assertThat(store.damage()).isEmpty();
            assertThatExceptionOfType(KeyTrouble.class).isThrownBy(() -> store.at(1));
            assertThat(store.at(2).event()).isEqualTo(EVENTS.get(1));
            assertThat(store.verify(null, position -> {}).passed()).isTrue();
            assertThatExceptionOfType(ReadOnlyStore.class)
                    .isThrownBy(() -> Pendings.append(store, pending(remark("x"))));
        }
    }

    private LedgerStore open() {
        return LedgerStore.open(directory, new Pendings.SetClock(Pendings.NOON));
    }

    private static SearchedNotFound remark(String text) {
        return new SearchedNotFound(ADA, LocalDate.of(2026, 1, 1), Remarks.because(text));
    }

    /** The first few of the events above. */
    private static void append(LedgerStore store, int count) {
        var pending = new ArrayList<Pending>();
        int ada = 0;
        for (var event : EVENTS.subList(0, count)) {
            int sequence = event instanceof MembersAdded ? 0 : ada++;
            pending.add(new Pending(event, sequence, null, "kim", "c-" + pending.size(), null, null, null));
        }
        Pendings.append(store, pending);
    }

    private static Pending pending(Event event) {
        return new Pending(event, 0, null, "kim", "c", null, null, null);
    }

    private static List<String> payloads(LedgerStore store) {
        return new JdbcTemplate(store.dataSource())
                .queryForList("select payload from event order by position", String.class);
    }
}
