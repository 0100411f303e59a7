package dev.sojourn.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.Event;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.Sector;
import dev.sojourn.oracle.EventList;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.day.Planes;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Of a ledger to which nothing is added any number of days can be asked: what is kept of them must not grow with it. */
@DisplayName("A view of which many days are asked")
class ManyDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);

    private final EventList events = new EventList();
    private final Timeline timeline = new Timeline(events);

    @Test
    void keeps_those_asked_for_lately_and_forgets_the_others() {
        var view = timeline.now();
        var first = view.day(FIRST);
        for (int later = 1; later < Planes.DAYS; later++) {
            view.day(FIRST.plusDays(later));
        }
        assertThat(view.day(FIRST)).as("within the room there is").isSameAs(first);

        for (int later = 1; later <= Planes.DAYS; later++) {
            view.day(FIRST.plusDays(later));
        }
        assertThat(view.day(FIRST)).as("beyond it").isNotSameAs(first);
    }

    @Test
    void holds_an_institution_that_never_changes_once_for_all_of_them() {
        tell(new InstitutionRegistered(new InstitutionId("steady"), profile(), Remarks.NONE));
        tell(new InstitutionRegistered(new InstitutionId("moving"), profile(), Remarks.NONE));
        tell(new HeadquartersMoved(
                new InstitutionId("moving"), new CountryCode("FR"), PartialDate.parse("2019-07-01"), Remarks.NONE));
        var view = timeline.now();
        int steady = view.find(new InstitutionId("steady"));
        int moving = view.find(new InstitutionId("moving"));
        var before = view.institutions(FIRST);
        var after = view.institutions(FIRST.plusYears(1));

        assertThat(after.state(steady)).isSameAs(before.state(steady));
        assertThat(before.state(moving).country()).isEqualTo(Country.number("US"));
        assertThat(after.state(moving).country()).isEqualTo(Country.number("FR"));
    }

    @Test
    void sees_an_institution_change_that_did_not_until_then() {
        tell(new InstitutionRegistered(new InstitutionId("steady"), profile(), Remarks.NONE));
        var earlier = timeline.now();
        int steady = earlier.find(new InstitutionId("steady"));
        assertThat(earlier.institutions(FIRST).state(steady).country()).isEqualTo(Country.number("US"));

        tell(new HeadquartersMoved(
                new InstitutionId("steady"), new CountryCode("FR"), PartialDate.parse("2018"), Remarks.NONE));

        assertThat(timeline.now().institutions(FIRST).state(steady).country()).isEqualTo(Country.number("FR"));
        assertThat(timeline.at(1).institutions(FIRST).state(steady).country()).isEqualTo(Country.number("US"));
    }

    private static Profile profile() {
        return new Profile(Names.of("One"), Sector.COMPANY, new CountryCode("US"), null, null);
    }

    private void tell(Event event) {
        timeline.on(events.append(event));
    }
}
