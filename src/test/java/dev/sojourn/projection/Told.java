package dev.sojourn.projection;

import dev.sojourn.event.Event;
import dev.sojourn.event.Header;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Id;
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
import dev.sojourn.time.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A ledger told in a test, one event a line, and the timeline that follows it. */
final class Told implements History {

    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

    private final List<Recorded> events = new ArrayList<>();
    final Timeline timeline = new Timeline(this);

    /** Tells one more event, a second after the last; answers its position. */
    long tell(Event event) {
        return tell("c" + (events.size() + 1L), event);
    }

    /** The same, as one of several events of a command. */
    long tell(String command, Event event) {
        long position = events.size() + 1L;
        long sequence = ofSubject(event.subject(), position).size();
        var header = new Header(position, FIRST.plusSeconds(position), sequence, "test", command, null, null, null);
        var recorded = new Recorded(header, event);
        events.add(recorded);
        timeline.on(recorded);
        return position;
    }

    @Override
    public List<Recorded> ofSubject(Id subject, long upTo) {
        return events.stream()
                .filter(recorded -> recorded.position() <= upTo
                        && recorded.event().subject().equals(subject))
                .toList();
    }

    @Override
    public void read(long after, long upTo, Consumer<Recorded> sink) {
        events.subList((int) after, (int) upTo).forEach(sink);
    }

    List<Recorded> events() {
        return List.copyOf(events);
    }

    static ResearcherId person(String id) {
        return new ResearcherId(id);
    }

    static ResearcherRegistered registered(String id) {
        return new ResearcherRegistered(person(id), new Identity(Names.of("Name of " + id), null, null, null, null));
    }

    static InstitutionRegistered institution(String id, String country) {
        var profile = new Profile(Names.of(id), Sector.UNIVERSITY, new CountryCode(country), null, null);
        return new InstitutionRegistered(new InstitutionId(id), profile, Remarks.NONE);
    }

    static AffiliationRecorded spell(String who, String spell, String where, String start, String end) {
        var claim = Claim.of(new InstitutionId(where), Role.FACULTY, date(start), date(end));
        return new AffiliationRecorded(person(who), new SpellId(spell), claim, null, Titled.NONE);
    }

    static PartialDate date(String text) {
        return text == null ? null : PartialDate.parse(text);
    }

    static int day(String text) {
        return (int) LocalDate.parse(text).toEpochDay();
    }
}
