package dev.sojourn.command.curation;

import dev.sojourn.command.Command;
import dev.sojourn.command.Request;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.StaleVersion;
import dev.sojourn.command.Warning;
import dev.sojourn.command.lookup.Lookups;
import dev.sojourn.command.lookup.References;
import dev.sojourn.command.lookup.Surroundings;
import dev.sojourn.command.lookup.Ties;
import dev.sojourn.command.rule.State;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Pending;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes thousands of commands: decided and folded in memory by the same rules, appended by {@link #flush}. For one
 * thread. Command ids are recorded but not compared: imports are made repeatable by the fingerprints of their rows.
 *
 * <p>Curators are not held up meanwhile. If anybody else wrote since the last flush, everything kept is decided again on
 * what is recorded now, as if it had been asked only then; what no longer stands is refused as {@link Overtaken}, and
 * nothing of that flush is recorded.
 */
public final class BulkCuration implements AutoCloseable {

    /** Something kept was allowed when it was applied, but no longer is: somebody else wrote in between. */
    public static final class Overtaken extends RuntimeException {

        Overtaken(RuntimeException refusal) {
            super(
                    "somebody else wrote meanwhile, so what was checked no longer holds: " + refusal.getMessage(),
                    refusal);
        }
    }

    /** States kept between flushes; more are forgotten and loaded again when they are asked for. */
    private static final int STATES = 50_000;

    /** One piece of work, so that it can be done again. */
    private record Step(Request request, Event adopted, Instant recorded, String row, Pending adoption) {}

    private final LedgerStore store;
    private final Clock clock;
    private final Consumer<Id> evict;
    private final Runnable flushed;
    private final Desk desk;
    private final Lookups lookups;
    private final References references;
    private final Map<Id, State<Command, Event>> states = new HashMap<>();

    private final List<Step> steps = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private List<Warning> warnings = List.of();
    private long base;
    private Instant last;

    BulkCuration(LedgerStore store, Desk desk, Clock clock, Consumer<Id> evict, Runnable flushed) {
        this.store = store;
        this.clock = clock;
        this.evict = evict;
        this.flushed = flushed;
        this.desk = desk;
        lookups = desk.lookups();
        references = new References(store);
        startFromHead();
    }

    /**
     * Decides a command, folds what comes of it and keeps it for the next flush.
     *
     * @param recorded when the ledger is to say it learned it, not before anything recorded or kept, nor in the future;
     *     null for now
     * @param rowFingerprint names the imported row it comes from, or null
     * @return the events, in order
     * @throws RuleViolation if a rule forbids it; then nothing has changed and nothing is kept
     * @throws StaleVersion if the subject is not at the expected sequence; the same holds
     * @throws IllegalArgumentException if recorded time would run backwards or lie in the future; the same holds
     */
    public List<Event> apply(Request request, Instant recorded, String rowFingerprint) {
        requireInOrder(recorded);
        var events = decide(request, recorded, rowFingerprint);
        steps.add(new Step(request, null, recorded, rowFingerprint, null));
        return events;
    }

    /** The events kept for the next flush, in order. */
    public List<Event> kept() {
        return pending.stream().map(Pending::event).toList();
    }

    /**
     * The events kept for the next flush, to be appended part by part instead; this session has nothing more to do.
     *
     * @throws IllegalStateException if something kept is an undo or an erasure
     */
    public Decided decided() {
        return new Decided(store, desk.lookups(), evict, flushed, pending, base);
    }

    /** What the command applied last was accepted with. */
    public List<Warning> warnings() {
        return warnings;
    }

    /**
     * Keeps an event that was decided elsewhere for the next flush: it is folded and looked up later, but no rule is
     * asked.
     *
     * @param undoes position of the event it undoes, or null
     * @throws IllegalArgumentException if recorded time would run backwards or lie in the future
     */
    public void adopt(
            Event event,
            Instant recorded,
            String actor,
            String commandId,
            String importBatch,
            String rowFingerprint,
            Long undoes) {
        requireInOrder(recorded);
        var adoption = new Pending(event, 0, recorded, actor, commandId, importBatch, rowFingerprint, undoes);
        keep(adoption, state(event.subject()));
        steps.add(new Step(null, event, recorded, rowFingerprint, adoption));
    }

    /**
     * Says whose registrations will be undone, so that the ledger is searched once for those that name them. Changes no
     * answer.
     *
     * @param after a position before the first of their events
     */
    public void expectUndone(Collection<? extends Id> subjects, long after) {
        references.expect(subjects, after, base);
    }

    /** Whether a subject was entered into the ledger, by what is recorded or kept. */
    public boolean exists(Id subject) {
        return lookups.exists(subject);
    }

    /** Whose an identifier is, by what is recorded or kept; empty if nobody's. */
    public Optional<ResearcherId> researcherWith(Identifier identifier) {
        return lookups.ownerOf(identifier).map(key -> new ResearcherId(key.substring(key.indexOf(':') + 1)));
    }

    /** Whether an identifier was that of a person who was erased. */
    public boolean suppressed(Identifier identifier) {
        return lookups.erasedWith(identifier).isPresent();
    }

    /** Whether a person who was erased had one of these names; others may have it too. */
    public boolean suppressed(Names names) {
        return lookups.erasedWith(names).isPresent();
    }

    /** Whether an imported row was applied before, in this session or an earlier one. */
    public boolean alreadyApplied(String rowFingerprint) {
        return lookups.rows().contains(rowFingerprint);
    }

    /** Marks an imported row as applied from which no event came, from the next flush on. */
    public void nothingToRecord(String rowFingerprint) {
        lookups.rows().addWithoutEvent(rowFingerprint);
        steps.add(new Step(null, null, null, rowFingerprint, null));
    }

    /**
     * Appends what is kept in one transaction; it is on disk on return.
     *
     * @return positions of the events, in order
     * @throws Overtaken if somebody else wrote since the last flush, and a rule now forbids something kept; nothing is
     *     recorded then, and the session starts again from what was flushed before
     */
    public List<Long> flush() {
        if (steps.isEmpty()) {
            return List.of();
        }
        var positions = append();
        while (positions == null) {
            decideAgain();
            positions = append();
        }
        if (pending.stream().anyMatch(event -> event.event() instanceof PersonErased)) {
            store.completeErasures();
            states.clear();
        }
        steps.clear();
        pending.clear();
        base = positions.isEmpty() ? base : positions.get(positions.size() - 1);
        if (states.size() > STATES) {
            states.clear();
        }
        flushed.run();
        return positions;
    }

    /** Forgets what was not flushed. */
    @Override
    public void close() {
        steps.clear();
        startFromHead();
    }

    /** Null if somebody else has written; what they wrote is on disk and can be read when this returns. */
    private List<Long> append() {
        return new TransactionTemplate(store.writes()).execute(transaction -> {
            if (lookups.position() != base) {
                return null;
            }
            var positions = store.append(pending);
            for (int i = 0; i < positions.size(); i++) {
                if (pending.get(i).importRow() == null) { // imported rows go by their fingerprints
                    lookups.commandIds().note(pending.get(i).commandId(), positions.get(i));
                }
                evict.accept(pending.get(i).event().subject());
            }
            lookups.write(base + positions.size());
            return positions;
        });
    }

    private void decideAgain() {
        startFromHead();
        try {
            for (var step : steps) {
                if (step.request() != null) {
                    requireInOrder(step.recorded());
                    decide(step.request(), step.recorded(), step.row());
                } else if (step.adopted() != null) {
                    requireInOrder(step.recorded());
                    keep(step.adoption(), state(step.adopted().subject()));
                } else {
                    lookups.rows().addWithoutEvent(step.row());
                }
            }
        } catch (RuleViolation | StaleVersion | IllegalArgumentException refusal) {
            steps.clear();
            startFromHead();
            throw new Overtaken(refusal);
        }
    }

    private void startFromHead() {
        states.clear();
        pending.clear();
        lookups.forget();
        base = store.head();
        last = base == 0 ? Instant.MIN : store.recordedAt(base);
    }

    private List<Event> decide(Request request, Instant recorded, String row) {
        var state = state(request.command().subject());
        var events = desk.allowed(
                request,
                state,
                new Ties(lookups, new Surroundings(lookups, base + pending.size()), references, base, this::state));
        var found = new ArrayList<Warning>();
        for (var event : events) {
            found.addAll(state.warnings(event, day(recorded)));
            var undone = desk.undone(event);
            var position = undone == null ? null : undone.position();
            keep(
                    new Pending(
                            event,
                            0,
                            recorded,
                            request.actor(),
                            request.commandId(),
                            request.importBatch(),
                            row,
                            position),
                    state);
            desk.freeRow(lookups, request, undone);
        }
        warnings = List.copyOf(found);
        return events;
    }

    private void keep(Pending event, State<Command, Event> state) {
        state.on(event.event());
        lookups.on(event.event(), base + pending.size() + 1, state::events);
        if (event.importRow() != null) {
            lookups.rows().add(event.importRow());
        }
        pending.add(new Pending(
                event.event(),
                state.sequence(),
                event.recorded(),
                event.actor(),
                event.commandId(),
                event.importBatch(),
                event.importRow(),
                event.undoes()));
        last = event.recorded() == null ? last : event.recorded();
    }

    private State<Command, Event> state(Id subject) {
        return states.computeIfAbsent(subject, id -> lookups.heardOf(id) ? Curation.state(store, id) : State.of(id));
    }

    private void requireInOrder(Instant recorded) {
        if (recorded == null) {
            return;
        }
        if (recorded.isBefore(last)) {
            throw new IllegalArgumentException("recorded " + recorded + ", before what the ledger learned at " + last
                    + "; it cannot run backwards");
        }
        if (recorded.isAfter(clock.instant())) {
            throw new IllegalArgumentException("recorded " + recorded + ", which has not come yet");
        }
    }

    private LocalDate day(Instant recorded) {
        return LocalDate.ofInstant(recorded == null ? clock.instant() : recorded, ZoneOffset.UTC);
    }
}
