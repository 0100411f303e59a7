package dev.sojourn.study.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.Ledger;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.MemberRemoved;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.SavedQuestion.Analysis;
import dev.sojourn.study.rule.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two people at one place in the US, both in a cohort; then something is recorded, and they are compared by country in 2020. */
@DisplayName("The cause of a change, worked out by hand")
class CausesByHandTest {

    private static final CohortId COHORT = new CohortId("c");
    private static final SpellId SPELL = new SpellId("a@us");
    private static final Map<String, List<String>> NONE = Map.of();

    private final Ledger ledger = new Ledger()
            .place("us", "US")
            .place("cn", "CN")
            .place("gb", "GB")
            .person("a")
            .person("b")
            .at("a", "us", "2018", null)
            .at("b", "us", "2018", null);
    private final int before;

    CausesByHandTest() {
        ledger.and(new CohortDefined(COHORT, "The two", null, 2020, null, null, Remarks.NONE));
        ledger.and(new MembersAdded(COHORT, List.of(Ledger.who("a"), Ledger.who("b")), Remarks.NONE));
        before = ledger.events.head();
    }

    /** Each change as "person: cell to cell, cause, how many events". */
    private List<String> changes(Map<String, List<String>> others) {
        return told(asking(before, NONE), asking(ledger.events.head(), others));
    }

    private List<String> told(Asking first, Asking second) {
        return Compare.of(first, second, ledger.events).stream()
                .map(change -> change.researcher() + ": " + change.before() + " to " + change.after() + ", "
                        + change.cause().text() + ", " + change.events().size())
                .toList();
    }

    private Asking asking(int position, Map<String, List<String>> others) {
        var question = new SavedQuestion(
                Analysis.COMPOSITION,
                Map.of("cohort", List.of("c"), "asOf", List.of("2020"), "by", List.of("country")));
        return new Asking(question.with(others), ledger.known(position), RuleBook.load());
    }

    private void corrected(String place) {
        var claim =
                new Claim(Ledger.institution(place), Role.RESEARCHER, null, Ledger.date("2018"), null, null, Set.of());
        ledger.and(new AffiliationCorrected(Ledger.who("a"), SPELL, claim, null, Titled.NONE));
    }

    private void headquartersMoved() {
        ledger.and(new HeadquartersMoved(
                Ledger.institution("us"), new CountryCode("CN"), Ledger.date("2019"), Remarks.NONE));
    }

    private void movedTo(String place, String workplace, String year) {
        ledger.and(new AffiliationEnded(Ledger.who("a"), SPELL, Ledger.date(year), null, Remarks.NONE));
        ledger.at("a", "a@" + place, place, year, null, null, workplace, Role.RESEARCHER);
    }

    @Test
    void rules_if_the_same_is_counted_otherwise() {
        movedTo("gb", "CN", "2019");
        int now = ledger.events.head();
        assertThat(told(asking(now, NONE), asking(now, Map.of("place", List.of("site")))))
                .containsExactly("a: cell:GB to cell:CN, rules, 0");
    }

    @Test
    void cohort_if_membership_changed() {
        ledger.and(new MemberRemoved(COHORT, Ledger.who("a"), Remarks.NONE));
        assertThat(changes(NONE)).containsExactly("a: cell:US to outside, cohort, 1");
    }

    @Test
    void identity_if_two_are_one() {
        ledger.and(new ResearcherMerged(Ledger.who("a"), Ledger.who("b"), Remarks.NONE));
        assertThat(changes(NONE)).containsExactly("a: cell:US to outside, identity, 1");
    }

    @Test
    void institution_if_it_moved_its_headquarters_for_everybody_there() {
        headquartersMoved();
        assertThat(changes(NONE))
                .containsExactly("a: cell:US to cell:CN, institution, 0", "b: cell:US to cell:CN, institution, 0");
    }

    @Test
    void corrected_if_we_were_wrong() {
        corrected("cn");
        assertThat(changes(NONE)).containsExactly("a: cell:US to cell:CN, corrected, 1");
    }

    @Test
    void corrected_if_it_never_was() {
        ledger.and(new AffiliationRetracted(Ledger.who("a"), SPELL, Remarks.NONE));
        assertThat(changes(NONE)).containsExactly("a: cell:US to unobserved, corrected, 1");
    }

    /** The second event of a, after the registration, is the recording of the stay. */
    @Test
    void corrected_if_it_was_undone() {
        ledger.and(new ResearcherEventUndone(Ledger.who("a"), 1, Remarks.NONE));
        assertThat(changes(NONE)).containsExactly("a: cell:US to unobserved, corrected, 1");
    }

    @Test
    void learned_if_we_did_not_know() {
        movedTo("cn", null, "2019");
        assertThat(changes(NONE)).containsExactly("a: cell:US to cell:CN, learned, 2");
    }

    @Test
    void world_if_only_the_day_is_another_one() {
        movedTo("cn", null, "2021");
        int now = ledger.events.head();
        assertThat(told(asking(now, NONE), asking(now, Map.of("asOf", List.of("2021")))))
                .containsExactly("a: cell:US to cell:CN, world, 0");
    }

    /** Without the rule GB, without the move US, and CN with both: both apply, and rules come first. */
    @Test
    void of_two_that_apply_the_one_of_higher_priority() {
        movedTo("gb", "CN", "2019");
        assertThat(changes(Map.of("place", List.of("site")))).containsExactly("a: cell:US to cell:CN, rules, 0");
    }

    /** Who left the cohort is outside with the move of the headquarters or without; who stayed is not. */
    @Test
    void each_person_has_a_cause_of_their_own() {
        headquartersMoved();
        ledger.and(new MemberRemoved(COHORT, Ledger.who("a"), Remarks.NONE));
        assertThat(changes(NONE))
                .containsExactly("a: cell:US to outside, cohort, 1", "b: cell:US to cell:CN, institution, 0");
    }

    /** CN by the correction, or by the headquarters had it not been made: neither alone, and only one is about the person. */
    @Test
    void where_none_applies_alone_what_is_recorded_about_the_person() {
        corrected("cn");
        headquartersMoved();
        assertThat(changes(NONE))
                .containsExactly("a: cell:US to cell:CN, corrected, 1", "b: cell:US to cell:CN, institution, 0");
    }

    @Test
    void the_same_from_the_later_moment_to_the_earlier() {
        corrected("cn");
        assertThat(told(asking(ledger.events.head(), NONE), asking(before, NONE)))
                .containsExactly("a: cell:CN to cell:US, corrected, 1");
    }

    /** A registered name changes nothing, and neither does what is recorded of others. */
    @Test
    void none_where_nothing_that_counts_changed() {
        ledger.person("d").at("d", "cn", "2018", null);
        assertThat(changes(NONE)).isEmpty();
    }
}
