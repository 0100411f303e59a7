package dev.sojourn.api.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.problem.BadBody;
import dev.sojourn.api.problem.BadQuestion;
import dev.sojourn.api.problem.Flaw;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.command.Command;
import dev.sojourn.command.Receipt;
import dev.sojourn.command.Request;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.StaleVersion;
import dev.sojourn.command.Warning;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.Event;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.exchange.answer.whatif.WhatIfForm;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.whatif.WhatIf;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Sends commands: reads the conditions of a write from its headers, and turns receipts into answers. */
@Component
public final class Writes {
    /** How an {@code Idempotency-Key} may look; it stands in the ledger as part of the command id. */
    private static final String KEY = "[!-~]{1,100}";

    /** A version that nothing ever has. */
    private static final long NO_VERSION = -2;

    /**
     * What a write answers.
     *
     * @param position of its last event; reads with {@code knownAt=position:N} see it
     * @param positions of its events; none in a dry run
     * @param sequence the subject's version now, as in its ETag
     * @param warnings what may be wrong though no rule forbids it
     * @param whatIf which figures it would change; in a dry run only
     */
    record Written(
            long position,
            List<Long> positions,
            long sequence,
            List<Told> events,
            List<Warning> warnings,
            @JsonInclude(JsonInclude.Include.NON_NULL) WhatIfForm whatIf)
            implements Tabular {
        @Override
        public List<String> columns() {
            return whatIf == null ? List.of("position") : whatIf.columns();
        }

        @Override
        public List<List<Object>> rows() {
            return whatIf == null ? positions.stream().map(List::<Object>of).toList() : whatIf.rows();
        }

        static Written of(Receipt receipt, WhatIfForm foreseen) {
            return new Written(
                    receipt.position(),
                    receipt.positions(),
                    receipt.sequence(),
                    Told.of(receipt.events()),
                    receipt.warnings(),
                    foreseen);
        }
    }

    private final Curation curation;
    private final LedgerStore store;
    private final Refusals refusals;
    private final WhatIf whatIf;

    public Writes(Curation curation, LedgerStore store, WhatIf whatIf) {
        this.curation = curation;
        this.store = store;
        refusals = new Refusals(curation, store);
        this.whatIf = whatIf;
    }

    /** What events would change in the figures, decided on what was recorded up to a position. */
    WhatIfForm foreseen(List<Event> events, long head) {
        return WhatIfForm.of(whatIf.of(events, head));
    }

    /** A write that begins something; nothing can have changed before. */
    ResponseEntity<Written> create(HttpServletRequest request, Supplier<Command> command, String location) {
        return send(request, made(command), null, location);
    }

    /** A write on something that exists; the caller says which version it knows. */
    ResponseEntity<Written> change(HttpServletRequest request, Supplier<Command> command) {
        var known = IfMatch.of(request);
        return send(request, made(command), known, null);
    }

    /**
     * An id for something new: random, but the same again if the same caller repeats the request under the same key.
     */
    static String newId(HttpServletRequest request, String what) {
        String key = request.getHeader("Idempotency-Key");
        if ("true".equals(request.getParameter("dryRun"))) {
            return UUID.randomUUID().toString(); // the key may stand for what is recorded by now
        }
        return key == null
                ? UUID.randomUUID().toString()
                : UUID.nameUUIDFromBytes((what + "\n" + commandId(request)).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    /** The id of a thing as a part of its address. */
    static String inAddress(Id id) {
        return UriUtils.encodePathSegment(id.value(), StandardCharsets.UTF_8);
    }

    /**
     * The researcher whose a spell is or was.
     *
     * @throws NotInLedger if there never was such a spell
     */
    ResearcherId whose(SpellId spell) {
        return curation.whose(spell).orElseThrow(() -> new NotInLedger("spell", spell.value()));
    }

    private ResponseEntity<Written> send(HttpServletRequest request, Command command, IfMatch known, String location) {
        boolean dryRun = Ask.read(request, "dryRun", Writes::flag, false);
        Long expected = known == null ? null : expected(known, command.subject());
        boolean review = Ask.read(request, "review", Writes::flag, false);
        if (review && !(command.subject() instanceof ResearcherId)) {
            throw new BadQuestion(
                    "invalid-parameter", "review", "only what is recorded about people can await approval");
        }
        var asked = new Request(command, actor(request), commandId(request), expected, null, review);
        var receipt = answered(asked, known, dryRun);
        if (dryRun) {
            return tried(receipt);
        }
        var answer = location == null ? ResponseEntity.ok() : ResponseEntity.created(URI.create(location));
        return answer.eTag("\"" + receipt.sequence() + "\"").body(Written.of(receipt, null));
    }

    /** Undoes several events together; their versions are not asked for, since each is named by its position. */
    ResponseEntity<Written> undo(HttpServletRequest request, List<Long> positions, Remarks why) {
        boolean dryRun = Ask.read(request, "dryRun", Writes::flag, false);
        try {
            var receipt = curation.undoing().undo(positions, why, actor(request), commandId(request), dryRun);
            return dryRun ? tried(receipt) : ResponseEntity.ok(Written.of(receipt, null));
        } catch (RuleViolation refused) {
            throw refusals.of(refused);
        } catch (IllegalArgumentException wrong) {
            throw new BadBody(List.of(new Flaw("/positions", positions.toString(), wrong.getMessage())));
        }
    }

    private ResponseEntity<Written> tried(Receipt receipt) {
        return ResponseEntity.ok(Written.of(receipt, foreseen(receipt.events(), receipt.position())));
    }

    private Receipt answered(Request asked, IfMatch known, boolean dryRun) {
        try {
            return dryRun ? curation.dryRun(asked) : curation.send(asked);
        } catch (RuleViolation refused) {
            throw refusals.of(refused, asked.command());
        } catch (StaleVersion stale) {
            throw refusals.outdated(asked.command().subject(), known, stale.actual());
        }
    }

    /** The one version to hand on; where several will do, or any, the one that it has now if it is among them. */
    private Long expected(IfMatch known, Id subject) {
        if (!known.any() && known.strong().size() == 1) {
            return known.strong().get(0);
        }
        long now = store.version(subject, store.head());
        if (now < 0) {
            throw new NotInLedger(subject.kind(), subject.value());
        }
        return known.allows(now) ? now : NO_VERSION;
    }

    private static Command made(Supplier<Command> command) {
        try {
            return command.get();
        } catch (IllegalArgumentException wrong) {
            throw new BadBody(wrong.getMessage());
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

    static boolean flag(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("this is true or false");
    }
}
