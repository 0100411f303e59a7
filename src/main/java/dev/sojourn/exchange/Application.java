package dev.sojourn.exchange;

import dev.sojourn.command.Command;
import dev.sojourn.command.Request;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.Warning;
import dev.sojourn.command.curation.BulkCuration;
import dev.sojourn.event.Event;
import dev.sojourn.exchange.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Applies the steps of a plan in one session of the ledger, to store them or only to see what would come of it. */
final class Application {

    private final BulkCuration ledger;
    private final String actor;
    private final String batch;
    private final int chunk;
    private final Tally tally;
    private int buffered;

    Application(BulkCuration ledger, ImportOptions options, String batch, Tally tally) {
        this.ledger = ledger;
        this.tally = tally;
        actor = options.actor();
        chunk = options.chunk();
        this.batch = batch;
    }

    /**
     * Applies a step that was not applied before.
     *
     * @param warnings takes what the ledger finds worth a look
     * @throws RuleViolation if the ledger refuses one of its commands; those before it stay in the session
     */
    void apply(Step step, BiConsumer<Step, Warning> warnings) {
        if (ledger.alreadyApplied(step.fingerprint())) {
            return;
        }
        int number = 0;
        var came = new ArrayList<Event>();
        for (Command command : step.commands()) {
            String id = batch + "-" + step.fingerprint().substring(0, 32) + (number == 0 ? "" : "-" + number);
            came.addAll(
                    ledger.apply(new Request(command, actor, id, null, batch), step.recorded(), step.fingerprint()));
            ledger.warnings().forEach(warning -> warnings.accept(step, warning));
            number++;
        }
        if (!came.isEmpty()) {
            buffered += came.size();
            tally.events(came);
            tally.row(step.change());
        }
    }

    /** Stores what was applied since the last time, once it is worth it; only ever whole steps. */
    void storeWhenWorthIt() {
        if (buffered >= chunk) {
            store();
        }
    }

    /** Stores what was applied since the last time. */
    void store() {
        List<Long> positions = ledger.flush();
        buffered = 0;
        if (!positions.isEmpty()) {
            tally.recorded(positions.get(0), positions.get(positions.size() - 1));
        }
    }
}
