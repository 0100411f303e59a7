package dev.sojourn.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.event.value.Id;
import java.util.List;

/** An undo was refused since later events need the one to be undone. */
public final class InTheWay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A later event that needs the one to be undone.
     *
     * @param rule what would refuse it without the one undone
     */
    public record Item(
            long position,
            String event,
            String kind,
            @JsonInclude(JsonInclude.Include.ALWAYS) Id subject,
            Rule rule,
            String why) {}

    private final transient RuleViolation refusal;
    private final transient List<Item> items;
    private final transient List<Long> plan;

    /**
     * Says what stands in the way.
     *
     * @param plan positions that can be undone together, in order, the one asked for last; empty if there is no way
     */
    public InTheWay(RuleViolation refusal, List<Item> items, List<Long> plan) {
        super(refusal.detail());
        this.refusal = refusal;
        this.items = List.copyOf(items);
        this.plan = List.copyOf(plan);
    }

    RuleViolation refusal() {
        return refusal;
    }

    List<Item> items() {
        return items;
    }

    List<Long> plan() {
        return plan;
    }
}
