package dev.sojourn.access.web;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccessMode;
import dev.sojourn.access.AccountRole;
import dev.sojourn.access.CommandRules;
import dev.sojourn.command.Command;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** To accept a change of rights: {@code mvn test -Dtest=AccessTableTest -Dsojourn.access.write=true}, and read the diff. */
@DisplayName("Who may call what")
class AccessTableTest {
    private static final Path COMMITTED = Path.of("src/test/resources/who-may-call-what.md");

    private static final String PREFACE = """
            # Who may call what

            Written by a test that calls every endpoint as everybody, and compared by it with what is committed here: a change of
            rights is a change of this page. `yes`: the caller gets through to the call. `own`: for their own name only. `-`: refused.
            An endpoint that nobody may call has no permission: that is what happens to one that is added without.

            """;

    @Test
    void is_what_the_committed_table_says() throws IOException {
        String tried = PREFACE
                + new AccessTable(RunningServer.withAccounts(), RunningServer.open()).tried()
                + "\n## What each command takes, however it comes\n\n| command | at least |\n|---|---|\n"
                + commands(Command.class)
                        .distinct()
                        .map(command -> "| `" + command.getSimpleName() + "` | "
                                + CommandRules.least(command)
                                        .map(AccountRole::text)
                                        .orElse("nobody") + " |\n")
                        .sorted()
                        .collect(Collectors.joining());
        if (Boolean.getBoolean("sojourn.access.write")) {
            Files.writeString(COMMITTED, tried);
        }
        var committed = Files.readAllLines(COMMITTED);
        String meant = "rights have changed: if they were meant to, write the table again (see above) and commit it";
        assertThat(tried.lines().filter(line -> !committed.contains(line)))
                .as(meant)
                .isEmpty();
        assertThat(committed).as(meant).containsExactlyElementsOf(tried.lines().toList());
    }

    @Test
    void begins_with_nobody_for_an_endpoint_that_is_added() throws Exception {
        try (var server = RunningServer.own(AccessMode.OPEN_ON_LOOPBACK)) {
            server.context()
                    .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                    .registerMapping(
                            RequestMappingInfo.paths("/api/v1/added")
                                    .methods(RequestMethod.GET)
                                    .build(),
                            new Added(),
                            Added.class.getDeclaredMethod("answer"));

            assertThat(AccessTable.endpoints(server)).contains("GET /api/v1/added");
            assertThat(server.get("/api/v1/added").statusCode()).isEqualTo(404);
            assertThat(server.get("/api/v1/added", as(AccountRole.ADMIN)).body())
                    .contains("nothing at this path");
            assertThat(new AccessTable(server, server).tried("GET /api/v1/added"))
                    .isEqualTo("| `GET /api/v1/added` | - | - | - | - | - | - | - | - |\n");
        }
    }

    @Test
    void is_never_by_another_method_than_the_table_says() {
        var server = RunningServer.withAccounts();
        for (String endpoint : AccessTable.endpoints(server)) {
            String path = endpoint.substring(endpoint.indexOf(' ') + 1).replaceAll("[{]\\w+[}]|[*][*]", "nothing");
            for (String method : List.of("PUT", "PATCH", "DELETE", "OPTIONS")) {
                var answer = server.get(path, request -> as(AccountRole.ADMIN)
                        .accept(request.method(method, HttpRequest.BodyPublishers.ofString("{}"))));

                assertThat(answer.statusCode()).as(method + " " + path).isIn(404, 405);
                assertThat(answer.body())
                        .as(method + " " + path)
                        .containsAnyOf("not with this", "nothing at this path");
            }
        }
    }

    /** A path in other words, as servers and filters have been known to understand it differently. */
    @Test
    void is_not_changed_by_writing_the_path_in_another_way() throws IOException {
        var server = RunningServer.withAccounts();
        assertThat(asked(server, "/api/v1/accounts", "admin")).isEqualTo("200");
        for (String path : List.of(
                "/api/v1/accounts",
                "/api/v1/accounts/",
                "/api/v1//accounts",
                "//api/v1/accounts",
                "/api/v1/accounts;a=b",
                "/api/v1;a=b/accounts",
                "/api/v1/./accounts",
                "/api/v1/cohorts/../accounts",
                "/api/v1/cohorts/%2e%2e/accounts",
                "/api/v1/cohorts%2f..%2faccounts",
                "/api/v1/accounts%00",
                "/api/v1/%61ccounts",
                "/API/V1/accounts",
                "/api/v1/accounts.json",
                "/assets/../api/v1/accounts",
                "http://127.0.0.1/api/v1/accounts")) {
            for (String name : List.of("viewer", "curator", "auditor")) {
                assertThat(asked(server, path, name)).as(name + " asks " + path).isIn("400", "403", "404");
            }
            assertThat(asked(server, path, null)).as(path).isIn("400", "401", "404");
        }
    }

    /** The status of an answer to a path sent as it is: clients tidy paths before they send them. */
    private static String asked(RunningServer server, String path, String name) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            var lines = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
            lines.print("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
            if (name != null) {
                byte[] login = (name + ":" + name + "-secret").getBytes(StandardCharsets.US_ASCII);
                lines.print("Authorization: Basic " + Base64.getEncoder().encodeToString(login) + "\r\n");
            }
            lines.print("\r\n");
            lines.flush();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.split(" ", 3)[1];
        }
    }

    private static Stream<Class<? extends Command>> commands(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(AccessTableTest::commands)
                : Stream.of(type.asSubclass(Command.class));
    }

    /** What somebody might add. */
    public static final class Added {
        /** Says something. */
        public String answer() {
            return "not for everybody";
        }
    }
}
