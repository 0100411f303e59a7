package dev.sojourn.exchange.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.SmallLedger;
import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Head;
import dev.sojourn.store.row.Pending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("A backup of a ledger")
class LedgerBackupTest {

    @TempDir
    private Path temp;

    @Test
    void made_while_events_are_written_restores_to_a_beginning_of_the_ledger_that_holds_its_head() throws Exception {
        var data = temp.resolve("data");
        var heads = new ArrayList<Head>();
        try (var store = LedgerStore.open(data, Clock.systemUTC())) {
            var stop = new AtomicBoolean();
            var begun = new CountDownLatch(20);
            var writer = CompletableFuture.runAsync(() -> write(store, stop, begun));
            begun.await();
            for (int backup = 0; backup < 8; backup++) {
                heads.add(LedgerBackup.write(store, data, temp.resolve("backup-" + backup), true, null));
            }
            long afterwards = store.head();
            stop.set(true);
            writer.join();
            assertThat(afterwards)
                    .as("the writer went on")
                    .isGreaterThan(heads.get(0).position());
        }
        var rows = Copies.rows(data);
        for (int backup = 0; backup < heads.size(); backup++) {
            var restored = temp.resolve("restored-" + backup);
            var last = Copies.restore().backup(temp.resolve("backup-" + backup), restored);
            assertThat(last.position()).isGreaterThanOrEqualTo(heads.get(backup).position());
            assertThat(Copies.rows(restored)).isEqualTo(rows.subList(0, (int) last.position()));
            // commands are whole: three events each
            assertThat(last.position() % 3).isZero();
        }
    }

    private static void write(LedgerStore store, AtomicBoolean stop, CountDownLatch begun) {
        var transaction = new TransactionTemplate(store.writes());
        var next = new HashMap<String, Long>();
        for (int command = 0; !stop.get(); command++) {
            var events = new ArrayList<Pending>();
            for (String person : List.of("ada", "bai", "person-" + command)) {
                long sequence = next.merge(person, 0L, (before, none) -> before + 1);
                var event = new SearchedNotFound(new ResearcherId(person), LocalDate.of(2026, 1, 1), Remarks.NONE);
                events.add(new Pending(event, sequence, null, "kim", "c-" + command, null, null, null));
            }
            transaction.executeWithoutResult(running -> store.append(events));
            begun.countDown();
        }
    }

    @Test
    void takes_the_key_and_the_accounts_along_unless_told_not_to() throws IOException {
        var data = small();
        Files.writeString(data.resolve("lookup.key"), "key");
        try (var store = LedgerStore.open(data, Clock.systemUTC())) {
            LedgerBackup.write(store, data, temp.resolve("all"), true, zip -> {});
            LedgerBackup.write(store, data, temp.resolve("events"), false, null);
        }
        Copies.restore().backup(temp.resolve("all"), temp.resolve("a"));
        assertThat(temp.resolve("a").resolve("lookup.key")).hasContent("key");
        Copies.restore().backup(temp.resolve("events"), temp.resolve("b"));
        assertThat(temp.resolve("b").resolve("lookup.key")).doesNotExist();
        assertThat(temp.resolve("all").resolve("README.txt")).content().contains("events.zip", "head.txt");
    }

    @Test
    void is_refused_and_leaves_nothing_if_its_events_do_not_lead_to_its_head() throws IOException {
        var backup = backup();
        var head = Files.readString(backup.resolve("head.txt")).strip();
        var hash = head.substring(head.indexOf(':'));

        Files.writeString(backup.resolve("head.txt"), "18" + hash);
        refuses(backup, "position 18: the ledger ends here, before the head that was kept");
        Files.writeString(backup.resolve("head.txt"), "16" + hash);
        refuses(backup, "position 16: its hash is not the one that was kept");
        Files.writeString(backup.resolve("head.txt"), head);
        byte[] zip = Files.readAllBytes(backup.resolve("events.zip"));
        Files.write(backup.resolve("events.zip"), Arrays.copyOf(zip, zip.length / 2));
        refuses(backup, "events.zip: it is damaged");
    }

    @Test
    void is_none_without_its_head_and_never_overwrites_another() throws IOException {
        var backup = backup();
        assertThatThrownBy(this::backup).hasMessageContaining("give each backup a folder of its own");
        Files.delete(backup.resolve("head.txt"));
        assertThatThrownBy(() -> Copies.restore().backup(backup, temp.resolve("restored")))
                .hasMessageContaining("no backup, or an unfinished one");
        assertThat(temp.resolve("restored")).doesNotExist();
    }

    private void refuses(Path backup, String problem) {
        assertThatThrownBy(() -> Copies.restore().backup(backup, temp.resolve("restored")))
                .isInstanceOf(BadCopy.class)
                .hasMessageContaining(problem);
        assertThat(temp.resolve("restored")).isEmptyDirectory();
    }

    private Path backup() throws IOException {
        var data = small();
        try (var store = LedgerStore.open(data, Clock.systemUTC())) {
            LedgerBackup.write(store, data, temp.resolve("backup"), true, null);
        }
        return temp.resolve("backup");
    }

    private Path small() {
        var data = temp.resolve("data");
        if (!Files.exists(data)) {
            SmallLedger.in(data);
        }
        return data;
    }
}
