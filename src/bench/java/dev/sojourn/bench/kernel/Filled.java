package dev.sojourn.bench.kernel;

import dev.sojourn.bench.ReferenceSet;
import dev.sojourn.event.Header;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.projection.History;
import dev.sojourn.projection.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A timeline with the reference set in it, and events to go on with. */
final class Filled {

    static final LocalDate FIRST = LocalDate.parse("2019-12-31");
    static final LocalDate LAST = LocalDate.parse("2025-12-31");

    private static final int KEPT = 10_000;

    final Timeline timeline = new Timeline(History.NONE);
    private final List<Recorded> recorded = new ArrayList<>();

    Filled(int researchers) {
        new ReferenceSet(researchers, 42).events(this::take);
    }

    private void take(Recorded event) {
        timeline.on(event);
        if (event.event() instanceof AffiliationRecorded && recorded.size() < KEPT) {
            recorded.add(event);
        }
    }

    /** The event after the last one: some spell is told again. */
    Recorded next() {
        long position = timeline.position() + 1;
        var told = (AffiliationRecorded)
                recorded.get((int) (position % recorded.size())).event();
        return new Recorded(
                new Header(position, timeline.recorded(), 0, "kernel", "c", null, null, null),
                new AffiliationCorrected(told.researcher(), told.spell(), told.claim(), null, Titled.NONE));
    }
}
