package dev.sojourn.audit.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.Follower;
import dev.sojourn.projection.Timeline;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Pending;
import dev.sojourn.time.PartialDate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** One event a day from 2024-01-01 on, so position N was recorded on day N; ann records odd positions, ben even ones. */
@DisplayName("A history")
class HistoriesTest {
    private static final ResearcherId ADA = new ResearcherId("ada");
    private static final ResearcherId ADE = new ResearcherId("ade");
    private static final SpellId STAY = new SpellId("stay");
    private static final InstitutionId LAKE = new InstitutionId("lake");
    private static final Claim FACULTY = Claim.of(LAKE, Role.FACULTY, PartialDate.parse("2018"), null);

    @TempDir
    private Path folder;

    private LedgerStore store;
    private Timeline timeline;
    private Histories histories;

    @BeforeEach
    void record() {
        store = LedgerStore.open(folder, Clock.systemUTC());
        append(List.of(
                new InstitutionRegistered(
                        LAKE,
                        new Profile(Names.of("Lakeside"), Sector.UNIVERSITY, null, null, List.of()),
                        Remarks.NONE),
                registered(ADA),
                new AffiliationRecorded(ADA, STAY, FACULTY, null, Titled.NONE),
                new AffiliationCorrected(
                        ADA,
                        STAY,
                        FACULTY.withStart(PartialDate.parse("2017")),
                        null,
                        new Titled(null, "typing error", List.of(), Map.of())),
                new AffiliationEnded(ADA, STAY, PartialDate.parse("2023"), null, Remarks.NONE),
                new ResearcherEventUndone(ADA, 3, Remarks.because("still there")),
                registered(ADE),
                new ResearcherMerged(ADE, ADA, Remarks.NONE)));
        timeline = Follower.of(store).timeline();
        histories = new Histories(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void of_a_person_says_what_happened_and_what_was_undone_by_which_event() {
        assertThat(told(of(ADA, 6, Wanted.ALL, first(10))))
                .containsExactly(
                        "2 Entered the ledger as ada",
                        "3 Stay recorded: Lakeside, faculty, from 2018",
                        "4 Stay corrected: Lakeside, faculty, from 2017; changed: start 2018 → 2017",
                        "5 Stay ended in 2023: Lakeside, faculty, from 2017, undone by 6",
                        "6 Undone, as if never recorded, position 5: Stay ended in 2023: Lakeside, faculty, from 2017,"
                                + " undoes 5");
    }

    @Test
    void as_known_before_an_undo_knows_nothing_of_it() {
        assertThat(of(ADA, 5, Wanted.ALL, first(10)).lines()).hasSize(4).allSatisfy(line -> assertThat(line.undoneBy())
                .isNull());
    }

    @Test
    void of_a_person_holds_those_merged_into_them_once_they_are() {
        assertThat(positions(of(ADA, 7, Wanted.ALL, first(10)))).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(positions(of(ADA, 8, Wanted.ALL, first(10)))).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(positions(of(ADE, 8, Wanted.ALL, first(10)))).containsExactly(7L, 8L);
    }

    @Test
    void of_nobody_is_none() {
        assertThat(histories.of(new ResearcherId("nobody"), timeline.now(), Wanted.ALL, first(1)))
                .isEmpty();
        assertThat(histories.of(ADA, timeline.at(1), Wanted.ALL, first(1))).isEmpty();
    }

    @Test
    void of_the_ledger_is_filtered_by_actor_import_type_kind_position_and_time() {
        assertThat(whole(Wanted.ALL.by("ann"))).containsExactly(1L, 3L, 5L, 7L);
        assertThat(whole(Wanted.ALL.by("nobody"))).isEmpty();
        assertThat(whole(Wanted.ALL.with("batch"))).containsExactly(1L, 2L);
        assertThat(whole(Wanted.ALL.with("batch").by("ben"))).containsExactly(2L);
        assertThat(whole(new Wanted(
                        Set.of("ResearcherRegistered", "AffiliationEnded"), Set.of(), null, null, null, null, 1, 99)))
                .containsExactly(2L, 5L, 7L);
        assertThat(whole(new Wanted(Set.of(), Set.of("institution"), null, null, null, null, 1, 99)))
                .containsExactly(1L);
        assertThat(whole(new Wanted(Set.of(), Set.of(), null, null, null, null, 3, 5)))
                .containsExactly(3L, 4L, 5L);
        assertThat(whole(new Wanted(
                        Set.of(), Set.of(), null, null, recorded(3), recorded(5).minusMillis(1), 1, 99)))
                .containsExactly(3L, 4L);
        var bens = new Wanted(Set.of(), Set.of(), "ben", null, recorded(3), null, 1, 5);
        assertThat(positions(of(ADA, 8, bens, first(10)))).containsExactly(4L);
    }

    @Test
    void comes_in_parts_in_either_order() {
        for (boolean newest : List.of(false, true)) {
            var whole = new ArrayList<Long>();
            var ofAda = new ArrayList<Long>();
            long after = 0;
            for (boolean more = true; more; ) {
                var part = histories.all(timeline.now(), Wanted.ALL, new Part(newest, after, 3));
                whole.addAll(positions(part));
                after = whole.get(whole.size() - 1);
                more = part.more();
            }
            after = 0;
            for (boolean more = true; more; ) {
                var part = of(ADA, 6, Wanted.ALL, new Part(newest, after, 2));
                ofAda.addAll(positions(part));
                after = ofAda.get(ofAda.size() - 1);
                more = part.more();
            }
            assertThat(whole)
                    .isEqualTo(
                            newest ? List.of(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L) : List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L));
            assertThat(ofAda).isEqualTo(newest ? List.of(6L, 5L, 4L, 3L, 2L) : List.of(2L, 3L, 4L, 5L, 6L));
        }
    }

    @Test
    void goes_on_from_the_position_at_which_it_was_begun() {
        var begun = timeline.now();
        assertThat(whole(Wanted.ALL)).hasSize(8);
        append(List.of(new ResearcherRegistered(
                new ResearcherId("late"), new Identity(null, List.of(), null, List.of(), Map.of()))));

        var rest = histories.all(begun, Wanted.ALL, new Part(false, 6, 10));
        assertThat(positions(rest)).containsExactly(7L, 8L);
        assertThat(rest.more()).isFalse();
    }

    @Test
    void says_erased_where_personal_data_was_erased_and_tells_all_else_as_before() {
        append(List.of(new PersonErased(ADA, Remarks.because("request 17"))));
        store.close();
        store = LedgerStore.open(folder, Clock.systemUTC()); // completes the erasure
        timeline = Follower.of(store).timeline();
        histories = new Histories(store);

        var history = of(ADA, 9, Wanted.ALL, first(3));
        assertThat(told(history))
                .containsExactly(
                        "2 Entered the ledger as (erased)",
                        "3 Stay recorded: Lakeside, faculty, from 2018",
                        "4 Stay corrected: Lakeside, faculty, from 2017; changed: start 2018 → 2017");
        assertThat(history.lines()).allSatisfy(line -> {
            assertThat(line.erased()).isTrue();
            assertThat(line.name()).isNull();
            assertThat(line.recorded().event().personal().reason()).isNull();
        });
        assertThat(histories
                        .all(timeline.now(), Wanted.ALL, first(1))
                        .lines()
                        .get(0)
                        .erased())
                .as("the institution")
                .isFalse();
    }

    private static ResearcherRegistered registered(ResearcherId id) {
        return new ResearcherRegistered(id, new Identity(Names.of(id.value()), List.of(), null, List.of(), Map.of()));
    }

    private History of(ResearcherId id, long position, Wanted wanted, Part part) {
        return histories.of(id, timeline.at(position), wanted, part).orElseThrow();
    }

    private List<Long> whole(Wanted wanted) {
        return positions(histories.all(timeline.now(), wanted, first(100)));
    }

    private static Part first(int limit) {
        return new Part(false, 0, limit);
    }

    private static Instant recorded(long position) {
        return Instant.parse("2024-01-01T09:30:00Z").plusSeconds(86_400 * (position - 1));
    }

    private static List<Long> positions(History history) {
        return history.lines().stream().map(line -> line.recorded().position()).toList();
    }

    private static List<String> told(History history) {
        return history.lines().stream()
                .map(line -> line.recorded().position() + " " + line.what()
                        + (line.undoneBy() == null ? "" : ", undone by " + line.undoneBy())
                        + (line.undoes() == null ? "" : ", undoes " + line.undoes()))
                .toList();
    }

    private void append(List<Event> events) {
        new TransactionTemplate(store.writes()).executeWithoutResult(status -> {
            var pending = new ArrayList<Pending>();
            var next = new HashMap<Object, Long>();
            for (var event : events) {
                long position = store.head() + pending.size() + 1;
                long sequence = next.merge(
                        event.subject(),
                        (long) store.ofSubject(event.subject(), store.head()).size(),
                        (before, none) -> before + 1);
                pending.add(new Pending(
                        event,
                        sequence,
                        recorded(position),
                        position % 2 == 1 ? "ann" : "ben",
                        "c-" + position,
                        position <= 2 ? "batch" : null,
                        null,
                        null));
            }
            store.append(pending);
        });
    }
}
