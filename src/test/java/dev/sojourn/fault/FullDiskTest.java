package dev.sojourn.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sojourn.SojournApplication;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A disk (needs root, to mount a small one)")
@Timeout(240)
class FullDiskTest {

    @TempDir
    private Path directory;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", data());
        assumeTrue(mounted, "a small disk can be mounted by root only");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "-l", data());
        }
    }

    @Test
    void that_is_full_takes_no_more_and_says_so_loses_nothing_and_lets_the_program_stop() throws Exception {
        try (var server = Served.start("serve", directory)) {
            fill(512 * 1024);
            HttpResponse<String> answer = server.register("Person 0");
            for (int n = 1; answer.statusCode() == 201; n++) {
                answer = server.register("Person " + n + " " + "x".repeat(400));
            }
            assertRefused(server, answer);
            var took = server.stop();

            // still full: whether that is enough to start read-only or not, it must not hang
            try (var again = Program.start(SojournApplication.class, "serve", "--port", "0", "--data", data())) {
                String said = again.await(line ->
                        line.startsWith("Sojourn answers at ") || line.endsWith("is its disk full, or read-only?"));
                if (said.startsWith("Sojourn answers at ")) {
                    again.terminate();
                    assertThat(again.exit(10)).as("128 + SIGTERM").isEqualTo(128 + 15);
                } else {
                    assertThat(again.exit(10)).isEqualTo(2);
                }
            }
            assertThat(run("mount", "-o", "remount,size=64m", data())).isTrue();
            Served.assertAllThere(directory, server.acknowledged());
            System.out.printf(
                    "full disk: stopped in %.1f s, %d acknowledged, 0 lost%n",
                    took.toMillis() / 1e3, server.acknowledged().size());
        }
    }

    @Test
    void that_was_made_read_only_is_named_as_such_and_what_is_on_it_stays() throws Exception {
        try (var server = Served.start("serve", directory)) {
            for (int n = 0; n < 5; n++) {
                assertThat(server.register("Person " + n).statusCode()).isEqualTo(201);
            }
            server.stop();
            assertThat(run("mount", "-o", "remount,ro", data())).isTrue();
            for (var verb : List.of(
                    List.of("serve", "--port", "0"), List.of("verify"), List.of("audit", "head"), List.of("rebuild"))) {
                var arguments = Stream.concat(verb.stream(), Stream.of("--data", data()));
                try (var again = Program.start(SojournApplication.class, arguments.toArray(String[]::new))) {
                    again.await(line -> line.endsWith("is its disk full, or read-only?"));
                    assertThat(again.exit(10)).isEqualTo(2);
                }
            }
            assertThat(run("mount", "-o", "remount,rw", data())).isTrue();
            Served.assertAllThere(directory, server.acknowledged());
            System.out.printf(
                    "read-only disk: %d acknowledged, 0 lost%n",
                    server.acknowledged().size());
        }
    }

    /** The writer is told that it cannot be done, everybody else can read on, and health says why. */
    private static void assertRefused(Served server, HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"outcome-unknown\"");
        assertThat(server.register("Late").body())
                .contains(
                        "\"code\":\"read-only\"",
                        "the ledger is read-only: writing to the events file failed",
                        "is its disk full, or read-only?");
        var people = server.get("/api/v1/researchers");
        assertThat(people.statusCode()).isEqualTo(200);
        String first = new JsonMapper()
                .readTree(people.body())
                .get("items")
                .get(0)
                .get("id")
                .asString();
        for (String read : List.of(
                "/api/v1/researchers/" + first,
                "/api/v1/researchers/" + first + "/history",
                "/api/v1/researchers/" + first + "/spells",
                "/api/v1/events",
                "/api/v1/audit/head",
                "/api/v1/history")) {
            assertThat(server.get(read).statusCode()).as(read).isEqualTo(200);
        }
        assertThat(server.get("/health").body()).contains("DOWN", "writing to the events file failed");
        assertAccountsRefused(server);
    }

    /** The accounts are in a file of their own, which may have some room left in it; once it is full it says so. */
    private static void assertAccountsRefused(Served server) throws Exception {
        HttpResponse<String> answer;
        int made = 0;
        do {
            answer = server.change("/api/v1/tokens", 0, "{\"name\":\"a token\",\"role\":\"viewer\",\"days\":1}");
        } while (answer.statusCode() == 201 && ++made < 90);
        assertThat(answer.statusCode())
                .as("after %d tokens: %s", made, answer.body())
                .isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"accounts-not-written\"", "is the disk full, or read-only?");
        for (String call : List.of(
                "/api/v1/accounts {\"name\":\"late\",\"role\":\"viewer\",\"password\":\"a long password\"}",
                "/api/v1/accounts/admin/password {\"password\":\"another password\"}",
                "/api/v1/password {\"current\":\"admin-secret\",\"next\":\"another password\"}")) {
            var parts = call.split(" ", 2);
            assertThat(server.change(parts[0], 0, parts[1]).body())
                    .as(call)
                    .contains("\"code\":\"accounts-not-written\"");
        }
        assertThat(server.get("/api/v1/tokens").statusCode())
                .as("people still get in")
                .isEqualTo(200);
    }

    /** Leaves so many bytes free. */
    private void fill(long free) throws IOException {
        long size = Files.getFileStore(directory).getUsableSpace() - free;
        Files.write(directory.resolve("other"), new byte[(int) size]);
    }

    private String data() {
        return directory.toString();
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
