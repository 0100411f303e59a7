package dev.sojourn.projection;

import static dev.sojourn.projection.Told.date;
import static dev.sojourn.projection.Told.day;
import static dev.sojourn.projection.Told.institution;
import static dev.sojourn.projection.Told.person;
import static dev.sojourn.projection.Told.registered;
import static dev.sojourn.projection.Told.spell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.CohortEventUndone;
import dev.sojourn.event.CohortEvent.MemberRemoved;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.Event;
import dev.sojourn.event.Header;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionEventUndone;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.column.IntColumn;
import dev.sojourn.time.KnownAt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ada (a) is at Oslo (o, NO) since 2015; Bo (b) at Bergen (g, NO). */
@DisplayName("The timeline")
class TimelineTest {

    private static final SpellId AT_OSLO = new SpellId("s1");
    private static final int IN_2020 = day("2020-06-01");

    private final Told told = new Told();

    private long recordAda() {
        told.tell(institution("o", "NO"));
        told.tell(institution("g", "NO"));
        told.tell(registered("a"));
        return told.tell(spell("a", "s1", "o", "2015", null));
    }

    private boolean observed(View view, String who) {
        return view.states().deciding(view.find(person(who)), IN_2020) >= 0;
    }

    @Test
    void answers_from_a_past_position_as_it_did_then() {
        long arrival = recordAda();
        long departure = told.tell(new AffiliationEnded(person("a"), AT_OSLO, date("2019"), null, Remarks.NONE));

        assertThat(observed(told.timeline.at(arrival), "a")).isTrue();
        assertThat(observed(told.timeline.at(departure), "a")).isFalse();
    }

    @Test
    void a_view_taken_before_an_event_does_not_see_it() {
        recordAda();
        var before = told.timeline.now();

        told.tell(new AffiliationRetracted(person("a"), AT_OSLO, Remarks.because("a namesake")));

        assertThat(observed(before, "a")).isTrue();
        assertThat(observed(told.timeline.now(), "a")).isFalse();
    }

    @Test
    void an_undone_end_no_longer_counts_and_an_undone_undo_lets_it_count_again() {
        recordAda(); // Ada's events: 0 registered, 1 recorded
        told.tell(new AffiliationEnded(person("a"), AT_OSLO, date("2019"), null, Remarks.NONE)); // 2
        long undone = told.tell(new ResearcherEventUndone(person("a"), 2, Remarks.because("wrong person"))); // 3
        long redone = told.tell(new ResearcherEventUndone(person("a"), 3, Remarks.because("it was right"))); // 4

        assertThat(observed(told.timeline.at(undone - 1), "a")).isFalse();
        assertThat(observed(told.timeline.at(undone), "a")).isTrue();
        assertThat(observed(told.timeline.at(redone), "a")).isFalse();
    }

    @Test
    void an_undone_registration_takes_the_person_off_the_ledger_from_then_on() {
        told.tell(registered("a"));
        long undone = told.tell(new ResearcherEventUndone(person("a"), 0, Remarks.because("registered twice")));

        assertThat(told.timeline.at(undone - 1).members(View.EVERYONE).orElseThrow())
                .hasSize(1);
        assertThat(told.timeline.at(undone).members(View.EVERYONE).orElseThrow())
                .isEmpty();
        assertThat(told.timeline.at(undone).find(person("a"))).isEqualTo(View.NONE);
    }

    @Test
    void an_undone_headquarters_move_puts_the_country_back() {
        var oslo = new InstitutionId("o");
        told.tell(institution("o", "NO"));
        long moved = told.tell(new HeadquartersMoved(oslo, new CountryCode("SE"), date("2018"), Remarks.NONE));
        long undone = told.tell(new InstitutionEventUndone(oslo, 1, Remarks.because("a branch only")));

        assertThat(countryOf(told.timeline.at(moved))).isEqualTo("SE");
        assertThat(countryOf(told.timeline.at(undone))).isEqualTo("NO");
    }

    private String countryOf(View view) {
        return Country.code(
                view.institutions(LocalDate.parse("2020-06-01")).state(0).country());
    }

    @Test
    void members_of_a_cohort_are_those_added_and_neither_removed_nor_undone() {
        var cohort = new CohortId("c");
        told.tell(registered("a"));
        told.tell(registered("b"));
        told.tell(new CohortDefined(cohort, "C", null, 2019, null, null, Remarks.NONE));
        long added = told.tell(new MembersAdded(cohort, List.of(person("b"), person("a")), Remarks.NONE));
        long removed = told.tell(new MemberRemoved(cohort, person("a"), Remarks.NONE));
        long undone = told.tell(new CohortEventUndone(cohort, 2, Remarks.because("she belongs")));

        assertThat(told.timeline.at(added - 2).members(cohort)).isEmpty(); // not yet defined
        assertThat(told.timeline.at(added).members(cohort).orElseThrow()).containsExactly(0, 1);
        assertThat(told.timeline.at(removed).members(cohort).orElseThrow()).containsExactly(1);
        assertThat(told.timeline.at(undone).members(cohort).orElseThrow()).containsExactly(0, 1);
    }

    @Test
    void merged_researchers_count_as_one_from_the_merge_until_it_is_taken_back() {
        recordAda();
        told.tell(registered("b"));
        told.tell(spell("b", "s2", "g", "2016", null));
        long merged = told.tell(new ResearcherMerged(person("b"), person("a"), Remarks.because("same ORCID")));
        long unmerged = told.tell(new ResearcherUnmerged(person("b"), Remarks.because("father and daughter")));

        assertThat(told.timeline.at(merged - 1).members(View.EVERYONE).orElseThrow())
                .containsExactly(0, 1);
        var view = told.timeline.at(merged);
        assertThat(view.members(View.EVERYONE).orElseThrow()).containsExactly(0);
        assertThat(view.spells().spell(view.states().deciding(0, IN_2020))).isEqualTo(new SpellId("s2"));
        assertThat(told.timeline.at(unmerged).members(View.EVERYONE).orElseThrow())
                .containsExactly(0, 1);
    }

    @Test
    void an_erased_person_has_no_name_at_any_position_and_still_counts() {
        long recorded = recordAda();
        assertThat(told.timeline.now().names(0).first()).isEqualTo("Name of a");

        told.tell(new PersonErased(person("a"), Remarks.NONE));

        assertThat(told.timeline.now().names(0)).isNull();
        assertThat(told.timeline.at(recorded).names(0)).isNull();
        assertThat(observed(told.timeline.now(), "a")).isTrue();
    }

    @Test
    void a_moment_of_knowledge_stands_for_the_last_position_recorded_by_then() {
        recordAda(); // recorded at 00:00:01 to 00:00:04 on 1 January 2020
        told.tell(new ReleasePublished(new ReleaseName("first"), "First", 2, "standard", null, Remarks.NONE));

        assertThat(told.timeline.resolve(KnownAt.parse("2020-01-01T00:00:02Z"))).isEqualTo(2);
        assertThat(told.timeline.resolve(KnownAt.parse("2020-01-01T00:00:02.999Z")))
                .isEqualTo(2);
        assertThat(told.timeline.resolve(KnownAt.parse("2019-12-31"))).isZero();
        assertThat(told.timeline.resolve(KnownAt.parse("2020-01-01"))).isEqualTo(5);
        assertThat(told.timeline.resolve(KnownAt.parse("release:first"))).isEqualTo(2);
        assertThat(told.timeline.resolve(KnownAt.NOW)).isEqualTo(5);
        assertThatThrownBy(() -> told.timeline.resolve(KnownAt.parse("position:6")))
                .hasMessageContaining("beyond the head of the ledger, 5");
        assertThatThrownBy(() -> told.timeline.resolve(KnownAt.parse("release:second")))
                .hasMessageContaining("no release \"second\"");
    }

    @Test
    void an_event_out_of_order_is_refused() {
        recordAda();
        var last = told.events().get(3);

        assertThatThrownBy(() -> told.timeline.on(last)).hasMessageContaining("after position 4 came position 4");
    }

    @Test
    void a_reader_can_wait_for_an_event_and_is_told_if_it_does_not_come() throws InterruptedException {
        recordAda();

        assertThat(told.timeline.await(4, Duration.ZERO)).isTrue();
        assertThat(told.timeline.await(5, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void grows_past_a_chunk_of_its_columns() {
        told.tell(institution("o", "NO"));
        int people = IntColumn.MASK + 3;
        var half = told.timeline.now();
        for (int number = 0; number < people; number++) {
            told.timeline.on(at(2 * number + 2, registered("p" + number)));
            told.timeline.on(at(2 * number + 3, spell("p" + number, "s" + number, "o", "2015", null)));
        }

        assertThat(half.members(View.EVERYONE).orElseThrow()).isEmpty();
        var view = told.timeline.now();
        assertThat(view.members(View.EVERYONE).orElseThrow()).hasSize(people);
        assertThat(observed(view, "p" + (people - 1))).isTrue();
    }

    private static Recorded at(long position, Event event) {
        var header = new Header(position, Instant.parse("2021-01-01T00:00:00Z"), 0, "test", "c", null, null, null);
        return new Recorded(header, event);
    }
}
