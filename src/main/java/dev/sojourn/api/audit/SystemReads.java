package dev.sojourn.api.audit;

import dev.sojourn.audit.ProgramVersion;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.projection.Timeline;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.check.StartReport;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the program is: for everybody who may read. */
@RestController
final class SystemReads {

    /** What was looked at when the ledger was opened; problem is absent if nothing was wrong. */
    record Started(boolean passed, String problem, long mark, long read, String took) {
        static Started of(StartReport report) {
            return new Started(
                    report.passed(),
                    report.problem(),
                    report.mark(),
                    report.read(),
                    report.took().toString());
        }
    }

    /** How much there is. */
    record Counts(long events, int institutions, int cohorts, int releases) {}

    /**
     * How the program is.
     *
     * @param version of the program
     * @param head the last event that is safely on disk
     * @param position how far the read model has come
     * @param readOnly why the ledger takes no writes; absent if it does
     * @param uptime since the server was started, ISO 8601
     */
    record SystemForm(
            String version,
            KnownForm head,
            long position,
            String readOnly,
            Started startCheck,
            Counts counts,
            String started,
            String uptime) {}

    private final LedgerStore store;
    private final Timeline timeline;
    private final Clock clock;
    private final Instant started;

    SystemReads(LedgerStore store, Timeline timeline, Clock clock) {
        this.store = store;
        this.timeline = timeline;
        this.clock = clock;
        started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @GetMapping("/api/v1/system")
    @Operation(summary = "Version, head, whether the ledger takes writes, and what its start looked at")
    SystemForm system() {
        var view = timeline.now();
        long head = store.head();
        return new SystemForm(
                ProgramVersion.TEXT,
                new KnownForm(head, head == 0 ? null : KnownForm.time(store.recordedAt(head))),
                timeline.position(),
                store.readOnlyReason().orElse(null),
                Started.of(store.started()),
                new Counts(
                        head,
                        view.institutionCount(),
                        view.cohorts().size(),
                        view.releases().size()),
                started.toString(),
                Duration.between(started, clock.instant().truncatedTo(ChronoUnit.SECONDS))
                        .toString());
    }
}
