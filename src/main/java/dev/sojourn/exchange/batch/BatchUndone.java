package dev.sojourn.exchange.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.event.value.Id;
import dev.sojourn.exchange.answer.whatif.WhatIfForm;
import java.util.List;

/**
 * What came of undoing an import.
 *
 * @param batch which
 * @param dryRun whether it was only tried
 * @param events how many the import recorded
 * @param undone how many were undone now; of a dry run, how many would be
 * @param before how many did not count already
 * @param inTheWay later events that need some of them; while there are any nothing is undone
 * @param whatIf which figures it would change; of a dry run that nothing stands in the way of
 */
public record BatchUndone(
        String batch,
        boolean dryRun,
        long events,
        long undone,
        long before,
        List<Item> inTheWay,
        @JsonInclude(JsonInclude.Include.NON_NULL) WhatIfForm whatIf) {

    /** With what it would change in the figures. */
    public BatchUndone foreseeing(WhatIfForm figures) {
        return new BatchUndone(batch, dryRun, events, undone, before, inTheWay, figures);
    }

    /**
     * A later event that is no part of the import.
     *
     * @param actor who recorded it
     * @param rule what would refuse it without the import
     */
    public record Item(long position, String event, Id subject, String actor, Rule rule, String why) {}
}
