package dev.sojourn.study.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.IdentityEvent.DistinctFromRecorded;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.View;
import dev.sojourn.time.PartialDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Candidates for duplicates")
class DuplicatesTest {
    private final People people = new People();
    private final Duplicates duplicates = new Duplicates(new PeopleSearch(people.timeline));

    @Test
    void are_those_of_one_name_in_whichever_script_and_order() {
        people.person("shan", "單霽翔");
        people.person("other", "Jixiang Wang");
        people.person("latin", "SHAN, Ji-Xiang");

        assertThat(all(people.now())).containsExactly("shan latin [SAME_NAME 單霽翔 / SHAN, Ji-Xiang]");
        assertThat(of("latin")).containsExactly("latin shan [SAME_NAME SHAN, Ji-Xiang / 單霽翔]");
        assertThat(of("other")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "諸葛亮, Liang Zhuge",
        "王維安, Wei-an Wang",
        "Maria Salomea Skłodowska, 'SKLODOWSKA, Maria Salomea'",
        "Иван Петров, Petrov Ivan"
    })
    void are_of_one_name_wherever_its_syllables_are_divided(String one, String other) {
        people.person("one", one);
        people.person("two", other);

        assertThat(of("one")).containsExactly("one two [SAME_NAME " + one + " / " + other + "]");
    }

    @Test
    void are_those_of_initials_without_full_stops_but_not_of_a_surname_in_capitals() {
        people.person("short", "Smith JA");
        people.person("long", "John Albert Smith");
        people.person("other", "John Barry Smith");
        people.person("li", "Wei LI");
        people.person("lee", "Wei Lin");

        assertThat(all(people.now())).containsExactly("short long [SHORT_NAME Smith JA / John Albert Smith]");
        assertThat(of("long")).containsExactly("long short [SHORT_NAME John Albert Smith / Smith JA]");
    }

    @Test
    void are_found_once_a_position_until_somebody_is_erased() {
        people.person("one", "Bo Name");
        people.person("two", "Bo Name");
        var duplicates = new Duplicates(new PeopleSearch(people.timeline));
        var view = people.now();
        var first = duplicates.all(view);
        assertThat(duplicates.all(view)).isSameAs(first).hasSize(1);

        people.person("three", "Name Bo");
        assertThat(duplicates.all(people.now())).hasSize(3);
        people.and(new PersonErased(new ResearcherId("one"), Remarks.NONE));
        assertThat(duplicates.all(view)).isEmpty();
    }

    @Test
    void are_those_of_one_identifier_written_in_two_ways_but_not_in_two_catalogues() {
        people.person("one", "Ada Lovelace", "homepage:https://www.example.org/~ada/");
        people.person("two", "A. King", "homepage:http://example.org/~ada");
        people.person("three", "Augusta Byron", "dblp:example.org/~ada");

        assertThat(all(people.now()))
                .containsExactly("one two [SIMILAR_IDENTIFIER homepage:https://www.example.org/~ada/"
                        + " / homepage:http://example.org/~ada]");
    }

    @Test
    void come_first_who_were_at_one_place_together_and_last_whom_identifiers_tell_apart() {
        people.person("clash1", "Anna Clash", "orcid:0000-0002-1825-0097");
        people.person("clash2", "Anna Clash", "orcid:0000-0001-5109-3700");
        people.person("name1", "Bo Name");
        people.person("name2", "Bo Name");
        people.person("later1", "Cy Later");
        people.person("later2", "Cy Later");
        people.person("same1", "Di Same");
        people.person("same2", "Di Same");
        stay("later1", "lake", "2015", "2017");
        stay("later2", "lake", "2017", null);
        stay("same1", "lake", "2015", "2018");
        stay("same2", "lake", "2017", null);
        stay("same2", "hill", null, null);

        assertThat(all(people.now()))
                .containsExactly(
                        "same1 same2 [SAME_NAME Di Same, SAME_PLACE_AND_TIME lake]",
                        "later1 later2 [SAME_NAME Cy Later, SAME_PLACE lake]",
                        "name1 name2 [SAME_NAME Bo Name]",
                        "clash1 clash2 [SAME_NAME Anna Clash, CLASHING_IDENTIFIERS orcid:0000-0002-1825-0097"
                                + " / orcid:0000-0001-5109-3700]");
    }

    @Test
    void leave_out_whom_somebody_found_to_be_two_until_that_is_undone() {
        people.person("one", "Bo Name");
        long before = people.person("two", "Bo Name");
        long distinct =
                people.and(new DistinctFromRecorded(new ResearcherId("two"), new ResearcherId("one"), Remarks.NONE));

        assertThat(all(people.now())).isEmpty();
        assertThat(of("one")).isEmpty();
        assertThat(of("two")).isEmpty();
        assertThat(all(people.timeline.at(before))).hasSize(1);

        people.and(new ResearcherEventUndone(new ResearcherId("two"), 1, Remarks.NONE));
        assertThat(all(people.now())).hasSize(1);
        assertThat(all(people.timeline.at(distinct))).isEmpty();
    }

    @Test
    void leave_out_who_were_merged_and_compare_others_with_whom_they_count_as() {
        people.person("one", "Bo Name");
        people.person("two", "Bo Name");
        people.person("married", "Cy Later");
        people.person("again", "Later Cy");
        people.and(new ResearcherMerged(new ResearcherId("two"), new ResearcherId("one"), Remarks.NONE));
        assertThat(of("one")).isEmpty();

        people.and(new ResearcherMerged(new ResearcherId("married"), new ResearcherId("one"), Remarks.NONE));

        assertThat(all(people.now())).containsExactly("one again [SAME_NAME Cy Later / Later Cy]");
        assertThat(of("married")).containsExactly("one again [SAME_NAME Cy Later / Later Cy]");
    }

    @Test
    void never_name_who_was_erased_at_any_moment_of_knowledge() {
        people.person("one", "Bo Name");
        long before = people.person("two", "Bo Name");
        assertThat(all(people.now())).hasSize(1);

        people.and(new PersonErased(new ResearcherId("one"), Remarks.NONE));

        assertThat(all(people.now())).isEmpty();
        assertThat(all(people.timeline.at(before))).isEmpty();
    }

    @Test
    void of_a_name_that_more_than_twenty_have_are_only_those_of_one_institution() {
        for (int number = 1; number <= 21; number++) {
            people.person("p" + number, "Wei Wang");
        }
        stay("p3", "lake", "2015", null);
        stay("p20", "lake", "2019", null);

        assertThat(all(people.now())).containsExactly("p3 p20 [SAME_NAME Wei Wang, SAME_PLACE_AND_TIME lake]");
        assertThat(of("p20")).containsExactly("p20 p3 [SAME_NAME Wei Wang, SAME_PLACE_AND_TIME lake]");
        assertThat(of("p1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "J. Smith, John Smith",
        "'SMITH, J.', John Smith",
        "John Smith, Smith JA", // read as one word: no initials
        "Y. LeCun, Yann LeCun",
        "J. Shan, 單霽翔",
        "J. X. Shan, 單霽翔",
        "И. Петров, Petrov Ivan",
        "M. Skłodowska, Maria Salomea Sklodowska",
        "J. Smith, J. A. Smith"
    })
    void are_those_of_whose_name_another_may_be_short_for(String brief, String name) {
        people.person("one", brief);
        people.person("two", name);
        people.person("other", "Jane Other");
        var expected =
                name.equals("Smith JA") ? List.of() : List.of("one two [SHORT_NAME " + brief + " / " + name + "]");

        assertThat(all(people.now())).isEqualTo(expected);
        assertThat(of("one")).isEqualTo(expected);
        assertThat(of("two"))
                .isEqualTo(
                        expected.isEmpty() ? expected : List.of("two one [SHORT_NAME " + name + " / " + brief + "]"));
    }

    @ParameterizedTest
    @CsvSource({
        "J. Smith, Adam Smith",
        "J. Smith, John Smithson",
        "J. A. Smith, John Smith",
        "J. Smith, Smith",
        "J., John",
        "John Smith, James Smith",
        "A. J. Smith, Adam Paul Smith"
    })
    void are_not_those_whose_initials_differ_or_who_have_none(String brief, String name) {
        people.person("one", brief);
        people.person("two", name);

        assertThat(all(people.now())).isEmpty();
        assertThat(of("one")).isEmpty();
        assertThat(of("two")).isEmpty();
    }

    @Test
    void of_a_short_name_that_may_be_anybodys_are_only_those_of_one_institution() {
        people.person("brief", "W. Wang");
        for (int number = 1; number <= 20; number++) {
            people.person("p" + number, "Wei" + "abcdefghijklmnopqrst".charAt(number - 1) + " Wang");
        }
        stay("brief", "lake", "2015", null);
        stay("p3", "lake", "2015", null);
        stay("p4", "hill", "2015", null);

        var one = "[SAME_PLACE_AND_TIME lake, SHORT_NAME W. Wang / Weic Wang]";
        assertThat(all(people.now())).containsExactly("brief p3 " + one);
        assertThat(of("brief")).containsExactly("brief p3 " + one);
        assertThat(of("p4")).isEmpty();
        assertThat(of("p3")).hasSize(1);
    }

    /** Twenty thousand of one name are two hundred million pairs; at a place each there are ten thousand. */
    @Test
    void do_not_take_all_pairs_of_a_name_that_very_many_have() {
        for (int number = 0; number < 20_000; number++) {
            people.person("p" + number, "Wei Wang");
            stay("p" + number, "place-" + number / 2, "2015", null);
        }

        assertThat(all(people.now())).hasSize(10_000);
    }

    private void stay(String who, String where, String start, String end) {
        var claim = Claim.of(new InstitutionId(where), Role.FACULTY, date(start), date(end));
        people.and(new AffiliationRecorded(
                new ResearcherId(who), new SpellId(who + "-" + where), claim, null, Titled.NONE));
    }

    private static PartialDate date(String text) {
        return text == null ? null : PartialDate.parse(text);
    }

    private List<String> all(View view) {
        return duplicates.all(view).stream().map(pair -> told(view, pair)).toList();
    }

    private List<String> of(String id) {
        var view = people.now();
        return duplicates.of(view, view.find(new ResearcherId(id))).stream()
                .map(pair -> told(view, pair))
                .toList();
    }

    private static String told(View view, Candidates pair) {
        return view.researcher(pair.one()) + " " + view.researcher(pair.other()) + " " + pair.reasons();
    }
}
