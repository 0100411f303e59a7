package dev.sojourn.projection.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Level;
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
import dev.sojourn.projection.person.Readings.Standing;
import dev.sojourn.time.PartialDate;
import dev.sojourn.time.PartialDate.Qualifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 9,000 people in three blocks, and 30,000 events about them: more than any naive ledger could be asked about. */
@DisplayName("Where everybody is, in blocks")
class BlocksTest {

    private static final int PEOPLE = 9_000;
    private static final int EVENTS = 30_000;
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2019, 12, 31), LocalDate.of(2019, 6, 15), LocalDate.of(2020, 6, 30));

    private final EventList events = new EventList();
    private final Timeline timeline = new Timeline(events);
    private final Random random = new Random(7);
    private int alone;
    private int listed;

    @Test
    void equals_what_the_rules_say_of_each_person_at_every_position_asked_for() {
        begin();
        for (int event = 0; event < EVENTS; event++) {
            tell(any());
            if (event % 6_007 == 0 || event == 25_001) {
                check(timeline.now()); // kept, and brought up to date at the next look
                tell(any());
                check(timeline.now());
            }
        }
        int head = events.head();
        for (int position : List.of(head - 1, head - 40, head - 5_000, PEOPLE + 4_000, PEOPLE / 2)) {
            check(timeline.at(position));
        }
        assertThat(listed).isGreaterThan(10_000);
        assertThat(alone).isGreaterThan(1_000).isLessThan(listed);
    }

    private void check(View view) {
        for (var asOf : DAYS) {
            int day = (int) asOf.toEpochDay();
            for (int block = 0; block < view.blocks(); block++) {
                few(view, block, asOf);
                int[] rows = view.day(asOf).rows(block);
                int[] origins = view.origins(block);
                var open = view.day(asOf).open(block);
                int[] members = view.everyone().of(block);
                for (int at = 0; at < (members == null ? Block.SIZE : members.length); at++) {
                    int place = members == null ? at : members[at];
                    int researcher = (block << Block.BITS) + place;
                    assertThat(rows[place]).isEqualTo(view.states().deciding(researcher, day));
                    assertThat(origins[place]).isEqualTo(view.origin(researcher));
                    check(view, open, place, researcher, day);
                }
            }
        }
    }

    /** Every 19th member alone, before the whole block was worked out. */
    private static void few(View view, int block, LocalDate asOf) {
        int[] members = view.everyone().of(block);
        int[] some = IntStream.range(0, members == null ? Block.SIZE : members.length)
                .filter(at -> at % 19 == 0)
                .map(at -> members == null ? at : members[at])
                .toArray();
        int[] rows = new int[Block.SIZE];
        view.day(asOf).rows(block, some, some.length, rows);
        for (int at = 0; at < some.length; at++) {
            int researcher = (block << Block.BITS) + some[at];
            assertThat(rows[at]).isEqualTo(view.states().deciding(researcher, (int) asOf.toEpochDay()));
        }
        assertThat(view.everyone().among(block, some, some.length, new int[some.length]))
                .isEqualTo(some.length);
    }

    /** Of whoever is not left to the rules exactly those rows are listed that decide in some reading. */
    private void check(View view, OpenDates open, int place, int researcher, int day) {
        int number = open.of(place);
        if (number == OpenDates.ALONE) {
            alone++;
            return;
        }
        var rows = view.readings().possible(researcher, day).stream()
                .map(Standing::row)
                .collect(Collectors.toSet());
        if (number == OpenDates.SETTLED) {
            assertThat(rows).containsExactly(view.states().deciding(researcher, day));
        } else {
            listed++;
            var found = Arrays.stream(open.rows(), open.begin(number), open.begin(number + 1));
            assertThat(found).containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    private void begin() {
        for (int place = 0; place < 20; place++) {
            var profile = new Profile(
                    Names.of("I" + place), Sector.COMPANY, new CountryCode(place % 2 == 0 ? "US" : "CN"), null, null);
            tell(new InstitutionRegistered(institution(place), profile, Remarks.NONE));
        }
        for (int person = 0; person < PEOPLE; person++) {
            tell(new ResearcherRegistered(person(person), new Identity(null, null, null, null, null)));
        }
    }

    private void tell(Event event) {
        timeline.on(events.append(event, Instant.EPOCH));
    }

    private Event any() {
        var who = person(random.nextInt(PEOPLE));
        var spell = new SpellId(who + "-" + random.nextInt(3));
        var degree = new EducationId(who + "-b");
        return switch (random.nextInt(40)) {
            case 0 -> new AffiliationRetracted(who, spell, Remarks.NONE);
            case 1, 2 -> new AffiliationCorrected(who, spell, claim(), null, Titled.NONE);
            case 3, 4 -> new AffiliationEnded(who, spell, date(2020), null, Remarks.NONE);
            case 5 -> new CareerEnded(who, Cause.RETIRED, date(2019), Remarks.NONE);
            case 6 -> new ResearcherMerged(who, person(random.nextInt(PEOPLE)), Remarks.NONE);
            case 7 -> new ResearcherUnmerged(who, Remarks.NONE);
            case 8 -> new EducationCorrected(who, degree, degree(), Titled.NONE);
            case 9, 10, 11, 12, 13 -> new EducationRecorded(who, degree, degree(), Titled.NONE);
            case 14 ->
                random.nextInt(20) == 0
                        ? new HeadquartersMoved(
                                institution(random.nextInt(20)), new CountryCode("FR"), date(2018), Remarks.NONE)
                        : new AffiliationRecorded(who, spell, claim(), null, Titled.NONE);
            default -> new AffiliationRecorded(who, spell, claim(), null, Titled.NONE);
        };
    }

    private Claim claim() {
        var start = date(2018 + random.nextInt(2));
        var end = random.nextInt(3) == 0 ? null : date(start.year() + 1);
        var kind = random.nextInt(4) == 0 ? Kind.ADJUNCT : null;
        return new Claim(institution(random.nextInt(20)), Role.FACULTY, kind, start, end, null, Set.of());
    }

    private Degree degree() {
        return random.nextInt(3) == 0
                ? new Degree(Level.BACHELOR, null, new CountryCode("GB"), null, null)
                : new Degree(
                        random.nextInt(5) == 0 ? Level.MASTER : Level.BACHELOR,
                        institution(random.nextInt(20)),
                        null,
                        null,
                        random.nextBoolean() ? date(2017) : null);
    }

    private PartialDate date(int year) {
        int precision = random.nextInt(4);
        int month = precision < 2 ? 0 : random.nextBoolean() ? 6 : 1 + random.nextInt(12);
        var qualifier = random.nextInt(12) == 0 ? Qualifier.APPROXIMATE : Qualifier.NONE;
        return new PartialDate(year, month, precision < 3 ? 0 : 1 + random.nextInt(28), qualifier);
    }

    private static ResearcherId person(int number) {
        return new ResearcherId("r" + number);
    }

    private static InstitutionId institution(int number) {
        return new InstitutionId("i" + number);
    }
}
