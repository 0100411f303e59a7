package dev.sojourn.command.curation;

import dev.sojourn.command.Command;
import dev.sojourn.command.CommandIdReused;
import dev.sojourn.command.IdentityCommand.ErasePerson;
import dev.sojourn.command.Receipt;
import dev.sojourn.command.Request;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.StaleVersion;
import dev.sojourn.command.Warning;
import dev.sojourn.command.lookup.CommandIds;
import dev.sojourn.command.lookup.KeptLookups;
import dev.sojourn.command.rule.State;
import dev.sojourn.event.Event;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.store.AxonStore;
import dev.sojourn.store.LedgerStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Takes commands one at a time. Safe for any number of threads; the ledger has one order, so they take turns. */
public final class Curation implements AutoCloseable {

    private final LedgerStore store;
    private final AxonStore axon;
    private final KeptLookups lookups;
    private final Desk desk;
    private final Clock clock;
    private final SimpleCommandBus bus;
    /** Those of the bus, for dry runs, which it never sees. */
    private final List<MessageHandlerInterceptor<CommandMessage<?>>> interceptors = new CopyOnWriteArrayList<>();
    /** Aggregates lately used; what fails in its transaction, or is appended in bulk, is thrown out. */
    private final Cache cache = new LatelyUsed();

    private Curation(LedgerStore store, KeptLookups lookups, Clock clock) {
        this.store = store;
        this.lookups = lookups;
        this.clock = clock;
        axon = new AxonStore(store);
        desk = new Desk(store, lookups.index(), clock);
        bus = SimpleCommandBus.builder().transactionManager(axon.transactions()).build();
        Shell.KINDS.values().forEach(this::subscribe);
    }

    /**
     * Opens the write side of a ledger. If one of the events cannot be read nothing is written from then on.
     *
     * @param directory where the look-ups and their key are kept, in files of their own; made if there are none
     */
    public static Curation open(LedgerStore store, Path directory, Clock clock) {
        return new Curation(store, KeptLookups.open(store, directory), clock);
    }

    /** Has every request seen by an interceptor at the command bus, for example one that knows who may do what. */
    public void intercept(MessageHandlerInterceptor<CommandMessage<?>> interceptor) {
        bus.registerHandlerInterceptor(interceptor);
        interceptors.add(interceptor);
    }

    /** What another curator has to approve, from now on; nothing before it is said. */
    public void reviewing(ReviewPolicy policy) {
        desk.reviewing(policy);
    }

    /**
     * Decides a command and records what comes of it; the answer is given when that is on disk. A command id that was
     * answered before is answered again, and records nothing.
     *
     * @throws RuleViolation if a rule forbids it
     * @throws StaleVersion if the subject is not at the expected sequence
     * @throws CommandIdReused if the command id came before with another command
     */
    public Receipt send(Request request) {
        var outcome = dispatch(request);
        if (request.command() instanceof ErasePerson) {
            forget(request.command().subject());
        }
        lookups.consider();
        return outcome.before().map(used -> again(request, used)).orElseGet(outcome::receipt);
    }

    /** The erasure is recorded; now the key goes, and what is held of the person. */
    private void forget(Id subject) {
        store.completeErasures();
        cache.remove(subject.key());
    }

    /**
     * Decides a command on what is recorded now, and records nothing; command ids are not looked at.
     *
     * @throws RuleViolation if a rule forbids it
     * @throws StaleVersion if the subject is not at the expected sequence
     */
    public Receipt dryRun(Request request) {
        return (Receipt) seen(
                request,
                () -> desk.dryRun(request, state(store, request.command().subject())));
    }

    /** Has the interceptors see a request that does not come through the bus, since it is decided in bulk. */
    public void admit(Request request) {
        seen(request, () -> request);
    }

    private Object seen(Request request, Supplier<Object> then) {
        var work = DefaultUnitOfWork.<CommandMessage<?>>startAndGet(message(request));
        var chain = new DefaultInterceptorChain<>(work, interceptors, asked -> then.get());
        return payload(work.executeWithResult(() -> chain.proceed()));
    }

    /** The researcher whose a spell id is, or ever was. */
    public Optional<ResearcherId> whose(SpellId spell) {
        return desk.lookups().whose(spell);
    }

    /** What the look-ups have otherwise than the events tell; empty if nothing. Nobody may write meanwhile. */
    public Optional<String> lookupDifference() {
        return lookups.difference();
    }

    /** A session for many commands at once; close it after its last flush. */
    public BulkCuration bulk() {
        return new BulkCuration(store, desk, clock, subject -> cache.remove(subject.key()), lookups::consider);
    }

    /** Undoing of several events together. */
    public Undoing undoing() {
        return new Undoing(store, this);
    }

    /** What came of a command id before, if it was answered. */
    Optional<CommandIds.Used> before(String commandId) {
        return desk.lookups().commandIds().find(commandId);
    }

    /** Takes no more commands; the ledger stays open. */
    @Override
    public void close() {
        lookups.close();
        axon.close();
    }

    /** What is recorded of a subject up to the head. */
    public static State<Command, Event> state(LedgerStore store, Id subject) {
        var state = State.of(subject);
        store.ofSubject(subject, store.head()).forEach(recorded -> state.on(recorded.event()));
        return state;
    }

    private Desk.Outcome dispatch(Request request) {
        var result = new AtomicReference<CommandResultMessage<?>>();
        bus.dispatch(message(request), (sent, answered) -> result.set(answered));
        return (Desk.Outcome) payload(result.get());
    }

    private static CommandMessage<?> message(Request request) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(request), request.command().subject().kind());
    }

    private static Object payload(ResultMessage<?> result) {
        if (result.isExceptional()) {
            throw unwrapped(result.exceptionResult());
        }
        return result.getPayload();
    }

    /** What came of a command id before, read from the ledger. */
    private Receipt again(Request request, CommandIds.Used used) {
        var recorded = new ArrayList<Recorded>();
        store.read(used.first() - 1, used.last(), event -> {
            if (event.header().commandId().equals(request.commandId())) {
                recorded.add(event);
            }
        });
        var last = recorded.get(recorded.size() - 1);
        if (!last.event().subject().equals(request.command().subject())) {
            throw new CommandIdReused(request.commandId());
        }
        return new Receipt(
                last.position(),
                recorded.stream().map(Recorded::position).toList(),
                last.header().sequence(),
                recorded.stream().map(Recorded::event).toList(),
                warnings(recorded));
    }

    /** As when it was carried out: what hung on that day hangs on the day it was recorded. */
    private List<Warning> warnings(List<Recorded> recorded) {
        var first = recorded.get(0);
        var state = State.of(first.event().subject());
        store.ofSubject(first.event().subject(), first.position() - 1).forEach(before -> state.on(before.event()));
        var warnings = new ArrayList<Warning>();
        for (var again : recorded) {
            var day = LocalDate.ofInstant(again.header().recorded(), ZoneOffset.UTC);
            warnings.addAll(state.warnings(again.event(), day));
            state.on(again.event());
        }
        return warnings;
    }

    private <S extends Shell> void subscribe(Class<S> shell) {
        var parameters = parameters(shell);
        var repository = EventSourcingRepository.builder(shell)
                .eventStore(axon.events())
                .cache(cache)
                .lockFactory(NullLockFactory.INSTANCE) // transactions are serial already
                .parameterResolverFactory(parameters)
                .build();
        AggregateAnnotationCommandHandler.<S>builder()
                .aggregateType(shell)
                .repository(repository)
                .parameterResolverFactory(parameters)
                .commandTargetResolver(Curation::target)
                .build()
                .subscribe(bus);
    }

    private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
        Object key = ((Request) message.getPayload()).command().subject().key();
        return new VersionedAggregateIdentifier(key, null);
    }

    private ParameterResolverFactory parameters(Class<?> shell) {
        return MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(shell),
                new SimpleResourceParameterResolverFactory(List.of(desk)));
    }

    private static RuntimeException unwrapped(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException plain
                ? plain
                : new CommandExecutionException("not carried out", thrown);
    }
}
