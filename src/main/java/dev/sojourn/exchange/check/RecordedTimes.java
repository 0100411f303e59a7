package dev.sojourn.exchange.check;

import dev.sojourn.exchange.check.Entry.Assertion;
import dev.sojourn.exchange.intake.Flaw;
import dev.sojourn.exchange.intake.Problems;
import java.time.Instant;
import java.util.List;

/**
 * Checks that rows' own recorded times can be kept: known, never backwards, and not in the future. Whether they come
 * after what the ledger holds already is asked of those rows only that bring something.
 */
final class RecordedTimes {

    private final Known known;
    private final Problems problems;

    RecordedTimes(Known known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    void check(List<Assertion> inOrder) {
        Instant latest = Instant.MIN;
        for (var assertion : inOrder) {
            var row = assertion.row();
            Instant recorded = assertion.recorded();
            if (problems.refused(row)) {
                continue;
            }
            if (recorded == null) {
                refuse(assertion, Flaw.TIME_MISSING, "there is no recorded time to keep", "fill it in");
            } else if (recorded.isAfter(known.now())) {
                refuse(assertion, Flaw.TIME_IN_FUTURE, "nobody can have recorded it yet", "correct the time");
            } else if (recorded.isBefore(latest)) {
                refuse(
                        assertion,
                        Flaw.TIME_BACKWARDS,
                        "the row before it was recorded at " + latest,
                        "correct the time, or import without keeping recorded times");
            } else {
                latest = recorded;
            }
        }
    }

    private void refuse(Assertion assertion, Flaw flaw, String message, String advice) {
        problems.row(assertion.row(), "recorded_at", flaw, message, advice);
    }
}
