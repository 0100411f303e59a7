package dev.sojourn.api.trail;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.problem.BadQuestion;
import dev.sojourn.event.Recorded;
import dev.sojourn.exchange.answer.AnswerJson;
import dev.sojourn.store.LedgerStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log as it grows, as server-sent events. Each reader has a thread of the server's and reads the store at its own
 * pace, so nothing is kept for those who are slow; whoever does not take what is written for as long as the server's
 * {@code connection-timeout} is cut off, and goes on later from the last id it saw. Ends before the server stops
 * answering, or a stop would wait for readers who never leave.
 */
@RestController
final class EventStream implements SmartLifecycle {
    /** Fewer than the server has threads, so that readers of the stream leave most of them to others. */
    private static final int READERS = 16;

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int BATCH = 500;
    private static final JsonMapper JSON = AnswerJson.mapper();

    private final LedgerStore store;
    private final Readers readers;
    private final Semaphore places = new Semaphore(READERS);
    private final HeadSignal signal = new HeadSignal();

    EventStream(LedgerStore store, Readers readers) {
        this.store = store;
        this.readers = readers;
        store.onSynced(signal::moved);
    }

    @GetMapping(path = "/api/v1/events/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Events as they are recorded, as server-sent events",
            description = "Each has its position as id and a CloudEvent as data. Begins after Last-Event-ID or after,"
                    + " or else with the next event; a comment comes every 15 seconds where nothing happens. At most 16"
                    + " readers (503 beyond); slow ones are cut off, and may go on from the last id they saw. Others than"
                    + " auditors and administrators see neither actor nor personal data.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "after",
            description = "Begin after this position (default: the last one there is).",
            example = "0")
    @Parameter(
            in = ParameterIn.HEADER,
            name = "Last-Event-ID",
            description = "The position of the last event seen; browsers send it by themselves.")
    void stream(HttpServletRequest request, HttpServletResponse response) {
        long after = begin(request);
        boolean auditor = readers.auditor(request);
        if (!places.tryAcquire()) {
            response.setHeader("Retry-After", "30");
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "there are " + READERS + " readers of the stream already");
        }
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            if (!request.getMethod().equals("HEAD")) {
                follow(after, auditor, response.getOutputStream());
            }
        } catch (IOException left) {
            LOG.debug("a reader of the stream left, or was cut off");
        } finally {
            places.release();
        }
    }

    private long begin(HttpServletRequest request) {
        String seen = request.getHeader("Last-Event-ID");
        long after;
        try {
            after = seen == null ? Ask.read(request, "after", Asked::position, store.head()) : Asked.position(seen);
        } catch (IllegalArgumentException unreadable) {
            throw new BadQuestion("invalid-parameter", "Last-Event-ID", "Last-Event-ID must be a position");
        }
        if (after > store.head()) {
            throw new BadQuestion(
                    "invalid-parameter",
                    seen == null ? "after" : "Last-Event-ID",
                    "position " + after + " is beyond the head of the ledger, " + store.head());
        }
        return after;
    }

    private void follow(long begin, boolean auditor, OutputStream out) throws IOException {
        write(out, "retry: 2000\n\n");
        long told = begin;
        while (signal.running() && !Thread.currentThread().isInterrupted()) {
            long upTo = Math.min(store.head(), told + BATCH);
            if (upTo == told) {
                if (!signal.await(told, store::head)) {
                    write(out, ": nothing new\n\n");
                }
                continue;
            }
            var text = new StringBuilder();
            store.read(told, upTo, recorded -> append(text, recorded, auditor));
            write(out, text.toString());
            told = upTo;
        }
    }

    private static void append(StringBuilder text, Recorded recorded, boolean auditor) {
        text.append("id: ")
                .append(recorded.position())
                .append("\ndata: ")
                .append(JSON.writeValueAsString(Readers.form(recorded, auditor)))
                .append("\n\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void start() {
        signal.start();
    }

    @Override
    public void stop() {
        signal.stop();
    }

    @Override
    public boolean isRunning() {
        return signal.running();
    }
}
