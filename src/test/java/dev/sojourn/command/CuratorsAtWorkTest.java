package dev.sojourn.command;

import static dev.sojourn.command.Samples.CLOCK;
import static dev.sojourn.command.Samples.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.command.IdentityCommand.MergeResearchers;
import dev.sojourn.command.IdentityCommand.RecordDistinctFrom;
import dev.sojourn.command.IdentityCommand.UnmergeResearchers;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.command.lookup.References;
import dev.sojourn.command.rule.Undone;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.IdentifierUnlinked;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Personal;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.Follower;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Curators in threads ask for random things about a few people and places, many of them refused, and take random events
 * back. The model is the simplest there is: a second ledger, told only the events that count, in their order, and asking
 * no rule. Both must be the same, field by field, in the timeline and in the look-ups.
 */
@DisplayName("Curators at work")
class CuratorsAtWorkTest {

    private static final int CURATORS = 3;
    private static final int COMMANDS = 120;

    /** A command that was acknowledged. */
    private record Done(Request request, Receipt receipt) {}

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void lose_no_update_double_no_event_break_no_rule_and_undo_exactly(long seed) throws Exception {
        try (var store = LedgerStore.open(directory.resolve("real"), CLOCK);
                var curation = Curation.open(store, directory.resolve("real"), CLOCK)) {
            var done = work(store, curation, seed);
            var events = new ArrayList<Recorded>();
            store.read(0, store.head(), events::add);

            noEventIsDoubledAndNoUpdateLost(done, events);
            var counting = counting(events);
            assertThat(events.size() - counting.size())
                    .as("undone and undoing events")
                    .isGreaterThan(20);
            try (var model = LedgerStore.open(directory.resolve("model"), CLOCK);
                    var told = Curation.open(model, directory.resolve("model"), CLOCK)) {
                tell(told, counting);
                assertThat(lookups(store)).isEqualTo(lookups(model));
                assertThat(identifiers(store)).isEqualTo(identifiers(counting));
                assertThat(read(store)).isEqualTo(read(model));
                assertThat(brokenRules(counting)).isEmpty();
            }
        }
    }

    private static List<Done> work(LedgerStore store, Curation curation, long seed) throws Exception {
        var threads = Executors.newFixedThreadPool(CURATORS);
        try {
            var curators = new ArrayList<Callable<List<Done>>>();
            for (int curator = 0; curator < CURATORS; curator++) {
                long own = seed * 100 + curator;
                curators.add(() -> work(store, curation, new Random(own), RandomCommands.of(own, COMMANDS)));
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

    private static List<Done> work(LedgerStore store, Curation curation, Random random, List<Command> commands) {
        var done = new ArrayList<Done>();
        String curator = "curator-" + random.nextInt(1_000_000);
        int number = 0;
        for (var planned : commands) {
            var command = random.nextInt(3) > 0 ? planned : another(store, random, curation, planned);
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

    private static Command another(LedgerStore store, Random random, Curation curation, Command otherwise) {
        var one = new ResearcherId("p" + random.nextInt(5));
        var other = new ResearcherId("p" + random.nextInt(5));
        int what = random.nextInt(12);
        if (what == 0 && !one.equals(other)) {
            return new MergeResearchers(one, other, WHY);
        }
        if (what == 1) {
            return new UnmergeResearchers(one, WHY);
        }
        if (what == 2 && !one.equals(other)) {
            return new RecordDistinctFrom(one, other, WHY);
        }
        long head = store.head();
        return head == 0 ? otherwise : curation.undoing().command(1 + random.nextLong(head), WHY);
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
        assertThat(told.values())
                .containsExactlyElementsOf(events.stream().map(Recorded::event).toList());
    }

    /** Neither undone nor undoing, of all subjects, in the order of the ledger. */
    private static List<Recorded> counting(List<Recorded> events) {
        var bySubject = new HashMap<Id, List<Event>>();
        events.forEach(recorded -> bySubject
                .computeIfAbsent(recorded.event().subject(), id -> new ArrayList<>())
                .add(recorded.event()));
        var counting = new HashMap<Id, Set<Long>>();
        bySubject.forEach((id, own) -> counting.put(id, Undone.counting(own, Set.of())));
        return events.stream()
                .filter(recorded -> counting.get(recorded.event().subject())
                        .contains(recorded.header().sequence()))
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

    private static Map<String, Object> lookups(LedgerStore store) {
        var sql = new JdbcTemplate(store.dataSource());
        // Hashed under a key of each ledger's own, so only whose they are can be compared.
        return Map.of(
                "owners",
                sql.queryForList("select id, owner from lookup_owner where kind in ('subject', 'spell', 'merged')"
                        + " order by kind, id"),
                "hashed",
                sql.queryForList("select kind, owner, count(*) from lookup_owner where kind = 'distinct'"
                        + " group by kind, owner order by kind, owner"),
                "relations",
                sql.queryForList("select * from lookup_relation order by institution, relation, since"));
    }

    /** How many identifiers each researcher has, by the look-ups. */
    private static Map<String, Long> identifiers(LedgerStore store) {
        var owned = new TreeMap<String, Long>();
        new JdbcTemplate(store.dataSource())
                .query("select owner, count(*) from lookup_owner where kind = 'identifier' group by owner", row -> {
                    owned.put(row.getString(1), row.getLong(2));
                });
        return owned;
    }

    /** The same by what counts, each researcher apart; nobody's may be another's. */
    private static Map<String, Long> identifiers(List<Recorded> counting) {
        var sets = new TreeMap<String, Set<Identifier>>();
        for (var recorded : counting) {
            String owner = recorded.event().subject().key();
            if (recorded.event().personal() instanceof Personal.Identity said) {
                var own = sets.computeIfAbsent(owner, key -> new HashSet<>());
                if (recorded.event() instanceof IdentifierUnlinked) {
                    said.identifiers().forEach(own::remove);
                } else {
                    own.addAll(said.identifiers());
                }
            }
        }
        sets.values().removeIf(Set::isEmpty);
        var all = sets.values().stream().flatMap(Set::stream).toList();
        assertThat(all).doesNotHaveDuplicates();
        var counts = new TreeMap<String, Long>();
        sets.forEach((owner, own) -> counts.put(owner, (long) own.size()));
        return counts;
    }

    private static Map<String, Object> read(LedgerStore store) {
        var timeline = new Timeline(Follower.history(store));
        store.read(0, store.head(), timeline::on);
        var view = timeline.now();
        var all = new TreeMap<String, Object>();
        for (int person = 0; person < 5; person++) {
            int number = view.find(new ResearcherId("p" + person));
            all.put("p" + person, number == View.NONE ? "nobody" : person(view, number));
        }
        view.cohorts()
                .forEach(cohort -> all.put(
                        cohort.cohort().key(),
                        Arrays.stream(view.members(cohort.cohort()).orElseThrow())
                                .mapToObj(number -> view.researcher(number).value())
                                .collect(Collectors.toSet())));
        return all;
    }

    private static List<Object> person(View view, int number) {
        var rows = view.spells();
        return Arrays.asList(
                view.names(number),
                Set.copyOf(view.identifiers(number)),
                view.researcher(view.survivor(number)),
                view.origin(number),
                Arrays.stream(view.states().spells(number))
                        .mapToObj(row -> Arrays.asList(
                                rows.spell(row),
                                rows.institutionId(row),
                                rows.role(row),
                                rows.kind(row),
                                rows.start(row),
                                rows.end(row),
                                rows.observed(row),
                                Arrays.stream(Flag.values())
                                        .filter(flag -> rows.has(row, flag))
                                        .toList()))
                        .collect(Collectors.toSet()));
    }

    /** Whoever an event that counts names is in the ledger, and nobody who counts as another is counted as. */
    private static List<String> brokenRules(List<Recorded> counting) {
        var broken = new ArrayList<String>();
        var there =
                counting.stream().map(recorded -> recorded.event().subject()).collect(Collectors.<Id>toSet());
        var merged = new HashMap<Id, Id>();
        for (var recorded : counting) {
            References.named(recorded.event())
                    .filter(named -> !there.contains(named))
                    .forEach(named -> broken.add(recorded.position() + " names " + named + ", who is not there"));
            if (recorded.event() instanceof ResearcherMerged merge) {
                merged.put(merge.researcher(), merge.into());
            } else if (recorded.event() instanceof ResearcherUnmerged unmerge) {
                merged.remove(unmerge.researcher());
            }
        }
        merged.values().stream().filter(merged::containsKey).forEach(into -> broken.add("a chain over " + into));
        return broken;
    }
}
