package dev.sojourn.api.write;

import dev.sojourn.api.parameter.ChangeParameters;
import dev.sojourn.api.problem.BadBody;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.api.write.Writes.Written;
import dev.sojourn.command.Command;
import dev.sojourn.command.ReviewCommand.ApproveReview;
import dev.sojourn.command.ReviewCommand.RejectReview;
import dev.sojourn.command.ReviewCommand.RequestReview;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.EventForm;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.Awaiting;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A second pair of eyes. {@code If-Match} is the version of the person whom the event is about. */
@RestController
@RequestMapping("/api/v1")
final class ReviewCalls {
    /** Events that await approval, in the order of the ledger. */
    record AwaitingForm(List<EventForm> items) {}

    private interface Decision {
        Command of(ResearcherId researcher, long sequence, Remarks personal);
    }

    private final Writes writes;
    private final LedgerStore store;
    private final Awaiting awaiting;

    ReviewCalls(Writes writes, LedgerStore store) {
        this.writes = writes;
        this.store = store;
        awaiting = new Awaiting(store);
    }

    @GetMapping("/reviews")
    @Operation(summary = "Events that await approval by somebody else")
    AwaitingForm awaiting() {
        return new AwaitingForm(awaiting.positions().stream()
                .map(position -> EventForm.of(store.at(position)))
                .toList());
    }

    @PostMapping("/events/{position}/review")
    @ChangeParameters
    @Operation(summary = "Ask for a second pair of eyes on a change of a person, named by one of its events")
    ResponseEntity<Written> request(
            @PathVariable("position") String position, @RequestBody Remark body, HttpServletRequest request) {
        return decide(position, body, request, RequestReview::new);
    }

    @PostMapping("/events/{position}/approve")
    @ChangeParameters
    @Operation(
            summary =
                    "Approve an event that awaits review, and whatever else of its change does; not for whoever recorded it")
    ResponseEntity<Written> approve(
            @PathVariable("position") String position, @RequestBody Remark body, HttpServletRequest request) {
        return decide(position, body, request, ApproveReview::new);
    }

    @PostMapping("/events/{position}/reject")
    @ChangeParameters
    @Operation(
            summary = "Reject an event that awaits review, and whatever else of its change does, and undo it, all or"
                    + " nothing; needs a reason; not for whoever recorded it")
    ResponseEntity<Written> reject(
            @PathVariable("position") String position, @RequestBody Remark body, HttpServletRequest request) {
        return decide(position, body, request, RejectReview::new);
    }

    private ResponseEntity<Written> decide(
            String position, Remark body, HttpServletRequest request, Decision decision) {
        long asked = UndoWrites.asked(position);
        if (asked < 1 || asked > store.head()) {
            throw new NotInLedger("event", position);
        }
        var recorded = store.at(asked);
        if (!(recorded.event().subject() instanceof ResearcherId researcher)) {
            throw new BadBody("only events about people are reviewed");
        }
        return writes.change(
                request, () -> decision.of(researcher, recorded.header().sequence(), body.remarks()));
    }
}
