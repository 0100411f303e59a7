package dev.sojourn.projection.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
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
import dev.sojourn.oracle.EventList;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Block;
import dev.sojourn.time.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 2,000 people whose spells were corrected 34,000 times: more positions than have numbers of their own. */
@DisplayName("A block with more in it than its numbers can tell apart")
class FullBlockTest {

    private static final int PEOPLE = 2_000;
    private static final int EVENTS = 34_000;
    private static final int BUSY = 7; // corrected far more often than anybody else

    private final EventList events = new EventList();
    private final Timeline timeline = new Timeline(events);
    private final Random random = new Random(11);

    @BeforeEach
    void tellAll() {
        for (int place = 0; place < 9; place++) {
            var profile = new Profile(Names.of("I" + place), Sector.COMPANY, new CountryCode("US"), null, null);
            tell(new InstitutionRegistered(new InstitutionId("i" + place), profile, Remarks.NONE));
        }
        for (int person = 0; person < PEOPLE; person++) {
            var id = new ResearcherId("r" + person);
            tell(new ResearcherRegistered(id, new Identity(null, null, null, null, null)));
            tell(new AffiliationRecorded(id, new SpellId("s" + person), claim(), null, Titled.NONE));
        }
        for (int event = 0; event < EVENTS; event++) {
            int person = event % 50 == 0 ? BUSY : random.nextInt(PEOPLE);
            var id = new ResearcherId("r" + person);
            tell(new AffiliationCorrected(id, new SpellId("s" + person), claim(), null, Titled.NONE));
        }
    }

    @Test
    void equals_what_the_rules_say_at_any_position_and_on_days_far_away() {
        timeline.now().day(LocalDate.of(2000, 6, 30)).rows(0);
        for (int position = events.head(); position > PEOPLE; position -= 997) {
            check(timeline.at(position), LocalDate.of(2000, 6, 30));
        }
        for (int year : List.of(1901, 1954, 2045, 2100)) {
            check(timeline.at(events.head() - 1), LocalDate.of(year, 6, 30));
        }
    }

    private static void check(View view, LocalDate asOf) {
        int day = (int) asOf.toEpochDay();
        int known = view.members(View.EVERYONE).orElseThrow().length;
        int[] some = IntStream.range(0, known).filter(at -> at % 9 == BUSY).toArray();
        int[] few = new int[Block.SIZE];
        view.day(asOf).rows(0, some, some.length, few);
        int[] rows = view.day(asOf).rows(0);
        var open = view.day(asOf).open(0);
        for (int researcher = 0; researcher < known; researcher++) {
            int deciding = view.states().deciding(researcher, day);
            assertThat(rows[researcher]).isEqualTo(deciding);
            if (researcher % 9 == BUSY) {
                assertThat(few[researcher / 9]).isEqualTo(deciding);
            }
            if (open.of(researcher) == OpenDates.SETTLED) {
                assertThat(view.readings().possible(researcher, day)).hasSize(1);
            }
        }
    }

    private void tell(Event event) {
        timeline.on(events.append(event, Instant.EPOCH));
    }

    /** Most around the year asked for; some so early or late that 90 years do not hold them all. */
    private Claim claim() {
        int year = random.nextInt(20) == 0 ? 1900 + random.nextInt(200) : 1998 + random.nextInt(4);
        var start = new PartialDate(year, 0, 0, PartialDate.Qualifier.NONE);
        var end = random.nextInt(3) == 0
                ? null
                : new PartialDate(year + random.nextInt(3), 0, 0, PartialDate.Qualifier.NONE);
        return new Claim(new InstitutionId("i" + random.nextInt(9)), Role.FACULTY, null, start, end, null, Set.of());
    }
}
