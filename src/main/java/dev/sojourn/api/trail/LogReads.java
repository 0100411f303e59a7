package dev.sojourn.api.trail;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.KnownAtParameter;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.problem.BadQuestion;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.audit.history.Histories;
import dev.sojourn.audit.history.Part;
import dev.sojourn.exchange.answer.EventForm;
import dev.sojourn.exchange.answer.trail.EventDetailForm;
import dev.sojourn.projection.Timeline;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.FigureEffect;
import dev.sojourn.study.Figures;
import dev.sojourn.study.rule.RuleBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log itself: as CloudEvents, and one event with everything known of it. */
@RestController
@RequestMapping("/api/v1/events")
final class LogReads {
    private static final String BATCH = "application/cloudevents-batch+json";

    private final Ask ask;
    private final Readers readers;
    private final Histories histories;
    private final LedgerStore store;
    private final Timeline timeline;
    private final Figures figures;
    private final RuleBook rules;

    LogReads(
            Ask ask,
            Readers readers,
            Histories histories,
            LedgerStore store,
            Timeline timeline,
            Figures figures,
            RuleBook rules) {
        this.ask = ask;
        this.readers = readers;
        this.histories = histories;
        this.store = store;
        this.timeline = timeline;
        this.figures = figures;
        this.rules = rules;
    }

    @GetMapping(produces = BATCH)
    @WantedParameters
    @Operation(
            summary = "Events in the order of the ledger, as a CloudEvents batch",
            description = "Auditors and administrators see who recorded them, and personal data; others see neither.")
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
        long after = Ask.read(request, "after", Asked::position, 0L);
        int limit = ask.limit(request);
        boolean auditor = readers.auditor(request);
        var found = histories.events(store.head(), Asked.wanted(request), new Part(false, after, limit));
        var events = found.stream()
                .limit(limit)
                .map(recorded -> Readers.form(recorded, auditor))
                .toList();
        var answer = ResponseEntity.ok();
        if (found.size() > limit) {
            String last = Long.toString(events.get(limit - 1).position());
            answer.header(HttpHeaders.LINK, Page.link(request, last));
        }
        return answer.body(events);
    }

    @GetMapping("/{position}")
    @KnownAtParameter
    @Operation(
            summary = "One event: what it says, its hash, its command, what undid it, and what it changed",
            description = "Auditors and administrators also see it exactly as stored.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "figures",
            description = "true: also which saved figures it changed, from what to what.",
            example = "true")
    EventDetailForm one(@PathVariable("position") String position, HttpServletRequest request) {
        long asked = position(position);
        var view = ask.view(request);
        if (asked < 1 || asked > view.position()) {
            throw new NotInLedger("event", position);
        }
        var particulars = histories.particulars(view, asked);
        var form = EventDetailForm.of(particulars);
        if (readers.auditor(request)) {
            form = form.stored(particulars);
        }
        boolean effects = Ask.read(request, "figures", LogReads::flag, false);
        return effects ? form.figures(FigureEffect.of(figures, timeline, asked, rules)) : form;
    }

    private static long position(String text) {
        try {
            return Asked.position(text);
        } catch (IllegalArgumentException noPosition) {
            throw new BadQuestion("invalid-parameter", "position", "\"" + text + "\" is no position: 1, 2, 3 …");
        }
    }

    private static boolean flag(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("figures is true or false");
    }
}
