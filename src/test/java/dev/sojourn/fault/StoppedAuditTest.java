package dev.sojourn.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.SojournApplication;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.exchange.Progress;
import dev.sojourn.exchange.ReferenceLoader;
import dev.sojourn.store.LedgerStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over the reference ledger: 5,047 events, some megabytes as an export. */
@DisplayName("An auditor's long work")
@Timeout(120)
class StoppedAuditTest {

    private static final Pattern ADDRESS = Pattern.compile("Sojourn answers at (http://[^ ]+) .*");
    private static final long EVENTS = 5_047;

    @TempDir
    private Path data;

    @BeforeEach
    void fill() {
        try (var ledger = OpenLedger.open(data, Clock.systemUTC());
                var session = ledger.curation().bulk()) {
            assertThat(new ReferenceLoader(session, Progress.NONE).reference()).isEqualTo(EVENTS);
        }
    }

    /** Whoever asked for the export reads its first line and no further, and another client says nothing at all. */
    @Test
    void does_not_keep_a_server_from_stopping_within_ten_seconds() throws Exception {
        try (var program = Program.start(SojournApplication.class, "serve", "--port", "0", "--data", data.toString())) {
            var address =
                    ADDRESS.matcher(program.await(line -> ADDRESS.matcher(line).matches()));
            assertThat(address.matches()).isTrue();
            var server = URI.create(address.group(1));
            try (var exporting = connected(server);
                    var verifying = connected(server);
                    var idle = connected(server)) {
                ask(verifying, "POST /api/v1/audit/verify HTTP/1.1\r\nContent-Length: 0");
                ask(exporting, "GET /api/v1/audit/export?purpose=a%20test HTTP/1.1");
                assertThat(new String(exporting.getInputStream().readNBytes(12), US_ASCII))
                        .isEqualTo("HTTP/1.1 200");
                assertThat(idle.isConnected()).isTrue();

                program.terminate();

                assertThat(program.exit(10)).as("128 + SIGTERM").isEqualTo(128 + 15);
            }
        }
        assertIntact();
    }

    @Test
    void ends_when_told_while_a_ledger_is_opened_or_verified() throws Exception {
        for (String verb : new String[] {"verify", "rebuild"}) {
            try (var program = Program.start(SojournApplication.class, verb, "--data", data.toString())) {
                program.terminate();
                program.exit(10);
            }
            assertIntact();
        }
    }

    private void assertIntact() {
        try (var store = LedgerStore.open(data, Clock.systemUTC())) {
            assertThat(store.readOnlyReason()).isEmpty();
            assertThat(store.head()).isEqualTo(EVENTS);
            assertThat(store.verify(null, position -> {}).problem()).isNull();
        }
    }

    private static Socket connected(URI server) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096); // so that the server soon waits
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static void ask(Socket socket, String request) throws IOException {
        String login = Base64.getEncoder().encodeToString("admin:admin-secret".getBytes(US_ASCII));
        socket.getOutputStream()
                .write((request + "\r\nHost: localhost\r\nAuthorization: Basic " + login + "\r\n\r\n")
                        .getBytes(US_ASCII));
    }
}
