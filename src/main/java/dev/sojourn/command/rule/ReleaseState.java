package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.NOTHING_CHANGES;
import static dev.sojourn.command.RuleViolation.Rule.RELEASE_EXISTS;
import static dev.sojourn.command.RuleViolation.Rule.UNKNOWN_RELEASE;

import dev.sojourn.command.ReleaseCommand;
import dev.sojourn.command.ReleaseCommand.PublishRelease;
import dev.sojourn.command.ReleaseCommand.UndoReleaseEvent;
import dev.sojourn.command.ReleaseCommand.WithdrawRelease;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.event.Overloads;
import dev.sojourn.event.ReleaseEvent;
import dev.sojourn.event.ReleaseEvent.ReleaseEventUndone;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.ReleaseEvent.ReleaseWithdrawn;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** Decides what is asked of a release. */
public final class ReleaseState extends State<ReleaseCommand, ReleaseEvent> {

    private static final Overloads<ReleaseCommand, List<ReleaseEvent>> RULES =
            new Overloads<>(MethodHandles.lookup(), "handle", ReleaseCommand.class);
    private static final Overloads<ReleaseEvent, Void> FOLDS =
            new Overloads<>(MethodHandles.lookup(), "on", ReleaseEvent.class);

    private boolean published;
    private boolean withdrawn;

    @Override
    public List<ReleaseEvent> decide(ReleaseCommand command) {
        return RULES.call(this, command);
    }

    @Override
    void startOver() {
        published = false;
        withdrawn = false;
    }

    @Override
    void fold(ReleaseEvent event) {
        FOLDS.call(this, event);
    }

    List<ReleaseEvent> handle(PublishRelease command) {
        if (published) {
            throw new RuleViolation(
                    RELEASE_EXISTS, "release " + command.release() + " was published before; take another name");
        }
        return List.of(new ReleasePublished(
                command.release(),
                command.title(),
                command.position(),
                command.ruleSet(),
                command.digests(),
                command.questions(),
                command.regions(),
                command.personal()));
    }

    List<ReleaseEvent> handle(WithdrawRelease command) {
        if (!published) {
            throw new RuleViolation(UNKNOWN_RELEASE, "no release " + command.release() + " is in the ledger");
        }
        if (withdrawn) {
            throw new RuleViolation(NOTHING_CHANGES, "release " + command.release() + " is withdrawn already");
        }
        Reason.require(command.personal(), "a withdrawal");
        return List.of(new ReleaseWithdrawn(command.release(), command.personal()));
    }

    List<ReleaseEvent> handle(UndoReleaseEvent command) {
        requireUndoable(command);
        return List.of(new ReleaseEventUndone(command.release(), command.sequence(), command.personal()));
    }

    void on(ReleasePublished event) {
        published = true;
    }

    void on(ReleaseWithdrawn event) {
        withdrawn = true;
    }

    /** Never folded: undoing starts over without it. */
    void on(ReleaseEventUndone event) {}
}
