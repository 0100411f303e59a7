package dev.sojourn.command;

import static dev.sojourn.command.Samples.CLOCK;
import static dev.sojourn.command.Samples.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.command.curation.Curation;
import dev.sojourn.command.lookup.KeptLookups;
import dev.sojourn.command.lookup.LookupAnswers;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.value.Id;
import dev.sojourn.projection.Effective;
import dev.sojourn.projection.Follower;
import dev.sojourn.projection.Timeline;
import dev.sojourn.store.LedgerStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Curators in threads ask for random things of every kind about a few people, places and lists, many of them refused, and
 * take random events back. The model is the simplest there is: maps that are told the events that count, in their order.
 * What it believes is what the read model believes, and the look-ups are those of a second ledger told the same.
 */
@DisplayName("Curators at work")
class CuratorsAtWorkTest {

    private static final int CURATORS = 3;
    private static final int COMMANDS = 300;

    /** Nobody can take these back. */
    private static final Set<Class<?>> FINAL = Set.of(PersonErased.class, ReleasePublished.class);

    /** A command that was acknowledged. */
    private record Done(Request request, Receipt receipt) {}

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void lose_no_update_double_no_event_break_no_rule_and_undo_exactly(long seed) throws Exception {
        try (var store = LedgerStore.open(directory.resolve("real"), CLOCK);
                var curation = Curation.open(store, directory.resolve("real"), CLOCK)) {
            var done = work(store, curation, seed, COMMANDS);
            var events = events(store);

            noEventIsDoubledAndNoUpdateLost(done, events);
            assertThat(events.size() - counting(events).size())
                    .as("undone and undoing events")
                    .isGreaterThan(20);
            assertThat(kinds(done)).as("kinds of commands that were accepted").hasSizeGreaterThan(25);
            agree(store);
            agreeInLookups(store);
        }
    }

    @Test
    void take_back_one_event_of_every_kind_exactly_and_have_it_back() throws Exception {
        try (var store = LedgerStore.open(directory.resolve("real"), CLOCK);
                var curation = Curation.open(store, directory.resolve("real"), CLOCK)) {
            work(store, curation, 3, 40);
            long before = store.head();
            EveryKind.commands().forEach(command -> curation.send(by(store, command)));
            var tried = new LinkedHashMap<Class<?>, Long>();
            counting(events(store)).stream()
                    .filter(recorded -> recorded.position() > before)
                    .forEach(recorded -> tried.putIfAbsent(recorded.event().getClass(), recorded.position()));
            tried.keySet().removeAll(FINAL);
            assertThat(tried.keySet()).containsExactlyInAnyOrderElementsOf(undoable());

            for (long position : tried.values()) {
                var there = picture(store);
                var plan = curation.undoing().plan(position).orElse(List.of());
                assertThat(plan).as("plan to undo %s", store.at(position)).endsWith(position);
                var undone = undo(curation, plan);
                agree(store);
                undo(curation, reversed(undone));
                assertThat(picture(store)).as("undone and done again").isEqualTo(there);
            }
            agreeInLookups(store);
        }
    }

    /** Nobody reviews what they recorded themselves. */
    private static Request by(LedgerStore store, Command command) {
        return Request.of(command, command instanceof ReviewCommand ? "ann" : "kim", "kind-" + store.head());
    }

    private static List<Long> undo(Curation curation, List<Long> positions) {
        return curation.undoing()
                .undo(positions, WHY, "kim", "undo-" + positions, false)
                .positions();
    }

    private static List<Long> reversed(List<Long> positions) {
        return positions.stream().sorted(Comparator.reverseOrder()).toList();
    }

    /** Every kind of event that can be taken back and is no undo itself. */
    private static Set<Class<?>> undoable() {
        return EventCatalogue.types().values().stream()
                .filter(kind -> !kind.getSimpleName().endsWith("Undone") && !FINAL.contains(kind))
                .collect(Collectors.toSet());
    }

    private static Set<Class<?>> kinds(List<Done> done) {
        return done.stream().map(each -> each.request().command().getClass()).collect(Collectors.toSet());
    }

    private static List<Recorded> events(LedgerStore store) {
        var events = new ArrayList<Recorded>();
        store.read(0, store.head(), events::add);
        return events;
    }

    /** What is believed is what a simple fold of what counts believes, and breaks no rule. */
    private static void agree(LedgerStore store) {
        var counting = counting(events(store));
        var model = new SimpleModel(counting.stream().map(Recorded::event).toList());
        assertThat(model.broken()).isEmpty();
        assertThat(picture(store)).isEqualTo(Pictures.of(model, subjects()));
        var bySubject = counting.stream()
                .collect(Collectors.groupingBy(each -> each.event().subject()));
        subjects().forEach(subject -> assertThat(Effective.of(store.ofSubject(subject, store.head())))
                .isEqualTo(bySubject.getOrDefault(subject, List.of())));
    }

    /** The look-ups are those of a ledger that was told only what counts. */
    private void agreeInLookups(LedgerStore store) {
        var counting = counting(events(store));
        try (var model = LedgerStore.open(directory.resolve("model"), CLOCK);
                var told = Curation.open(model, directory.resolve("model"), CLOCK)) {
            tell(told, counting);
            var all = events(store).stream().map(Recorded::event).toList();
            var expected = LookupAnswers.of(
                    KeptLookups.open(model, directory.resolve("model")).index(), subjects(), all);
            expected.putAll(owners(all, counting));
            assertThat(LookupAnswers.of(
                            KeptLookups.open(store, directory.resolve("real")).index(), subjects(), all))
                    .isEqualTo(expected);
        }
    }

    /**
     * Whose identifiers are in the end. The second ledger does not tell: what somebody unlinked and had back by an undo,
     * others may have linked and unlinked in between.
     */
    private static Map<String, Object> owners(List<Event> all, List<Recorded> counting) {
        var owners = new HashMap<String, Object>();
        LookupAnswers.identifiers(all).forEach(identifier -> owners.put("owner of " + identifier, Optional.empty()));
        counting.stream()
                .map(Recorded::event)
                .collect(Collectors.groupingBy(Event::subject))
                .forEach((subject, events) -> LookupAnswers.linked(events)
                        .forEach(identifier -> owners.put("owner of " + identifier, Optional.of(subject.key()))));
        return owners;
    }

    private static List<Id> subjects() {
        return Stream.concat(RandomCommands.subjects().stream(), EveryKind.subjects().stream())
                .toList();
    }

    private static Map<String, Object> picture(LedgerStore store) {
        var timeline = new Timeline(Follower.history(store));
        store.read(0, store.head(), timeline::on);
        return Pictures.of(timeline.now(), subjects());
    }

    private static List<Done> work(LedgerStore store, Curation curation, long seed, int commands) throws Exception {
        var threads = Executors.newFixedThreadPool(CURATORS);
        try {
            var curators = new ArrayList<Callable<List<Done>>>();
            for (int curator = 0; curator < CURATORS; curator++) {
                long own = seed * 100 + curator;
                curators.add(() -> work(store, curation, new Random(own), new RandomCommands(own), commands));
            }
            var done = new ArrayList<Done>();
            for (var future : threads.invokeAll(curators)) {
                done.addAll(future.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Done> work(
            LedgerStore store, Curation curation, Random random, RandomCommands commands, int count) {
        var done = new ArrayList<Done>();
        String curator = "curator-" + random.nextInt(1_000_000);
        int number = 0;
        for (int asked = 0; asked < count; asked++) {
            boolean undo = store.head() > 0 && random.nextInt(4) == 0;
            var command = undo ? undoOfAny(store, random, curation) : commands.next();
            // Every second command says which version it knows, as pages do.
            Long known = random.nextBoolean()
                    ? null
                    : store.ofSubject(command.subject(), store.head()).size() - 1L;
            var request = new Request(command, curator, curator + "/" + number++, known, null);
            try {
                var receipt = curation.send(request);
                done.add(new Done(request, receipt));
                if (random.nextInt(4) == 0) {
                    assertThat(curation.send(request).positions()).isEqualTo(receipt.positions());
                }
            } catch (RuleViolation | StaleVersion refused) {
                // as many are
            }
        }
        return done;
    }

    private static Command undoOfAny(LedgerStore store, Random random, Curation curation) {
        return curation.undoing().command(1 + random.nextLong(store.head()), WHY);
    }

    private static void noEventIsDoubledAndNoUpdateLost(List<Done> done, List<Recorded> events) {
        var told = new TreeMap<Long, Event>();
        for (var each : done) {
            var positions = each.receipt().positions();
            for (int i = 0; i < positions.size(); i++) {
                assertThat(told.put(positions.get(i), each.receipt().events().get(i)))
                        .as("event told twice")
                        .isNull();
            }
            var known = each.request().expectedSequence();
            if (known != null) {
                assertThat(events.get((int) (positions.get(0) - 1)).header().sequence())
                        .as("first event after the version known")
                        .isEqualTo(known + 1);
            }
        }
        assertThat(told.keySet())
                .containsExactlyElementsOf(
                        events.stream().map(Recorded::position).toList());
        for (var recorded : events) {
            var event = told.get(recorded.position());
            if (recorded.erased()) { // since: nothing personal can be read any more
                assertThat(recorded.event()).hasSameClassAs(event);
            } else {
                assertThat(recorded.event()).isEqualTo(event);
            }
        }
    }

    /** Neither undoing nor undone by an event that is not undone itself, in the order of the ledger. */
    private static List<Recorded> counting(List<Recorded> events) {
        var undone = new HashSet<Long>();
        for (int i = events.size() - 1; i >= 0; i--) {
            var header = events.get(i).header();
            if (header.undoes() != null && !undone.contains(header.position())) {
                undone.add(header.undoes());
            }
        }
        return events.stream()
                .filter(recorded -> recorded.header().undoes() == null && !undone.contains(recorded.position()))
                .toList();
    }

    private static void tell(Curation model, List<Recorded> counting) {
        try (var bulk = model.bulk()) {
            for (var recorded : counting) {
                bulk.adopt(recorded.event(), null, "model", "m" + recorded.position(), null, null, null);
            }
            bulk.flush();
        }
    }
}
