package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.ALREADY_MEMBER;
import static dev.sojourn.command.RuleViolation.Rule.COHORT_EXISTS;
import static dev.sojourn.command.RuleViolation.Rule.COHORT_FROZEN;
import static dev.sojourn.command.RuleViolation.Rule.NOT_A_MEMBER;
import static dev.sojourn.command.RuleViolation.Rule.UNKNOWN_COHORT;

import dev.sojourn.command.CohortCommand;
import dev.sojourn.command.CohortCommand.AddMembers;
import dev.sojourn.command.CohortCommand.DefineCohort;
import dev.sojourn.command.CohortCommand.FreezeCohort;
import dev.sojourn.command.CohortCommand.RemoveMember;
import dev.sojourn.command.CohortCommand.UndoCohortEvent;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.Undo;
import dev.sojourn.command.Warning;
import dev.sojourn.event.CohortEvent;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.CohortEventUndone;
import dev.sojourn.event.CohortEvent.CohortFrozen;
import dev.sojourn.event.CohortEvent.MemberRemoved;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.Overloads;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.time.PartialDate;
import dev.sojourn.time.PartialDate.Qualifier;
import java.lang.invoke.MethodHandles;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides what is asked of a cohort. */
public final class CohortState extends State<CohortCommand, CohortEvent> {

    /** The cohort that always exists and has everybody in it; no events tell of it. */
    private static final String EVERYONE = "everyone";

    private static final Overloads<CohortCommand, List<CohortEvent>> RULES =
            new Overloads<>(MethodHandles.lookup(), "handle", CohortCommand.class);
    private static final Overloads<CohortEvent, Void> FOLDS =
            new Overloads<>(MethodHandles.lookup(), "on", CohortEvent.class);

    private boolean defined;
    private boolean frozen;
    private final Set<ResearcherId> members = new HashSet<>();

    @Override
    public List<CohortEvent> decide(CohortCommand command) {
        if (!(command instanceof DefineCohort || command instanceof Undo)) {
            requireOpen(command);
        }
        return RULES.call(this, command);
    }

    @Override
    public List<Warning> warnings(CohortEvent event, LocalDate today) {
        var warnings = new DateWarnings(today);
        if (event instanceof CohortDefined cohort && cohort.referenceYear() > 0) {
            warnings.date("the reference year", new PartialDate(cohort.referenceYear(), 0, 0, Qualifier.NONE));
        }
        return warnings.sources(event.personal()).found();
    }

    @Override
    void startOver() {
        defined = false;
        frozen = false;
        members.clear();
    }

    @Override
    void fold(CohortEvent event) {
        FOLDS.call(this, event);
    }

    List<CohortEvent> handle(DefineCohort command) {
        if (defined || command.cohort().value().equals(EVERYONE)) {
            throw new RuleViolation(COHORT_EXISTS, "cohort " + command.cohort() + " is there already; take another id");
        }
        return List.of(new CohortDefined(
                command.cohort(),
                command.title(),
                command.frame(),
                command.referenceYear(),
                command.drawn(),
                command.source(),
                command.personal()));
    }

    List<CohortEvent> handle(AddMembers command) {
        var fresh = new HashSet<ResearcherId>();
        for (int item = 0; item < command.researchers().size(); item++) {
            var researcher = command.researchers().get(item);
            if (members.contains(researcher) || !fresh.add(researcher)) {
                throw new RuleViolation(
                        ALREADY_MEMBER,
                        "researcher " + researcher + " is in " + command.cohort()
                                + " already, or listed twice; leave it out",
                        item);
            }
        }
        return List.of(new MembersAdded(command.cohort(), command.researchers(), command.personal()));
    }

    List<CohortEvent> handle(RemoveMember command) {
        if (!members.contains(command.researcher())) {
            throw new RuleViolation(
                    NOT_A_MEMBER,
                    "researcher " + command.researcher() + " is not in " + command.cohort()
                            + ": there is nobody to take out");
        }
        return List.of(new MemberRemoved(command.cohort(), command.researcher(), command.personal()));
    }

    List<CohortEvent> handle(FreezeCohort command) {
        return List.of(new CohortFrozen(command.cohort(), command.personal()));
    }

    List<CohortEvent> handle(UndoCohortEvent command) {
        requireUndoable(command);
        return List.of(new CohortEventUndone(command.cohort(), command.sequence(), command.personal()));
    }

    void on(CohortDefined event) {
        defined = true;
    }

    void on(MembersAdded event) {
        members.addAll(event.researchers());
    }

    void on(MemberRemoved event) {
        members.remove(event.researcher());
    }

    void on(CohortFrozen event) {
        frozen = true;
    }

    /** Never folded: undoing starts over without it. */
    void on(CohortEventUndone event) {}

    private void requireOpen(CohortCommand command) {
        if (!defined) {
            throw new RuleViolation(
                    UNKNOWN_COHORT, "no cohort " + command.cohort() + " can be changed in the ledger; define it first");
        }
        if (frozen) {
            throw new RuleViolation(
                    COHORT_FROZEN,
                    "the members of " + command.cohort() + " are final; define another cohort, or undo the freezing");
        }
    }
}
