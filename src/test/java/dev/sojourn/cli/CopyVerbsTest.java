package dev.sojourn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.SmallLedger;
import dev.sojourn.access.Account;
import dev.sojourn.access.AccountRole;
import dev.sojourn.access.Accounts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Exporting, backing up and restoring on the command line")
class CopyVerbsTest {

    @TempDir
    private Path temp;

    private Path data;
    private Path again;
    private String head;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void fill() {
        data = temp.resolve("data");
        again = temp.resolve("again");
        SmallLedger.in(data);
        assertThat(run("audit head --data " + data)).isZero();
        head = out.toString().strip();
    }

    @Test
    void exports_to_a_file_and_restores_it_with_the_same_head() throws IOException {
        for (String name : new String[] {"ledger.jsonl", "ledger.jsonl.gz"}) {
            var file = temp.resolve(name);
            assertThat(run("export --purpose test " + file + " --data " + data)).isZero();
            assertThat(out.toString()).contains(head);
            var restored = temp.resolve("from-" + name);
            assertThat(run("restore " + file + " --data " + restored + " --keys " + data))
                    .isZero();
            assertThat(out.toString())
                    .doesNotContain("cannot be read")
                    .contains("Restored 17 events; the chain ends at " + head);
            assertThat(run("verify --data " + restored + " --head " + head)).isZero();
            assertThat(run("rebuild --data " + restored)).isZero();
            assertThat(run("audit head --data " + restored)).isZero();
            assertThat(out.toString().strip()).isEqualTo(head);
        }
        assertThat(Files.readAllBytes(temp.resolve("ledger.jsonl.gz"))).startsWith(0x1f, 0x8b);
        assertThat(run("export --purpose test " + temp.resolve("ledger.jsonl") + " --data " + data))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is there already");
    }

    @Test
    void restores_without_keys_what_can_be_verified_and_nothing_else() throws IOException {
        run("backup " + temp.resolve("bare") + " --without-keys --data " + data);
        assertThat(out.toString()).contains("Without the keys of personal data");
        assertThat(run("restore " + temp.resolve("bare") + " --data " + again)).isZero();
        assertThat(out.toString()).contains("Personal data cannot be read yet: there is no " + again);
        assertThat(run("verify --data " + again + " --head " + head)).isZero();
        assertThat(run("export --purpose test " + temp.resolve("again.jsonl") + " --data " + again))
                .isZero();
        for (String verb : new String[] {"figures", "serve", "rebuild", "demo", "import " + temp}) {
            assertThat(run(verb + " --data " + again)).as(verb).isEqualTo(2);
            assertThat(err.toString()).as(verb).contains("personal.keys", "put the file back");
        }
        for (String key : new String[] {"personal.keys", "master.key"}) {
            Files.copy(data.resolve(key), again.resolve(key));
        }
        assertThat(run("rebuild --data " + again)).isZero();
    }

    @Test
    void rotates_the_master_key() throws IOException {
        byte[] before = Files.readAllBytes(data.resolve("master.key"));
        assertThat(run("keys rotate --data " + data)).isZero();
        assertThat(out.toString()).contains("Wrapped 3 keys by a new master key");
        assertThat(data.resolve("master.key").toFile()).isFile();
        assertThat(Files.readAllBytes(data.resolve("master.key"))).isNotEqualTo(before);
        assertThat(run("rebuild --data " + data)).isZero();
        Files.write(data.resolve("master.key"), before);
        assertThat(run("figures --data " + data)).isEqualTo(2);
        assertThat(err.toString()).contains("is not the master key that the keys");
        assertThat(run("keys rotate --data " + data)).isEqualTo(2);
    }

    @Test
    void prints_what_it_would_write() throws IOException {
        var file = temp.resolve("ledger.jsonl");
        run("export --purpose test " + file + " --data " + data);
        assertThat(run("export --purpose test --data " + data)).isZero();
        assertThat(out).hasToString(Files.readString(file));
    }

    @Test
    void says_no_to_a_changed_export_and_to_another_head() throws IOException {
        var file = temp.resolve("ledger.jsonl");
        run("export --purpose test " + file + " --data " + data);
        assertThat(run("restore " + file + " --data " + again + " --head " + head.replace("17:", "16:")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("ledger.jsonl:17: position 16: ", "Nothing was restored");
        Files.writeString(file, Files.readString(file).replaceFirst("Lakeside", "Seaside"));
        assertThat(run("restore " + file + " --data " + again)).isEqualTo(1);
        assertThat(err.toString())
                .contains("ledger.jsonl:2: position 1: its hash")
                .doesNotContain("\tat ");
        assertThat(run("figures --data " + again)).isEqualTo(2);
    }

    @Test
    void backs_up_and_restores_events_accounts_and_key() {
        try (var accounts = Accounts.open(data, Clock.systemUTC())) {
            accounts.put(new Account("kim", AccountRole.CURATOR), "a good password");
        }
        var backup = temp.resolve("backup");
        assertThat(run("backup " + backup + " --data " + data)).isZero();
        assertThat(out.toString()).contains(head).doesNotContain("Without");
        assertThat(run("restore " + backup + " --data " + again)).isZero();
        assertThat(run("verify --data " + again + " --head " + head)).isZero();
        try (var accounts = Accounts.open(again, Clock.systemUTC())) {
            assertThat(accounts.login("kim", "a good password")).isPresent();
        }
    }

    @Test
    void leaves_out_all_but_the_events_if_told_so_and_says_it() {
        try (var accounts = Accounts.open(data, Clock.systemUTC())) {
            accounts.put(new Account("kim", AccountRole.CURATOR), "a good password");
        }
        var backup = temp.resolve("backup");
        assertThat(run("backup " + backup + " --events-only --data " + data)).isZero();
        assertThat(out.toString()).contains("Without accounts and without the key");
        assertThat(backup.resolve("accounts.zip")).doesNotExist();
        assertThat(run("restore " + backup.resolve("events.zip") + " --data " + again))
                .isZero();
        assertThat(again.resolve("accounts.mv.db")).doesNotExist();
        assertThat(run("verify --data " + again + " --head " + head)).isZero();
    }

    @Test
    void refuses_what_cannot_be_done_with_one_line() {
        var file = temp.resolve("ledger.jsonl");
        run("export --purpose test " + file + " --data " + data);
        refuses("restore " + file + " --data " + data, "is not empty");
        refuses("restore " + temp.resolve("none") + " --data " + again, "there is no");
        refuses("restore " + data + " --data " + again, "is no backup");
        refuses("export --purpose test --data " + again, "there is no ledger in");
        refuses("backup " + data + " --data " + data, "is not empty");
        try (var open = OpenLedger.open(data, Clock.systemUTC())) {
            assertThat(open.store().head()).isEqualTo(17);
            refuses("backup " + again + " --data " + data, "is in use");
            refuses("export --purpose test --data " + data, "is in use");
        }
    }

    @Test
    void shows_help_with_examples() {
        for (String verb : new String[] {"export", "restore", "backup"}) {
            assertThat(run(verb + " --help")).isZero();
            assertThat(out.toString()).contains("Examples:", "sojourn " + verb);
        }
    }

    private void refuses(String line, String message) {
        assertThat(run(line)).as(line).isEqualTo(2);
        assertThat(err.toString()).as(line).contains(message).doesNotContain("\tat ");
    }

    private int run(String line) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Sojourn.run(
                line.split(" ", -1),
                (ledger, accounts, settings) -> {
                    throw new IllegalStateException("nothing is served here");
                },
                Clock.systemUTC(),
                Map.of(),
                new PrintWriter(out),
                new PrintWriter(err));
    }
}
