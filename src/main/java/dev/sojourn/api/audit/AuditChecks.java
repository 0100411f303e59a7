package dev.sojourn.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.api.audit.VerificationRun.Run;
import dev.sojourn.api.problem.BadQuestion;
import dev.sojourn.api.problem.Busy;
import dev.sojourn.audit.verification.KeptHeads;
import dev.sojourn.audit.verification.SignedHead;
import dev.sojourn.audit.verification.Signer;
import dev.sojourn.audit.verification.SigningDesk;
import dev.sojourn.store.LedgerStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the chain of hashes ends, and whether it is as it was. */
@RestController
@RequestMapping("/api/v1/audit")
final class AuditChecks {
    /** How long a request waits for a verification before it answers that it is under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Heads in one request, which has limits of its own. */
    private static final int MOST_HEADS = 50;

    /**
     * Where the chain ends.
     *
     * @param head position and hash as one text, to keep elsewhere
     * @param recorded when the last event was recorded; empty for the empty ledger
     * @param signed the same with a signature, if the server has a key
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeadForm(String head, long position, String hash, String recorded, SignedHead signed) {}

    private final SigningDesk desk;
    private final Optional<Signer> signer;
    private final VerificationRun run;

    AuditChecks(LedgerStore store, Clock clock, Optional<Signer> signer, VerificationRun run) {
        desk = new SigningDesk(store, clock);
        this.signer = signer;
        this.run = run;
    }

    @GetMapping("/head")
    @Operation(summary = "Where the chain of hashes ends; keep it elsewhere to be able to verify later")
    HeadForm head() {
        var end = desk.end();
        return new HeadForm(
                end.head().toString(),
                end.head().position(),
                end.head().hash(),
                end.recorded(),
                signer.map(key -> desk.sign(key, end)).orElse(null));
    }

    @PostMapping("/verify")
    @Operation(
            summary = "Compute every hash again; answers what was found, or 202 if it takes longer than some seconds")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "head",
            description = "A head that was kept elsewhere, as position:hash; can be repeated.",
            example = "0:")
    ResponseEntity<Run> verify(HttpServletRequest request) throws InterruptedException {
        if (run.begin(kept(request).heads()).isEmpty()) {
            throw new Busy("verification-running", "a verification is under way: ask for it with GET");
        }
        var found = run.await(PATIENCE);
        return ResponseEntity.status(found.running() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(found);
    }

    @GetMapping("/verify")
    @Operation(summary = "What the verification under way, or the last one, has found")
    Run last() {
        return run.now();
    }

    private static KeptHeads kept(HttpServletRequest request) {
        String[] heads = request.getParameterValues("head");
        if (heads == null) {
            return KeptHeads.NONE;
        }
        try {
            if (heads.length > MOST_HEADS) {
                throw new IllegalArgumentException("give at most " + MOST_HEADS + " heads");
            }
            return KeptHeads.read(List.of(heads), Optional.empty());
        } catch (IllegalArgumentException wrong) {
            throw new BadQuestion("invalid-parameter", "head", wrong.getMessage());
        }
    }
}
