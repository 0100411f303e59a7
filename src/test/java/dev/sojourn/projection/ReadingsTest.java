package dev.sojourn.projection;

import static dev.sojourn.projection.Told.date;
import static dev.sojourn.projection.Told.day;
import static dev.sojourn.projection.Told.institution;
import static dev.sojourn.projection.Told.person;
import static dev.sojourn.projection.Told.registered;
import static dev.sojourn.projection.Told.spell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.person.States;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One researcher; what can be true of her on a day in the middle of 2019. */
@DisplayName("The readings of coarse dates")
class ReadingsTest {

    private final Told told = new Told();

    @BeforeEach
    void register() {
        told.tell(institution("o", "NO"));
        told.tell(institution("g", "NO"));
        told.tell(registered("a"));
    }

    /** The spells that can decide, and "unobserved" or "inactive", in the order of their names. */
    private Set<String> possible(String day) {
        var view = told.timeline.now();
        var found = new TreeSet<String>();
        for (var standing : view.readings().possible(0, day(day))) {
            int row = standing.row();
            found.add(
                    row == States.UNOBSERVED
                            ? "unobserved"
                            : row == States.INACTIVE
                                    ? "inactive"
                                    : view.spells().spell(row).value());
        }
        return found;
    }

    @Test
    void a_year_only_handover_is_one_day_so_nobody_is_ever_between_the_two() {
        told.tell(spell("a", "s1", "o", "2015", "2019"));
        told.tell(spell("a", "s2", "g", "2019", null));

        assertThat(possible("2019-06-15")).containsExactly("s1", "s2");
        assertThat(possible("2018-12-31")).containsExactly("s1");
        assertThat(possible("2019-12-31")).containsExactly("s2");
    }

    @Test
    void dates_written_differently_are_days_of_their_own() {
        told.tell(spell("a", "s1", "o", "2015", "2019"));
        told.tell(spell("a", "s2", "g", "2019-06", null));

        assertThat(possible("2019-06-15")).containsExactly("s1", "s2", "unobserved");
        assertThat(possible("2019-06-30")).containsExactly("s2"); // the later start comes first
    }

    @Test
    void a_spell_that_starts_and_ends_in_one_year_may_hold_on_a_day_of_it_or_not() {
        told.tell(spell("a", "s1", "o", "2019", "2019"));

        assertThat(possible("2019-06-15")).containsExactly("s1", "unobserved");
        assertThat(possible("2019-12-31")).containsExactly("unobserved");
    }

    @Test
    void an_unknown_start_is_no_date_and_counts_in_no_reading() {
        told.tell(spell("a", "s1", "o", null, "2030"));

        assertThat(possible("2019-06-15")).containsExactly("unobserved");
    }

    @Test
    void a_career_that_ended_some_time_in_the_year_may_have_ended_by_a_day_of_it() {
        told.tell(spell("a", "s1", "o", "2015", null));
        told.tell(new CareerEnded(person("a"), Cause.RETIRED, date("2019"), Remarks.NONE));

        assertThat(possible("2018-12-31")).containsExactly("s1");
        assertThat(possible("2019-06-15")).containsExactly("inactive", "s1");
        assertThat(possible("2019-12-31")).containsExactly("inactive");
    }

    @Test
    void an_institution_that_moved_some_time_in_the_year_is_in_either_country() {
        told.tell(new HeadquartersMoved(new InstitutionId("o"), new CountryCode("SE"), date("2019"), Remarks.NONE));

        assertThat(countries("2018-12-31")).containsExactly("NO");
        assertThat(countries("2019-06-15")).containsExactly("NO", "SE");
        assertThat(countries("2019-12-31")).containsExactly("SE");
    }

    private Set<String> countries(String day) {
        var found = new TreeSet<String>();
        told.timeline
                .now()
                .institutions(LocalDate.parse(day))
                .possible(0)
                .forEach(state -> found.add(Country.code(state.country())));
        return found;
    }
}
