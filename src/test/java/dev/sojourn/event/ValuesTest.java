package dev.sojourn.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ReleasedQuestion;
import dev.sojourn.event.value.ReleasedRegions;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Among the values in events,")
class ValuesTest {

    private static final InstitutionId SOMEWHERE = new InstitutionId("i-1");

    @ParameterizedTest
    @ValueSource(strings = {"US", "CN", "HK", "TW", "MO", "GB"})
    void a_country_has_an_assigned_code(String code) {
        assertThat(new CountryCode(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "USA", "UK", "XX", "EU", "", "U"})
    void another_text_is_no_country(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CountryCode(code))
                .withMessageStartingWith("\"" + code + "\" is no country: write an ISO 3166-1 code");
    }

    @Test
    void names_keep_the_order_in_which_they_were_given() {
        var byScript = new LinkedHashMap<String, String>();
        byScript.put("Hant", "例");
        byScript.put("Latn", "Li");

        assertThat(new Names(byScript).first()).isEqualTo("例");
        assertThat(new Names(byScript).byScript()).containsExactly(Map.entry("Hant", "例"), Map.entry("Latn", "Li"));
    }

    @ParameterizedTest
    @CsvSource({"Ada, Latn", "例, Hani", "한글, Kore", "ひらがな, Jpan", "Иван, Cyrl", "12, Latn", "'- 例', Hani"})
    void a_name_alone_goes_under_the_script_of_its_first_letter(String name, String script) {
        assertThat(Names.of(name).byScript()).containsExactly(Map.entry(script, name));
    }

    @Test
    void names_need_one_name_that_says_something_and_the_code_of_its_script() {
        refused(() -> new Names(Map.of()), "at least one name is needed");
        refused(() -> new Names(Map.of("Latn", " ")), "a name must have 1 to 500 characters");
        refused(() -> new Names(Map.of("Latn", "a".repeat(501))), "a name must have 1 to 500 characters");
        refused(() -> new Names(Map.of("latin", "Ada")), "\"latin\" is no ISO 15924 script code, as in Latn or Hans");
    }

    @Test
    void an_id_is_short_and_printable() {
        refused(() -> new SpellId(""), "spell id must have 1 to 200 characters");
        refused(() -> new SpellId(null), "spell id must have 1 to 200 characters");
        refused(() -> new CohortId("a".repeat(201)), "cohort id must have 1 to 200 characters");
        String unprintable = " id must not contain control characters, or white space at its ends";
        refused(() -> new ResearcherId(" a"), "researcher" + unprintable);
        refused(() -> new InstitutionId("a\tb"), "institution" + unprintable);
        assertThat(new InstitutionId("https://ror.org/01xtthb56")).hasToString("https://ror.org/01xtthb56");
    }

    @Test
    void a_claim_says_where_and_as_what_and_ends_no_earlier_than_it_starts() {
        refused(
                () -> Claim.of(null, Role.FACULTY, null, null),
                "a spell needs an institution and a role (NOT_STATED is one)");
        refused(
                () -> Claim.of(SOMEWHERE, null, null, null),
                "a spell needs an institution and a role (NOT_STATED is one)");
        refused(
                () -> Claim.of(SOMEWHERE, Role.FACULTY, PartialDate.parse("2020"), PartialDate.parse("2019")),
                "ends in 2019, certainly before its start in 2020");
        assertThat(new Claim(SOMEWHERE, Role.OTHER, null, null, null, null, null).flags())
                .isEqualTo(Set.of());
    }

    @Test
    void a_degree_was_taken_at_one_place() {
        var china = new CountryCode("CN");
        String message = "a degree needs either an institution or a country";
        refused(() -> new Degree(Level.BACHELOR, SOMEWHERE, china, null, null), message);
        refused(() -> new Degree(Level.BACHELOR, null, null, null, null), message);
        refused(
                () -> new Degree(null, SOMEWHERE, null, null, null),
                "a degree needs a level: BACHELOR, MASTER or DOCTORATE");
    }

    @Test
    void an_institution_has_a_name_and_a_sector() {
        String message = "an institution needs a name and a sector (NOT_STATED is one)";
        refused(() -> new Profile(null, Sector.COMPANY, null, null, null), message);
        refused(() -> new Profile(Names.of("Northgate"), null, null, null, null), message);
    }

    @Test
    void evidence_links_nowhere_but_to_the_web() {
        var day = LocalDate.parse("2019-12-01");
        refused(
                () -> new Evidence("javascript:alert(1)", null, null, null, Evidence.Kind.NEWS, day),
                "url of the evidence must begin with http:// or https://");
        refused(
                () -> new Evidence(null, null, "people.example.org", null, Evidence.Kind.NEWS, day),
                "archivedUrl of the evidence must begin with http:// or https://");
        refused(
                () -> new Evidence("http://a b", null, null, null, Evidence.Kind.NEWS, day),
                "url of the evidence is no link");
        refused(
                () -> new Evidence(null, null, null, null, null, day),
                "evidence needs a kind, as in homepage or publication");
        refused(
                () -> new Evidence(null, null, null, null, Evidence.Kind.NEWS, null),
                "evidence needs observedOn, the day at which it showed the claim true");
    }

    @Test
    void a_blank_text_is_an_absent_one_and_a_note_without_a_value_is_none() {
        var notes = new HashMap<String, String>();
        notes.put("column a", null);
        notes.put("column b", "");

        assertThat(new Remarks(" ", null, notes)).isEqualTo(new Remarks(null, List.of(), Map.of("column b", "")));
        assertThat(new Titled("", "", null, null)).isEqualTo(Titled.NONE);
    }

    @Test
    void a_cohort_has_a_title_and_an_addition_to_it_a_member() {
        var cohort = new CohortId("c-1");
        String message = "a cohort needs a title, and a reference year of up to four digits";
        refused(() -> new CohortDefined(cohort, " ", null, 2019, null, null, Remarks.NONE), message);
        refused(() -> new CohortDefined(cohort, "All", null, 20190, null, null, Remarks.NONE), message);
        refused(() -> new MembersAdded(cohort, List.of(), Remarks.NONE), "at least one researcher must be named");
    }

    @Test
    void a_release_has_a_title_and_a_rule_set_and_digests_that_are_some() {
        var name = new ReleaseName("tracker-1.0");
        String message = "a release needs a title, a position and the name of a rule set";
        refused(() -> new ReleasePublished(name, "", 1, "article", Map.of(), Remarks.NONE), message);
        refused(() -> new ReleasePublished(name, "First", 1, null, Map.of(), Remarks.NONE), message);
        refused(() -> new ReleasePublished(name, "First", -1, "article", Map.of(), Remarks.NONE), message);
        refused(
                () -> new ReleasePublished(name, "First", 1, "article", Map.of("figure", "ABC"), Remarks.NONE),
                "a digest is a SHA-256 in lower-case hex, of 64 characters");
    }

    @Test
    void a_release_has_region_maps_for_its_questions_one_of_each_version() {
        var map = new ReleasedRegions("m-1", Map.of());
        refused(
                () -> release(List.of()),
                "each question of a release needs a digest, and all of them the region maps they were answered with");
        refused(() -> release(List.of(map, map)), "a release keeps one region map of each version");
        assertThat(release(List.of(map)).regions()).containsExactly(map);
    }

    private static ReleasePublished release(List<ReleasedRegions> maps) {
        return new ReleasePublished(
                new ReleaseName("first"),
                "First",
                1,
                "standard",
                Map.of("figure", "0".repeat(64)),
                Map.of("figure", new ReleasedQuestion("state", Map.of())),
                maps,
                Remarks.NONE);
    }

    private static void refused(Runnable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessage(message);
    }
}
