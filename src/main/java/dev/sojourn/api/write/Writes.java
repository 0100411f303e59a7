package dev.sojourn.api.write;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.problem.BadBody;
import dev.sojourn.api.problem.BadQuestion;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.api.problem.VersionChanged;
import dev.sojourn.api.problem.VersionNeeded;
import dev.sojourn.command.Command;
import dev.sojourn.command.Receipt;
import dev.sojourn.command.Request;
import dev.sojourn.command.StaleVersion;
import dev.sojourn.command.Warning;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.Event;
import dev.sojourn.exchange.answer.EventForm;
import dev.sojourn.store.LedgerStore;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends commands: reads the conditions of a write from its headers, and turns receipts into answers. */
@Component
public final class Writes {
    /** How an {@code Idempotency-Key} may look; it stands in the ledger as part of the command id. */
    private static final String KEY = "[!-~]{1,100}";

    /**
     * What a write answers.
     *
     * @param position of its last event; reads with {@code knownAt=position:N} see it
     * @param positions of its events; none in a dry run
     * @param sequence the subject's version now, as in its ETag
     * @param warnings what may be wrong though no rule forbids it
     */
    record Written(long position, List<Long> positions, long sequence, List<Event> events, List<Warning> warnings) {
        static Written of(Receipt receipt) {
            return new Written(
                    receipt.position(), receipt.positions(), receipt.sequence(), receipt.events(), receipt.warnings());
        }
    }

    private final Curation curation;
    private final LedgerStore store;

    public Writes(Curation curation, LedgerStore store) {
        this.curation = curation;
        this.store = store;
    }

    /** A write that begins something; nothing can have changed before. */
    ResponseEntity<Written> create(HttpServletRequest request, Supplier<Command> command, String location) {
        return send(request, command, null, location);
    }

    /** A write on something that exists; the caller says which version it knows. */
    ResponseEntity<Written> change(HttpServletRequest request, Supplier<Command> command) {
        return send(request, command, expected(request), null);
    }

    /**
     * An id for something new: random, but the same again if the same caller repeats the request under the same key.
     */
    static String newId(HttpServletRequest request, String what) {
        String key = request.getHeader("Idempotency-Key");
        return key == null
                ? UUID.randomUUID().toString()
                : UUID.nameUUIDFromBytes((what + "\n" + commandId(request)).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    private ResponseEntity<Written> send(
            HttpServletRequest request, Supplier<Command> command, Long expected, String location) {
        boolean dryRun = Ask.read(request, "dryRun", Writes::flag, false);
        var asked = new Request(made(command), actor(request), commandId(request), expected, null);
        var receipt = answered(asked, dryRun);
        if (dryRun) {
            return ResponseEntity.ok(Written.of(receipt));
        }
        var answer = location == null ? ResponseEntity.ok() : ResponseEntity.created(URI.create(location));
        return answer.eTag("\"" + receipt.sequence() + "\"").body(Written.of(receipt));
    }

    private Receipt answered(Request asked, boolean dryRun) {
        try {
            return dryRun ? curation.dryRun(asked) : curation.send(asked);
        } catch (StaleVersion stale) {
            var subject = asked.command().subject();
            if (stale.actual() < 0) {
                throw new NotInLedger(subject.kind(), subject.value());
            }
            throw new VersionChanged(
                    stale.getMessage(),
                    store.ofSubject(subject, store.head()).stream()
                            .filter(event -> event.header().sequence() > stale.expected())
                            .map(EventForm::of)
                            .toList());
        }
    }

    private static Command made(Supplier<Command> command) {
        try {
            return command.get();
        } catch (IllegalArgumentException wrong) {
            throw new BadBody(wrong.getMessage());
        }
    }

    private static Long expected(HttpServletRequest request) {
        String tag = request.getHeader("If-Match");
        if (tag == null) {
            throw new VersionNeeded();
        }
        try {
            return Long.parseLong(tag.strip().replaceFirst("^\"(\\d+)\"$", "$1"));
        } catch (NumberFormatException unreadable) {
            throw new BadQuestion(
                    "invalid-parameter", "If-Match", "If-Match must be the ETag of the researcher, as in \"7\"");
        }
    }

    /** Within the caller's own names: nobody gets the answer to another's request by guessing its key. */
    private static String commandId(HttpServletRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key != null && !key.matches(KEY)) {
            throw new BadQuestion(
                    "invalid-parameter", "Idempotency-Key", "Idempotency-Key must have 1 to 100 printable characters");
        }
        return actor(request) + "/" + (key == null ? UUID.randomUUID().toString() : key);
    }

    private static String actor(HttpServletRequest request) {
        return request.getUserPrincipal().getName();
    }

    private static boolean flag(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("dryRun is true or false");
    }
}
