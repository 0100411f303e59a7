package dev.sojourn.api.write;

import dev.sojourn.api.problem.InTheWay;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.api.problem.Refused;
import dev.sojourn.api.problem.VersionChanged;
import dev.sojourn.command.Command;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.Undo;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.exchange.answer.EventForm;
import dev.sojourn.store.LedgerStore;
import java.util.List;

/** Says of what the write side refuses what to do about it: which member to change, what to undo first, what to read again. */
final class Refusals {
    private final Curation curation;
    private final LedgerStore store;

    Refusals(Curation curation, LedgerStore store) {
        this.curation = curation;
        this.store = store;
    }

    /** Of one command; of an undo with the plan to undo whatever stands in its way together with it. */
    RuntimeException of(RuleViolation refused, Command command) {
        return explained(refused, command instanceof Undo undo ? position(undo) : 0);
    }

    /** Of several undos that were asked for together. */
    RuntimeException of(RuleViolation refused) {
        return explained(refused, 0);
    }

    /** Of a command on a version that is not the one now, with the events since. */
    RuntimeException outdated(Id subject, IfMatch known, long now) {
        if (now < 0) {
            return new NotInLedger(subject.kind(), subject.value());
        }
        long seen = known.latestSeen();
        var changes = store.ofSubject(subject, store.head()).stream()
                .filter(event -> event.header().sequence() > seen)
                .map(EventForm::of)
                .toList();
        return new VersionChanged(
                seen == now
                        ? "If-Match takes no weak tags; send \"" + now + "\""
                        : "you know version " + seen + " of " + subject.kind() + " " + subject.value() + ", it is at "
                                + now + ": look at the changes and send \"" + now + "\"",
                changes);
    }

    private RuntimeException explained(RuleViolation refused, long position) {
        if (refused.inTheWay().isEmpty()) {
            return new Refused(refused, Blame.of(refused));
        }
        var undoing = curation.undoing();
        var items = refused.inTheWay().stream()
                .map(obstacle -> new InTheWay.Item(
                        undoing.position(obstacle),
                        obstacle.event(),
                        obstacle.subject().kind(),
                        obstacle.subject(),
                        obstacle.rule(),
                        obstacle.why()))
                .toList();
        return new InTheWay(
                refused,
                items,
                position == 0 ? List.of() : undoing.plan(position).orElse(List.of()));
    }

    private long position(Undo undo) {
        return store.ofSubject(undo.subject(), store.head()).stream()
                .filter(recorded -> recorded.header().sequence() == undo.sequence())
                .mapToLong(Recorded::position)
                .findFirst()
                .orElse(0);
    }
}
