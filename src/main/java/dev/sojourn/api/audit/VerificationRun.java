package dev.sojourn.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.check.Verification;
import dev.sojourn.store.row.Head;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Verifies the ledger in the background, once at a time; remembers what the last run found. */
@Component
final class VerificationRun implements AutoCloseable {

    /**
     * A run.
     *
     * @param state {@code none} before the first, {@code running}, {@code passed}, {@code failed} (something is wrong with
     *     the ledger) or {@code stopped} (it could not be finished)
     * @param position how far it has come
     * @param of the head when it began
     * @param heads how many heads that were kept elsewhere it looks at
     * @param verified where the chain ends, up to the first bad position
     * @param firstBad the first position at which something is wrong
     * @param problem what is wrong there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Run(
            String state,
            Long position,
            Long of,
            Integer heads,
            String begun,
            String took,
            String verified,
            Long firstBad,
            String problem) {
        static final Run NONE = new Run("none", null, null, null, null, null, null, null, null);

        boolean running() {
            return state.equals("running");
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(VerificationRun.class);

    private final LedgerStore store;
    private final Clock clock;
    private Run run = Run.NONE;
    private CountDownLatch over = new CountDownLatch(0);
    private volatile boolean closing;

    VerificationRun(LedgerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    synchronized Run now() {
        return run;
    }

    /** Begins a run and gives it; nothing if one is under way. */
    synchronized Optional<Run> begin(List<Head> kept) {
        if (run.running()) {
            return Optional.empty();
        }
        var begun = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        run = new Run("running", 0L, store.head(), kept.size(), begun.toString(), null, null, null, null);
        over = new CountDownLatch(1);
        var thread = new Thread(() -> verify(kept, begun), "verification");
        thread.setDaemon(true);
        thread.start();
        return Optional.of(run);
    }

    /** Waits for the end of a run under way, but not for long. */
    Run await(Duration patience) throws InterruptedException {
        CountDownLatch ends;
        synchronized (this) {
            ends = over;
        }
        boolean ended = ends.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("A verification was waited for; it has ended: {}", ended);
        return now();
    }

    /** Ends a run under way at its next step, so that the ledger can be closed. */
    @Override
    public void close() {
        closing = true;
    }

    private void verify(List<Head> kept, Instant begun) {
        Verification found = null;
        try {
            found = store.verifyAgainst(kept, this::at);
        } catch (IllegalStateException stopped) {
            // told to stop, or closed: said below
        } finally {
            end(found, Duration.between(begun, clock.instant()).toString());
        }
    }

    private synchronized void at(long position) {
        if (closing) {
            throw new CancellationException();
        }
        run = new Run("running", position, run.of(), run.heads(), run.begun(), null, null, null, null);
    }

    private synchronized void end(Verification found, String took) {
        run = found == null
                ? new Run("stopped", run.position(), run.of(), run.heads(), run.begun(), took, null, null, null)
                : new Run(
                        found.passed() ? "passed" : "failed",
                        found.verified().position(),
                        run.of(),
                        run.heads(),
                        run.begun(),
                        took,
                        found.verified().toString(),
                        found.firstBad(),
                        found.problem());
        over.countDown();
    }
}
