package dev.sojourn.command.curation;

import dev.sojourn.command.Command;
import dev.sojourn.command.CommandIdReused;
import dev.sojourn.command.Receipt;
import dev.sojourn.command.Request;
import dev.sojourn.command.ReviewCommand;
import dev.sojourn.command.ReviewCommand.RequestReview;
import dev.sojourn.command.StaleVersion;
import dev.sojourn.command.Warning;
import dev.sojourn.command.lookup.CommandIds;
import dev.sojourn.command.lookup.LookupIndex;
import dev.sojourn.command.lookup.Lookups;
import dev.sojourn.command.lookup.References;
import dev.sojourn.command.lookup.Surroundings;
import dev.sojourn.command.lookup.Ties;
import dev.sojourn.command.rule.ResearcherState;
import dev.sojourn.command.rule.Reviews;
import dev.sojourn.command.rule.State;
import dev.sojourn.command.rule.Undone;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.ReviewEvent.ReviewRequested;
import dev.sojourn.event.form.EventJson;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.store.LedgerStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import tools.jackson.databind.json.JsonMapper;

/** Where one command meets the state of its subject and the look-ups, inside a write transaction. */
final class Desk {

    /** What the shell of an aggregate gives back: a receipt, or that the command id was answered before. */
    record Outcome(Receipt receipt, Optional<CommandIds.Used> before) {}

    /** Characters of the hash of a request: 128 bits. */
    private static final int HASH = 32;

    private final LedgerStore store;
    private final LookupIndex index;
    private final Clock clock;
    private volatile ReviewPolicy policy = ReviewPolicy.NONE;
    private final JsonMapper json = EventJson.mapper();

    Desk(LedgerStore store, LookupIndex index, Clock clock) {
        this.store = store;
        this.index = index;
        this.clock = clock;
    }

    /**
     * Decides a request.
     *
     * @param hash of the request, by {@link #hash}
     * @param apply records an event and has the state fold it
     */
    Outcome decide(Request request, String hash, State<? super Command, Event> state, Consumer<Event> apply) {
        var lookups = lookups();
        var before = lookups.commandIds().find(request.commandId());
        if (before.isPresent()) {
            var known = before.get().requestHash();
            if (known != null && !known.equals(hash)) {
                throw new CommandIdReused(request.commandId());
            }
            return new Outcome(null, before);
        }
        long head = lookups.position();
        var events = reviewed(request, state, allowed(request, state, ties(lookups, head)));
        var warnings = new ArrayList<Warning>();
        long last = head;
        for (var event : events) {
            last++;
            warnings.addAll(state.warnings(event, today()));
            freeRow(lookups, request, undone(event));
            apply.accept(event);
            lookups.on(event, last, state::events);
            lookups.commandIds().note(request.commandId(), last);
        }
        lookups.write(last);
        var positions = LongStream.rangeClosed(head + 1, last).boxed().toList();
        return new Outcome(new Receipt(last, positions, state.sequence(), events, warnings), Optional.empty());
    }

    /** The same, recording nothing; the state is used up. */
    Receipt dryRun(Request request, State<Command, Event> state) {
        long head = store.head();
        var events = reviewed(request, state, allowed(request, state, ties(lookups(), head)));
        var warnings = new ArrayList<Warning>();
        for (var event : events) {
            warnings.addAll(state.warnings(event, today()));
            state.on(event);
        }
        return new Receipt(head, List.of(), state.sequence(), events, warnings);
    }

    /** The events of a request that every rule allows. */
    List<Event> allowed(Request request, State<? super Command, Event> state, Ties ties) {
        if (request.expectedSequence() != null && request.expectedSequence() != state.sequence()) {
            throw new StaleVersion(request.expectedSequence(), state.sequence());
        }
        var events = decided(request.command(), state).stream()
                .map(event -> event instanceof PersonErased erased
                        ? ties.surroundings().lookups().completed(erased, state.events())
                        : event)
                .toList();
        for (var event : events) {
            ties.surroundings().check(event);
            if (Undone.sequence(event) >= 0) {
                ties.check(
                        event, state, store.committedOf(event.subject()).get(0).position());
            }
        }
        return events;
    }

    /** A review is about all that came of the same command: half a move says what nobody ever claimed. */
    private List<? extends Event> decided(Command command, State<? super Command, Event> state) {
        var recorded =
                command instanceof ReviewCommand review ? store.committedOf(review.researcher()) : List.<Recorded>of();
        if (!(command instanceof ReviewCommand review
                && review.sequence() >= 0
                && review.sequence() < recorded.size()
                && (Object) state instanceof ResearcherState researcher)) {
            return state.decide(command);
        }
        String cause = recorded.get((int) review.sequence()).header().commandId();
        return researcher.decide(
                review,
                recorded.stream()
                        .filter(other -> other.header().commandId().equals(cause) && reviewable(other.event()))
                        .map(other -> other.header().sequence())
                        .collect(Collectors.toSet()));
    }

    private static boolean reviewable(Event event) {
        return event instanceof ResearcherEvent && !(event instanceof ReviewEvent) && Undone.sequence(event) < 0;
    }

    /** The same, with what asks for approval, of the whole change, where it was asked for or the policy does. */
    private List<Event> reviewed(Request request, State<? super Command, Event> state, List<Event> events) {
        if (request.command() instanceof ReviewCommand review && !(review instanceof RequestReview)) {
            var reviewed = store.committedOf(review.researcher()).get((int) review.sequence());
            Reviews.requireAnother(reviewed.header().actor(), request.actor());
        }
        var all = new ArrayList<>(events);
        boolean needed = events.stream()
                .filter(Desk::reviewable)
                .anyMatch(event ->
                        request.review() || policy.needs(event, request.command(), state, id -> committed(store, id)));
        long sequence = state.sequence();
        for (var event : events) {
            sequence++;
            if (needed && event instanceof ResearcherEvent about && reviewable(event)) {
                all.add(new ReviewRequested(about.researcher(), sequence, Remarks.NONE));
            }
        }
        return all;
    }

    /** From now on. */
    void reviewing(ReviewPolicy wanted) {
        policy = wanted;
    }

    private Ties ties(Lookups lookups, long head) {
        return new Ties(
                lookups,
                new Surroundings(lookups, head),
                new References(store),
                head,
                subject -> committed(store, subject));
    }

    /** What is recorded of a subject, up to the transaction before. */
    static State<Command, Event> committed(LedgerStore store, Id subject) {
        var state = State.of(subject);
        store.committedOf(subject).forEach(recorded -> state.on(recorded.event()));
        return state;
    }

    /** The event that an event undoes, as it is recorded; null if it undoes none. */
    Recorded undone(Event event) {
        long sequence = Undone.sequence(event);
        return sequence < 0 ? null : store.committedOf(event.subject()).get((int) sequence);
    }

    /** Keeps the look-up of imported rows in step with an undo, if it is one. */
    void freeRow(Lookups lookups, Request request, Recorded undone) {
        if (undone != null) {
            lookups.rows().undone(request.importBatch(), undone.header(), position -> store.committedAt(position)
                    .header());
        }
    }

    Lookups lookups() {
        return new Lookups(index);
    }

    /** Today, UTC; only warnings hang on it. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Keyed, to be kept with the events. Tells one request from another, without what may differ between attempts: the version the asker knew. */
    String hash(Request request) {
        var command = request.command();
        String text =
                request.actor() + '\n' + command.getClass().getSimpleName() + '\n' + json.writeValueAsString(command);
        return store.hash("request", text).substring(0, HASH);
    }
}
