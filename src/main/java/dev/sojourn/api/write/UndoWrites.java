package dev.sojourn.api.write;

import dev.sojourn.api.body.Body;
import dev.sojourn.api.body.Source;
import dev.sojourn.api.body.Texts;
import dev.sojourn.api.parameter.ChangeParameters;
import dev.sojourn.api.parameter.WriteParameters;
import dev.sojourn.api.problem.BadQuestion;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.api.write.Writes.Written;
import dev.sojourn.command.Undo;
import dev.sojourn.store.LedgerStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Taking events back. {@code If-Match} is the version of whatever the event is about. */
@RestController
@RequestMapping("/api/v1/events")
final class UndoWrites {
    /**
     * Events to undo together.
     *
     * @param positions in the order in which they are to be undone: what needs another one before it
     */
    record Several(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Positions of events, as in [4711, 4712].")
            List<Long> positions,

            @Schema(maxLength = Texts.PARAGRAPH, description = "Needed: why, for those who read the history.")
            String reason,

            List<Source> evidence)
            implements Body {}

    private final Writes writes;
    private final LedgerStore store;

    UndoWrites(Writes writes, LedgerStore store) {
        this.writes = writes;
        this.store = store;
    }

    @PostMapping("/{position}/undo")
    @ChangeParameters
    @Operation(
            summary =
                    "Undo an event: from now on it does not count. Needs a reason; if other events need it, the answer"
                            + " lists them (inTheWay) and what can be undone together (plan)")
    ResponseEntity<Written> one(
            @PathVariable("position") String position, @RequestBody Remark body, HttpServletRequest request) {
        long asked = asked(position);
        if (asked < 1 || asked > store.head()) {
            throw new NotInLedger("event", position);
        }
        var recorded = store.at(asked);
        return writes.change(
                request,
                () -> Undo.of(recorded.event().subject(), recorded.header().sequence(), body.remarks()));
    }

    @PostMapping("/undo")
    @WriteParameters
    @Operation(summary = "Undo several events together, of any subjects: all of them or none; needs a reason")
    ResponseEntity<Written> several(@RequestBody Several body, HttpServletRequest request) {
        return writes.undo(request, body.positions(), body.remarks());
    }

    static long asked(String position) {
        try {
            return Long.parseLong(position);
        } catch (NumberFormatException noPosition) {
            throw new BadQuestion("invalid-parameter", "position", "\"" + position + "\" is no position: 1, 2, 3 …");
        }
    }
}
