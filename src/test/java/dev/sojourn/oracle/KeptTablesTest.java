package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.InstitutionId;
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
import dev.sojourn.projection.View;
import dev.sojourn.time.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 9,000 people in three blocks, each with a stay in one of three countries. */
@DisplayName("What was counted of a block of people")
class KeptTablesTest {

    private static final int PEOPLE = 9_000;
    private static final List<String> COUNTRIES = List.of("CN", "US", "FR");
    private static final Rules RULES =
            Rules.standard(new RegionMap("test", Map.of("europe", List.of(new CountryCode("FR")))));
    private static final Rules BY_SITE =
            new Rules(Rules.Place.SITE, true, null, Rules.Carried.COUNT, false, RULES.regions());
    private static final Instant WHEN = Instant.parse("2024-01-01T00:00:00Z");
    private static final LocalDate FROM = LocalDate.parse("2019-06-30"); // coarse dates matter on it
    private static final LocalDate TO = LocalDate.parse("2023-12-31");
    private static final InstitutionId US = new InstitutionId("US");

    private final EventList events = new EventList();

    @Test
    void is_counted_again_whenever_an_event_has_changed_it() {
        COUNTRIES.forEach(country -> say(institution(country)));
        for (int number = 0; number < PEOPLE; number++) {
            say(new ResearcherRegistered(person(number), new Identity(Names.of("N"), null, null, null, null)));
            say(stay(number, "first", COUNTRIES.get(number % 3), null, "2018", number % 7 == 0 ? "2022" : null));
        }
        var timeline = events.timeline(events.head());
        var early = timeline.now();
        var before = answers(early);
        assertThat(answers(timeline.now())).isEqualTo(before);

        for (var event : changes()) {
            timeline.on(events.append(event, WHEN));
            assertThat(answers(timeline.now())).as("%s", event).isEqualTo(answers(fresh()));
        }
        assertThat(answers(early)).isEqualTo(before);
        assertThat(answers(timeline.at(early.position()))).isEqualTo(before);
        var fork = timeline.fork(events);
        var forked = stay(7, "of the fork", "FR", null, "2017", null);
        fork.on(new Recorded(events.append(forked, WHEN).header(), forked));
        assertThat(answers(fork.now())).isEqualTo(answers(fresh())).isNotEqualTo(answers(timeline.now()));
    }

    private List<Event> changes() {
        return List.of(
                stay(8_999, "second", "FR", null, "2019", null),
                stay(5_000, "second", "US", "JP", "2019", null), // a country that nobody worked in before
                stay(1, "second", "US", "JP", "2019-06", null),
                new AffiliationEnded(
                        person(4_095), new SpellId("4095-first"), PartialDate.parse("2019"), null, Remarks.NONE),
                new CareerEnded(person(4_096), Cause.RETIRED, PartialDate.parse("2019"), Remarks.NONE),
                new EducationRecorded(person(4_097), new EducationId("e"), degree(), Titled.NONE),
                new HeadquartersMoved(US, new CountryCode("CN"), PartialDate.parse("2021"), Remarks.NONE),
                institution("GB"),
                new ResearcherMerged(person(3), person(8_998), Remarks.NONE),
                new ResearcherUnmerged(person(3), Remarks.NONE),
                new ResearcherEventUndone(person(6_000), 1, Remarks.NONE),
                new ResearcherEventUndone(person(6_001), 0, Remarks.NONE),
                new ResearcherRegistered(person(PEOPLE), new Identity(Names.of("N"), null, null, null, null)));
    }

    private static Degree degree() {
        return new Degree(Level.BACHELOR, null, new CountryCode("CN"), null, PartialDate.parse("2010"));
    }

    private void say(Event event) {
        events.append(event, WHEN);
    }

    private View fresh() {
        return events.timeline(events.head()).now();
    }

    private static ResearcherId person(int number) {
        return new ResearcherId("p" + number);
    }

    private static Event institution(String country) {
        var profile = new Profile(Names.of(country), Sector.UNIVERSITY, new CountryCode(country), null, null);
        return new InstitutionRegistered(new InstitutionId(country), profile, Remarks.NONE);
    }

    private static Event stay(int number, String spell, String where, String desk, String start, String end) {
        var claim = new Claim(
                new InstitutionId(where),
                Role.FACULTY,
                null,
                PartialDate.parse(start),
                end == null ? null : PartialDate.parse(end),
                desk == null ? null : new CountryCode(desk),
                Set.of());
        return new AffiliationRecorded(person(number), new SpellId(number + "-" + spell), claim, null, Titled.NONE);
    }

    private static List<Object> answers(View view) {
        var all = new Population(View.EVERYONE, List.of(), RULES);
        var some = new Population(
                View.EVERYONE, List.of(Filter.parse("country:US|CN"), Filter.parse("origin:!FR")), BY_SITE);
        var held = Filter.parse("country:US");
        return List.of(
                Flows.of(view, new Flows.Question(all, FROM, TO, Attribute.COUNTRY))
                        .cells(),
                Flows.yearly(view, new Flows.Question(some, FROM, TO, Attribute.SITE)).stream()
                        .map(flows -> List.of(flows.total(), flows.whereUnknown(), flows.uncertain(), flows.cells()))
                        .toList(),
                retention(Retention.of(view, new Retention.Question(all, held, FROM, TO))),
                retention(Retention.of(view, new Retention.Question(some, held, FROM, TO))),
                Composition.of(view, new Composition.Question(all, FROM, List.of(Attribute.REGION, Attribute.ORIGIN)))
                        .cells());
    }

    private static List<Object> retention(Retention retention) {
        return List.of(retention.base(), retention.baseUncertain(), retention.whereUnknown(), retention.series());
    }
}
