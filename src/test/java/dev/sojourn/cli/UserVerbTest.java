package dev.sojourn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.SmallLedger;
import dev.sojourn.WebServerForTests;
import dev.sojourn.access.Accounts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The verb user")
class UserVerbTest {
    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Map<String, String> environment = Map.of("SOJOURN_NEW_PASSWORD", "a good password");

    @BeforeEach
    void fill() {
        SmallLedger.in(data);
    }

    @Test
    void makes_lists_changes_disables_and_enables_accounts_in_a_folder() {
        assertThat(run("add", "ann", "admin")).startsWith("Made the account ann with the password in SOJOURN");
        run("add", "kim", "Viewer");
        assertThat(run("role", "kim", "curator")).contains("kim is curator now");
        run("disable", "kim");
        assertThat(run("list")).containsPattern("ann +admin").containsPattern("kim +curator +disabled");
        run("enable", "kim");
        environment = Map.of();
        String password = run("password", "kim").replaceAll("(?s).*the password (\\S+) .*", "$1");

        try (var accounts = Accounts.open(data, Clock.systemUTC())) {
            assertThat(accounts.login("ann", "a good password")).isPresent();
            assertThat(accounts.login("kim", "a good password")).isEmpty();
            assertThat(accounts.login("kim", password)).isPresent();
        }
    }

    @Test
    void makes_lists_and_stops_tokens_in_a_folder() {
        run("add", "kim", "curator");
        String secret = run("token", "add", "kim", "nightly export", "--role", "viewer", "--days", "7")
                .lines()
                .findFirst()
                .orElseThrow();
        String listed = run("token", "list", "kim");
        assertThat(listed).contains("nightly export", "viewer").doesNotContain(secret);
        assertThat(run("token", "list", "nobody")).doesNotContain("nightly");
        String id = listed.lines().skip(1).findFirst().orElseThrow().split(" ", 2)[0];

        assertThat(letsIn(secret)).isTrue();
        assertThat(run("token", "revoke", id)).contains("Stopped the token " + id);
        assertThat(letsIn(secret)).isFalse();
    }

    @Test
    void refuses_what_cannot_be_with_one_line() throws IOException {
        assertThat(refused("list", "--data", data.resolve("none").toString())).contains("there is no ledger");
        assertThat(refused("add", "kim", "king", "--data", data.toString())).contains("king");
        environment = Map.of("SOJOURN_NEW_PASSWORD", "short");
        assertThat(refused("add", "kim", "viewer", "--data", data.toString())).contains("at least 12 characters");
        assertThat(refused("enable", "nobody", "--data", data.toString())).contains("no account \"nobody\"");
        assertThat(refused("list", "--server", "http://127.0.0.1:1")).contains("SOJOURN_PASSWORD");
        environment = Map.of("SOJOURN_PASSWORD", "x");
        assertThat(refused("list", "--server", "http://127.0.0.1:1")).contains("no Sojourn answers");
        assertThat(refused("list", "--server", "http://sojourn.example")).contains("in the clear");
        try (var channel = FileChannel.open(
                        data.resolve("accounts.mv.db"), StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(refused("list", "--data", data.toString())).contains("stop it first", "--server URL");
        }
    }

    @Test
    void asks_a_running_server_as_an_admin() {
        environment = Map.of("SOJOURN_PASSWORD", "admin-secret", "SOJOURN_NEW_PASSWORD", "a good password");
        String url = "http://127.0.0.1:" + RunningServer.withAccounts().port();
        assertThat(asked("add", "zoe", "viewer", "--server", url)).contains("Made the account zoe");
        assertThat(asked("role", "zoe", "curator", "--server", url)).contains("curator");
        assertThat(asked("password", "zoe", "--server", url)).contains("zoe logs in");
        assertThat(asked("token", "add", "zoe", "script", "--server", url)).startsWith("sojourn_");
        String id = asked("token", "list", "zoe", "--server", url)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(" ", 2)[0];
        assertThat(asked("token", "revoke", id, "--server", url)).contains(id);
        asked("disable", "zoe", "--server", url);
        assertThat(asked("list", "--server", url)).containsPattern("zoe +curator +disabled");
        assertThat(asked("enable", "zoe", "--server", url)).contains("enabled");
        assertThat(refused("add", "zoe", "viewer", "--server", url)).contains("already");
        environment = Map.of("SOJOURN_PASSWORD", "viewer-secret");
        assertThat(refused("list", "--server", url, "--as", "viewer")).contains("role does not allow");
    }

    private boolean letsIn(String secret) {
        try (var accounts = Accounts.open(data, Clock.systemUTC())) {
            return accounts.tokens().login(secret).isPresent();
        }
    }

    private String run(String... words) {
        var args = new String[words.length + 2];
        System.arraycopy(words, 0, args, 0, words.length);
        args[words.length] = "--data";
        args[words.length + 1] = data.toString();
        return asked(args);
    }

    private String asked(String... words) {
        assertThat(exit(words)).as(err.toString()).isZero();
        return out.toString();
    }

    private String refused(String... words) {
        assertThat(exit(words)).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("\tat ");
        return err.toString();
    }

    private int exit(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var args = new String[words.length + 1];
        args[0] = "user";
        System.arraycopy(words, 0, args, 1, words.length);
        return Sojourn.run(
                args,
                new WebServerForTests(),
                Clock.systemUTC(),
                environment,
                new PrintWriter(out),
                new PrintWriter(err));
    }
}
