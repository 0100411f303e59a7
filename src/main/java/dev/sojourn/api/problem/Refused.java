package dev.sojourn.api.problem;

import dev.sojourn.command.RuleViolation;
import java.util.List;

/** A write that a rule forbids, with the members of the body that the rule looked at. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RuleViolation violation;
    private final transient List<Flaw> flaws;

    public Refused(RuleViolation violation, List<Flaw> flaws) {
        super(violation.detail(), violation);
        this.violation = violation;
        this.flaws = List.copyOf(flaws);
    }

    RuleViolation violation() {
        return violation;
    }

    /** None where no member of the body is to blame. */
    List<Flaw> flaws() {
        return flaws;
    }
}
