package dev.sojourn.command.curation;

import dev.sojourn.command.Command;
import dev.sojourn.command.CommandIdReused;
import dev.sojourn.command.Obstacle;
import dev.sojourn.command.Receipt;
import dev.sojourn.command.Request;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.command.Undo;
import dev.sojourn.event.Event;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.store.LedgerStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Undoes several events together, of any subjects: all of them or none. */
public final class Undoing {

    private static final Remarks TRIAL = Remarks.because("to see what else would have to be undone");

    private final LedgerStore store;
    private final Curation curation;

    Undoing(LedgerStore store, Curation curation) {
        this.store = store;
        this.curation = curation;
    }

    /**
     * The position of the event that stands in the way.
     *
     * @throws IllegalArgumentException if there is no such event
     */
    public long position(Obstacle obstacle) {
        return store.ofSubject(obstacle.subject(), store.head()).stream()
                .filter(recorded -> recorded.header().sequence() == obstacle.sequence())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such event"))
                .position();
    }

    /**
     * What would have to be undone, in this order, to undo an event with all that needs it.
     *
     * @return positions, the event's own last; empty if that is not possible, whatever else were undone
     */
    public Optional<List<Long>> plan(long position) {
        try (var trial = curation.bulk()) {
            var planned = new LinkedHashSet<Long>();
            plan(trial, position, planned, new LinkedHashSet<>());
            return Optional.of(List.copyOf(planned));
        } catch (RuleViolation impossible) {
            return Optional.empty();
        }
    }

    private void plan(BulkCuration trial, long position, Set<Long> planned, Set<Long> begun) {
        if (planned.contains(position) || !begun.add(position)) {
            return;
        }
        var request = Request.of(command(position, TRIAL), "trial", "trial-" + position);
        // What others have a say in is seen only when the subject's own events are out of the way, so more than once.
        for (var inTheWay = tried(trial, request); !inTheWay.isEmpty(); inTheWay = tried(trial, request)) {
            var next = inTheWay.stream()
                    .map(this::position)
                    .filter(other -> !begun.contains(other))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            if (next.isEmpty()) {
                throw new RuleViolation(Rule.STANDS_IN_THE_WAY, "what stands in the way needs this itself", inTheWay);
            }
            next.forEach(other -> plan(trial, other, planned, begun));
        }
        planned.add(position);
    }

    /** What stands in the way of an undo; it is kept where nothing does. */
    private static List<Obstacle> tried(BulkCuration trial, Request request) {
        try {
            trial.apply(request, null, null);
            return List.of();
        } catch (RuleViolation refused) {
            if (refused.inTheWay().isEmpty()) {
                throw refused;
            }
            return refused.inTheWay();
        }
    }

    /**
     * Undoes events in the order given: all of them or none. A command id that was answered before is answered again.
     *
     * @param why the reason, required
     * @param dryRun to decide and record nothing
     * @throws RuleViolation if one of them cannot be undone; nothing is recorded then
     * @throws CommandIdReused if the command id came before with another request
     * @throws IllegalArgumentException if a position is beyond the head, or there is none
     */
    public Receipt undo(List<Long> positions, Remarks why, String actor, String commandId, boolean dryRun) {
        if (positions.isEmpty() || positions.size() != Set.copyOf(positions).size()) {
            throw new IllegalArgumentException("name the positions to undo, each once");
        }
        var before = dryRun ? Optional.<Span>empty() : answered(commandId);
        if (before.isPresent()) {
            return again(before.get(), positions, commandId);
        }
        try (var bulk = curation.bulk()) {
            var events = new ArrayList<Event>();
            for (long position : positions) {
                var request = Request.of(command(position, why), actor, commandId);
                curation.admit(request);
                events.addAll(bulk.apply(request, null, null));
            }
            if (dryRun) {
                return new Receipt(store.head(), List.of(), -1, events, List.of());
            }
            var recorded = bulk.flush();
            long last = recorded.get(recorded.size() - 1);
            return new Receipt(last, recorded, store.at(last).header().sequence(), events, List.of());
        } catch (RuleViolation refused) {
            var meanwhile = dryRun ? Optional.<Span>empty() : answered(commandId);
            if (refused.rule() == Rule.ALREADY_UNDONE && meanwhile.isPresent()) {
                return again(meanwhile.get(), positions, commandId);
            }
            throw refused;
        }
    }

    /** The first and the last position of what came of a command id. */
    private record Span(long first, long last) {}

    private Optional<Span> answered(String commandId) {
        return curation.before(commandId).map(used -> new Span(used.first(), used.last()));
    }

    private Receipt again(Span used, List<Long> positions, String commandId) {
        var recorded = new ArrayList<Recorded>();
        store.read(used.first() - 1, used.last(), event -> {
            if (event.header().commandId().equals(commandId)) {
                recorded.add(event);
            }
        });
        if (!recorded.stream().map(event -> event.header().undoes()).toList().equals(positions)) {
            throw new CommandIdReused(commandId);
        }
        var last = recorded.get(recorded.size() - 1);
        return new Receipt(
                last.position(),
                recorded.stream().map(Recorded::position).toList(),
                last.header().sequence(),
                recorded.stream().map(Recorded::event).toList(),
                List.of());
    }

    /**
     * The command that undoes the event at a position.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Command command(long position, Remarks why) {
        var recorded = store.at(position);
        return Undo.of(recorded.event().subject(), recorded.header().sequence(), why);
    }
}
