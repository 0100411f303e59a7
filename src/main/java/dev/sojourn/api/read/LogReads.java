package dev.sojourn.api.read;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.problem.BadQuestion;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.exchange.answer.EventForm;
import dev.sojourn.store.LedgerStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log itself, as CloudEvents. */
@RestController
@RequestMapping("/api/v1/events")
final class LogReads {
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String SINGLE = "application/cloudevents+json";

    private final Ask ask;
    private final LedgerStore store;

    LogReads(Ask ask, LedgerStore store) {
        this.ask = ask;
        this.store = store;
    }

    @GetMapping(produces = BATCH)
    @Operation(summary = "Events in the order of the ledger")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "after",
            description = "Only those after this position (default 0).",
            example = "0")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "Events at most, 1 to 1000 (default 100).",
            example = "100")
    ResponseEntity<List<EventForm>> after(HttpServletRequest request) {
        long after = Ask.read(request, "after", LogReads::position, 0L);
        int limit = ask.limit(request);
        long upTo = Math.min(store.head(), after + limit);
        var events = new ArrayList<EventForm>();
        store.read(after, upTo, recorded -> events.add(EventForm.of(recorded)));
        var answer = ResponseEntity.ok();
        if (upTo < store.head()) {
            answer.header(HttpHeaders.LINK, "</api/v1/events?after=" + upTo + "&limit=" + limit + ">; rel=\"next\"");
        }
        return answer.body(events);
    }

    @GetMapping(path = "/{position}", produces = SINGLE)
    @Operation(summary = "The event at a position")
    EventForm one(@PathVariable("position") String position, HttpServletRequest request) {
        long asked;
        try {
            asked = position(position);
        } catch (IllegalArgumentException noPosition) {
            throw new BadQuestion("invalid-parameter", "position", "\"" + position + "\" is no position: 1, 2, 3 …");
        }
        if (asked < 1 || asked > store.head()) {
            throw new NotInLedger("event", position);
        }
        return EventForm.of(store.at(asked));
    }

    private static long position(String text) {
        long position = Long.parseLong(text);
        if (position < 0) {
            throw new IllegalArgumentException("a position is 0 or more");
        }
        return position;
    }
}
