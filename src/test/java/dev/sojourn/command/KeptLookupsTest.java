package dev.sojourn.command;

import static dev.sojourn.command.Samples.CLOCK;
import static dev.sojourn.command.Samples.LIN;
import static dev.sojourn.command.Samples.MIT;
import static dev.sojourn.command.Samples.ORCID;
import static dev.sojourn.command.Samples.WANG;
import static dev.sojourn.command.Samples.register;
import static dev.sojourn.command.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.command.IdentityCommand.ErasePerson;
import dev.sojourn.command.IdentityCommand.LinkIdentifier;
import dev.sojourn.command.curation.BulkCuration;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.command.lookup.KeptLookups;
import dev.sojourn.command.lookup.Lookups;
import dev.sojourn.event.Event;
import dev.sojourn.event.InstitutionEvent.InstitutionEventUndone;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.LedgerStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Look-ups")
class KeptLookupsTest {

    @TempDir
    Path directory;

    @Test
    void maintained_by_the_commands_are_those_folded_from_the_events() {
        try (var store = LedgerStore.open(directory, CLOCK);
                var curation = Curation.open(store, directory, CLOCK)) {
            fill(curation, 11);
            assertThat(curation.lookupDifference()).isEmpty();
        }
    }

    /** Whatever came before the file was written, and whatever after it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void kept_in_a_file_and_brought_up_to_date_are_those_folded_from_the_events(long seed) {
        try (var store = LedgerStore.open(directory, CLOCK)) {
            for (int round = 0; round < 4; round++) {
                try (var curation = Curation.open(store, directory, CLOCK)) {
                    fill(curation, seed * 10 + round);
                }
                var kept = KeptLookups.open(store, directory, 1);
                assertThat(kept.difference()).isEmpty();
                if (round % 2 == 0) {
                    kept.close();
                    assertThat(file()).exists();
                }
            }
        }
    }

    @Test
    void are_folded_anew_where_the_file_is_damaged() throws IOException {
        try (var store = LedgerStore.open(directory, CLOCK)) {
            try (var curation = Curation.open(store, directory, CLOCK)) {
                fill(curation, 4);
            }
            KeptLookups.open(store, directory, 1).close();
            byte[] good = Files.readAllBytes(file());
            var random = new Random(4);
            for (int time = 0; time < 50; time++) {
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file(), bad);
                assertThat(KeptLookups.open(store, directory).difference()).isEmpty();
            }
        }
    }

    @Test
    void know_a_row_that_brought_no_event_after_a_start_without_the_file() throws IOException {
        try (var store = LedgerStore.open(directory, CLOCK)) {
            try (var curation = Curation.open(store, directory, CLOCK);
                    var bulk = curation.bulk()) {
                bulk.apply(request("b1", register(LIN, ORCID)), null, "row-1");
                bulk.nothingToRecord("row-2");
                bulk.flush();
            }
            var rows = new Lookups(KeptLookups.open(store, directory).index()).rows();
            assertThat(rows.contains("row-1")).isTrue();
            assertThat(rows.contains("row-2")).isTrue();
            assertThat(rows.contains("row-3")).isFalse();
        }
    }

    @Test
    void tell_a_repeated_request_from_another_under_its_id_also_after_a_start() {
        try (var store = LedgerStore.open(directory, CLOCK)) {
            var registering = request("c1", register(LIN, ORCID));
            try (var curation = Curation.open(store, directory, CLOCK)) {
                curation.send(registering);
            }
            try (var curation = Curation.open(store, directory, CLOCK)) {
                assertThat(curation.send(registering).positions()).containsExactly(1L);
                assertThatThrownBy(() -> curation.send(request("c1", register(LIN))))
                        .isInstanceOf(CommandIdReused.class);
                assertThat(store.head()).isEqualTo(1);
            }
        }
    }

    @Test
    void hold_under_a_new_key_when_the_old_one_is_lost() throws IOException {
        try (var store = LedgerStore.open(directory, CLOCK)) {
            var registering = request("c1", register(LIN, ORCID));
            try (var curation = Curation.open(store, directory, CLOCK)) {
                curation.send(registering);
                curation.send(request("c2", register(WANG)));
            }
            KeptLookups.open(store, directory, 1).close();
            Files.delete(directory.resolve("lookup.key"));
            try (var curation = Curation.open(store, directory, CLOCK)) {
                assertThatThrownBy(() -> curation.send(request("c3", new LinkIdentifier(WANG, ORCID, Remarks.NONE))))
                        .isInstanceOf(RuleViolation.class);
                assertThat(curation.send(registering).positions()).containsExactly(1L);
            }
        }
    }

    @Test
    void leave_no_id_readable_in_the_file_and_nothing_at_all_of_somebody_who_is_erased() throws IOException {
        try (var store = LedgerStore.open(directory, CLOCK)) {
            try (var curation = Curation.open(store, directory, CLOCK)) {
                curation.send(request("command-1", register(LIN, ORCID)));
            }
            KeptLookups.open(store, directory, 1).close();
            assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
                    .doesNotContain("0000-0002-1825-0097", "researcher:lin", "command-1");
            try (var curation = Curation.open(store, directory, CLOCK)) {
                curation.send(request("c2", new ErasePerson(LIN, Remarks.because("request 17"))));
            }
            assertThat(file()).doesNotExist();
        }
    }

    /** A kill may come before the file is removed. */
    @Test
    void are_folded_anew_where_somebody_was_erased_after_the_file_was_written() throws IOException {
        try (var store = LedgerStore.open(directory, CLOCK)) {
            try (var curation = Curation.open(store, directory, CLOCK)) {
                curation.send(request("c1", register(LIN, ORCID)));
            }
            KeptLookups.open(store, directory, 1).close();
            byte[] before = Files.readAllBytes(file());
            try (var curation = Curation.open(store, directory, CLOCK)) {
                curation.send(request("c2", new ErasePerson(LIN, Remarks.because("request 17"))));
            }
            Files.write(file(), before);
            assertThat(KeptLookups.open(store, directory).difference()).isEmpty();
        }
    }

    private Path file() {
        return directory.resolve("lookups.snapshot");
    }

    /** With commands of every kind, rows of imports, events adopted in bulk, and undoing. */
    private static void fill(Curation curation, long seed) {
        int number = 0;
        for (var command : RandomCommands.of(seed, 250)) {
            try {
                curation.send(request(seed + "-" + number++, command));
            } catch (RuleViolation refused) {
                // as many are
            }
        }
        var person = new ResearcherId("p1");
        try (var bulk = curation.bulk()) {
            String row = "row-" + seed + "-";
            var newcomer = new ResearcherId("newcomer-" + seed);
            bulk.apply(request("b1-" + seed, register(newcomer)), null, row + 1);
            adopt(bulk, new InstitutionEventUndone(MIT, 0, Remarks.NONE));
            for (long sequence = 0; sequence < 4; sequence++) {
                adopt(bulk, new ResearcherEventUndone(person, sequence, Remarks.NONE));
            }
            bulk.nothingToRecord(row + 2);
            bulk.flush();
        }
    }

    private static void adopt(BulkCuration bulk, Event event) {
        bulk.adopt(event, null, "kim", "undo-" + event, null, null, null);
    }
}
