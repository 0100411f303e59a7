package dev.sojourn.study.whatif;

import dev.sojourn.event.Event;
import dev.sojourn.projection.History;
import dev.sojourn.projection.Timeline;
import dev.sojourn.study.Figures;
import dev.sojourn.study.rule.RuleBook;
import java.time.Duration;
import java.util.List;

/** Tells what events would change in the figures if they were recorded now; records nothing. Safe for many threads. */
public final class WhatIf {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Timeline timeline;
    private final History ledger;
    private final Figures figures;
    private final RuleBook rules;

    /**
     * Of one ledger.
     *
     * @param ledger where events are read again
     */
    public WhatIf(Timeline timeline, History ledger, Figures figures, RuleBook rules) {
        this.timeline = timeline;
        this.ledger = ledger;
        this.figures = figures;
        this.rules = rules;
    }

    /**
     * What they would change.
     *
     * @param events in the order in which they would be recorded: all that one command decides, or several none of which
     *     asks for approval, since approval is about all that came of the same command
     * @param head the position that they were decided on; waited for, as a rule under a millisecond
     */
    public Foreseen of(List<? extends Event> events, long head) {
        await(head);
        asked();
        var supposed = new Supposed(ledger);
        var fork = timeline.fork(supposed);
        var before = fork.now();
        supposed.tell(fork, events);
        return new Foreseen(before.position(), new Difference(before, fork.now(), rules).of(figures));
    }

    /** What is counted here is kept for the next time, and the fork has it, too; what is counted in a fork goes with it. */
    private void asked() {
        var now = timeline.now();
        figures.questions().forEach(question -> {
            try {
                question.given(now, rules);
            } catch (IllegalArgumentException noSuchThing) {
                return; // it is said below that there is no answer
            }
        });
    }

    private void await(long head) {
        try {
            timeline.await(head, PATIENCE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
