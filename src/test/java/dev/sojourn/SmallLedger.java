package dev.sojourn;

import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CohortId;
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
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Pending;
import dev.sojourn.time.PartialDate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A ledger of three people, small enough to work every answer out by hand. All three took a bachelor's degree in China
 * and were at a US university at the end of 2019:
 *
 * <ul>
 *   <li>ada stays there;
 *   <li>bai moves to a Chinese company in 2021;
 *   <li>chi is, as first recorded, there without an end; the last event of the ledger ends the stay in 2022, and nothing
 *       is known after it.
 * </ul>
 *
 * One event a day is recorded from 2024-01-01 on, so position N was recorded on day N of that year.
 */
public final class SmallLedger {
    /** How many events there are. */
    public static final long HEAD = 17;

    private SmallLedger() {}

    /** Makes the ledger in a folder and closes it. */
    public static void in(Path directory) {
        try (var store = LedgerStore.open(directory, Clock.systemUTC())) {
            var transaction = new TransactionTemplate(store.writes());
            transaction.executeWithoutResult(status -> store.append(pending()));
        }
    }

    private static List<Event> events() {
        var events = new ArrayList<Event>();
        events.add(institution("us-university", "Lakeside University", Sector.UNIVERSITY, "US"));
        events.add(institution("cn-company", "=Moon Works", Sector.COMPANY, "CN"));
        events.add(institution("cn-university", "Harbour University", Sector.UNIVERSITY, "CN"));
        for (String person : List.of("ada", "bai", "chi")) {
            var id = new ResearcherId(person);
            events.add(new ResearcherRegistered(
                    id, new Identity(Names.of(person + " test"), List.of(), null, List.of(), Map.of())));
            events.add(new EducationRecorded(
                    id,
                    new EducationId(person + "-bachelor"),
                    new Degree(
                            Level.BACHELOR, new InstitutionId("cn-university"), null, null, PartialDate.parse("2015")),
                    Titled.NONE));
            events.add(spell(
                    person,
                    person + "-1",
                    "us-university",
                    Role.FACULTY,
                    "2018",
                    person.equals("bai") ? "2021" : null));
        }
        events.add(spell("bai", "bai-2", "cn-company", Role.ENGINEER, "2021", null));
        events.add(new CohortDefined(
                new CohortId("three"), "Three people", "a test", 2019, "by hand", "nobody", Remarks.NONE));
        events.add(new MembersAdded(
                new CohortId("three"),
                List.of(new ResearcherId("ada"), new ResearcherId("bai"), new ResearcherId("chi")),
                Remarks.NONE));
        events.add(new ReleasePublished(
                new ReleaseName("first"), "First release", 15, "standard", Map.of(), Remarks.NONE));
        events.add(new AffiliationEnded(
                new ResearcherId("chi"), new SpellId("chi-1"), PartialDate.parse("2022"), null, Remarks.NONE));
        return events;
    }

    private static List<Pending> pending() {
        var sequences = new HashMap<Object, Long>();
        var pending = new ArrayList<Pending>();
        for (Event event : events()) {
            long sequence = sequences.merge(event.subject(), 0L, (before, none) -> before + 1);
            var recorded = Instant.parse("2024-01-01T09:30:00Z").plusSeconds(86_400L * pending.size());
            pending.add(new Pending(event, sequence, recorded, "tester", "c-" + pending.size(), null, null, null));
        }
        return pending;
    }

    private static InstitutionRegistered institution(String id, String name, Sector sector, String country) {
        return new InstitutionRegistered(
                new InstitutionId(id),
                new Profile(Names.of(name), sector, new CountryCode(country), null, List.of()),
                Remarks.NONE);
    }

    private static AffiliationRecorded spell(
            String person, String spell, String institution, Role role, String start, String end) {
        return new AffiliationRecorded(
                new ResearcherId(person),
                new SpellId(spell),
                Claim.of(
                        new InstitutionId(institution),
                        role,
                        PartialDate.parse(start),
                        end == null ? null : PartialDate.parse(end)),
                LocalDate.parse("2019-12-01"),
                Titled.NONE);
    }
}
