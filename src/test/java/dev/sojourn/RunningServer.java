package dev.sojourn;

import dev.sojourn.access.AccessMode;
import dev.sojourn.access.Account;
import dev.sojourn.access.AccountRole;
import dev.sojourn.access.Accounts;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.Web;
import dev.sojourn.exchange.Progress;
import dev.sojourn.exchange.ReferenceLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;

/**
 * A server over a {@link SmallLedger}, for all tests that ask it by HTTP: started once for each mode, on a free port.
 * Every role has an account of its own name, with the password "{role}-secret".
 */
public final class RunningServer implements AutoCloseable {
    private static final Map<AccessMode, RunningServer> STARTED = new EnumMap<>(AccessMode.class);

    private final Web.Running running;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningServer(AccessMode mode) {
        this(mode, temporary());
    }

    private RunningServer(AccessMode mode, Path data) {
        this(mode, data, Clock.systemUTC());
    }

    private RunningServer(AccessMode mode, Path data, Clock clock) {
        if (!Files.exists(data.resolve("events.mv.db"))) {
            SmallLedger.in(data);
        }
        var ledger = OpenLedger.open(data, clock);
        var accounts = Accounts.open(data, clock);
        for (AccountRole role : AccountRole.values()) {
            accounts.put(new Account(name(role), role), name(role) + "-secret");
        }
        SojournApplication.quiet();
        running = new WebServer().start(ledger, accounts, new Web.Settings("127.0.0.1", 0, mode));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("sojourn-server");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The server that asks for a login. */
    public static RunningServer withAccounts() {
        return started(AccessMode.ACCOUNTS);
    }

    /** The server that anybody on this machine may read. */
    public static RunningServer open() {
        return started(AccessMode.OPEN_ON_LOOPBACK);
    }

    /** A server of the caller's own on the reference ledger, at the beginning of 2026, that asks for a login. */
    public static RunningServer onReferenceLedger() {
        var newYear = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        var data = temporary();
        try (var ledger = OpenLedger.open(data, newYear);
                var session = ledger.curation().bulk()) {
            new ReferenceLoader(session, Progress.NONE).reference();
        }
        return new RunningServer(AccessMode.ACCOUNTS, data, newYear);
    }

    /** A server of the caller's own, who closes it. */
    public static RunningServer own(AccessMode mode) {
        return new RunningServer(mode);
    }

    /** The same over the ledger in a folder; a small one is made there if there is none. */
    public static RunningServer over(Path data) {
        return new RunningServer(AccessMode.ACCOUNTS, data);
    }

    /** Stops it and closes its ledger; only one of the caller's own. */
    @Override
    public void close() {
        running.close();
    }

    private static synchronized RunningServer started(AccessMode mode) {
        return STARTED.computeIfAbsent(mode, RunningServer::new);
    }

    /** Its Spring context. */
    public ApplicationContext context() {
        return ((WebServer.SpringServer) running).context();
    }

    /** Where it listens. */
    public int port() {
        return running.port();
    }

    /** Reads as nobody. */
    public HttpResponse<String> get(String path) {
        return get(path, request -> {});
    }

    /** Reads with something added to the request. */
    public HttpResponse<String> get(String path, Consumer<HttpRequest.Builder> more) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        more.accept(request);
        return send(request.build());
    }

    /** Writes JSON, with something added to the request. */
    public HttpResponse<String> post(String path, String json, Consumer<HttpRequest.Builder> more) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        more.accept(request);
        return send(request.build());
    }

    /** Logs in as the account of a role. */
    public static Consumer<HttpRequest.Builder> as(AccountRole role) {
        return as(name(role), name(role) + "-secret");
    }

    /** Logs in. */
    public static Consumer<HttpRequest.Builder> as(String name, String password) {
        return request -> request.header("Authorization", basic(name, password));
    }

    /** The line that logs the account of a role in, for those who write their own requests. */
    public static String authorization(AccountRole role) {
        return "Authorization: " + basic(name(role), name(role) + "-secret") + "\r\n";
    }

    private static String basic(String name, String password) {
        String pair = name + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String name(AccountRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
