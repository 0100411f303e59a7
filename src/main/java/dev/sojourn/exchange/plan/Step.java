package dev.sojourn.exchange.plan;

import dev.sojourn.command.Command;
import dev.sojourn.exchange.intake.Row;
import java.time.Instant;
import java.util.List;

/**
 * What one row asks of the ledger: all of its commands, or none.
 *
 * @param fingerprint names the row, so that it is applied once
 * @param recorded when the ledger is to say it learned it, or null for now
 * @param change whether it brings something new
 */
public record Step(Row row, String fingerprint, Instant recorded, List<Command> commands, Change change) {

    /** What a row does to what is recorded. */
    public enum Change {
        CREATE,
        CHANGE,
        /** It is refused itself, and takes the spell it is about out of the ledger. */
        REFUSAL
    }
}
