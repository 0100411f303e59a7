package dev.sojourn.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.RetentionPoint.Destination;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionRenamed;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Role;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who stayed and who went, worked out by hand")
class RetentionExamplesTest {

    private final Ledger ledger =
            new Ledger().place("alpha", "US").place("beta", "CN").person("a");

    @Test
    void who_left_and_came_back_is_retained() {
        ledger.at("a", "alpha", "2018", "2020").at("a", "beta", "2020", "2022");
        ledger.at("a", "back", "alpha", "2022", null, null, null, Role.RESEARCHER);
        var kept = ledger.kept("country:US", "2019", "2022");
        assertThat(kept.series()).extracting(point -> point.retained().count()).containsExactly(1, 0, 0, 1);
        assertThat(kept.end().sameInstitution()).isEqualTo(1);
    }

    @Test
    void an_internship_abroad_is_no_return() {
        ledger.at("a", "alpha", "2018", null).at("a", "beta", "2020-05", "2021-02", Kind.INTERNSHIP);
        assertThat(ledger.kept("country:US", "2019", "2020").end().retained()).isEqualTo(new Share(1, 1));
    }

    /** Headquarters go from US to CA in 2020: nobody moved, but one is now counted for CA. */
    @Test
    void a_headquarters_move_reclassifies_and_moves_nobody() {
        ledger.at("a", "alpha", "2018", null);
        ledger.and(new HeadquartersMoved(
                Ledger.institution("alpha"), new CountryCode("CA"), Ledger.date("2020"), Remarks.NONE));
        assertThat(ledger.kept("country:US", "2019", "2020").end().destinations())
                .containsExactly(new Destination("CA", 0, 1));
    }

    @Test
    void a_move_to_another_country_is_a_move() {
        ledger.at("a", "alpha", "2018", "2020").at("a", "beta", "2020", null);
        assertThat(ledger.kept("country:US", "2019", "2020").end().destinations())
                .containsExactly(new Destination("CN", 1, 0));
    }

    /** beta buys alpha in 2020: parent and group follow, country and institution do not. */
    @Test
    void an_acquisition_changes_parent_and_groups_and_nothing_else() {
        ledger.at("a", "alpha", "2018", null);
        ledger.and(new JoinedGroup(Ledger.institution("beta"), new GroupId("seven"), null, Remarks.NONE));
        ledger.and(new ParentChanged(
                Ledger.institution("alpha"), Ledger.institution("beta"), Ledger.date("2020"), Remarks.NONE));
        assertThat(ledger.cells(Attribute.PARENT, "2019")).isEqualTo("alpha 1");
        assertThat(ledger.cells(Attribute.PARENT, "2020")).isEqualTo("beta 1");
        assertThat(ledger.by(Attribute.COUNTRY, "2019", "group:seven").total()).isZero();
        assertThat(ledger.by(Attribute.COUNTRY, "2020", "group:seven").total()).isEqualTo(1);
        var kept = ledger.kept("country:US", "2019", "2020").end();
        assertThat(kept.retained().count()).isEqualTo(1);
        assertThat(kept.sameInstitution()).isEqualTo(1);
    }

    @Test
    void a_rename_changes_no_answer() {
        ledger.at("a", "alpha", "2018", null);
        var before = ledger.kept("institution:alpha", "2019", "2022").series();
        ledger.and(new InstitutionRenamed(
                Ledger.institution("alpha"), Names.of("Alphabet"), Ledger.date("2020"), Remarks.NONE));
        assertThat(ledger.kept("institution:alpha", "2019", "2022").series()).isEqualTo(before);
    }

    /** alpha becomes part of gamma in 2020, and a, who then takes a post at gamma, is still at the same place. */
    @Test
    void same_institution_follows_a_merger() {
        ledger.place("gamma", "US").at("a", "alpha", "2018", "2021").at("a", "gamma", "2021", null);
        ledger.and(new InstitutionMerged(
                Ledger.institution("alpha"), Ledger.institution("gamma"), Ledger.date("2020"), Remarks.NONE));
        assertThat(ledger.cells(Attribute.INSTITUTION, "2019")).isEqualTo("alpha 1");
        assertThat(ledger.cells(Attribute.INSTITUTION, "2020")).isEqualTo("gamma 1");
        assertThat(ledger.kept("country:US", "2019", "2022").end().sameInstitution())
                .isEqualTo(1);
    }

    /** Of four: one retained, one died, one of whom nothing is known any more, one at a place of no known country. */
    @Test
    void each_of_the_base_is_in_one_place() {
        ledger.place("nowhere", null).person("b").person("c").person("d");
        ledger.at("a", "alpha", "2018", null);
        ledger.at("b", "alpha", "2018", null).ended("b", Cause.DECEASED, "2021");
        ledger.at("c", "alpha", "2018", "2021");
        ledger.at("d", "alpha", "2018", "2021").at("d", "nowhere", "2021", null);
        var end = ledger.kept("country:US", "2019", "2022").end();
        assertThat(List.of(end.retained().count(), end.inactive(), end.unobserved(), end.unknown()))
                .containsExactly(1, 1, 1, 1);
        assertThat(end.observed()).isEqualTo(new Share(1, 2)); // without the dead and the unobserved
        // Surely retained: a. At most: a, c (unobserved) and d (unknown), but not b.
        assertThat(end.bounds().low()).isEqualTo(new Share(1, 4));
        assertThat(end.bounds().high()).isEqualTo(new Share(3, 4));
    }

    /**
     * An origin is the person's for good, but whoever is gone keeps nothing: a died in 2020. And b, of whom nothing is
     * known in 2019, is not in the base.
     */
    @Test
    void an_origin_is_kept_only_by_who_is_there() {
        ledger.person("b").origin("a", "CN").origin("b", "CN");
        ledger.at("a", "alpha", "2018", null).ended("a", Cause.DECEASED, "2020");
        var kept = ledger.kept("origin:CN", "2019", "2020");
        assertThat(kept.base()).isEqualTo(1);
        assertThat(kept.end().inactive()).isEqualTo(1);
        assertThat(kept.end().retained().count()).isZero();
    }
}
