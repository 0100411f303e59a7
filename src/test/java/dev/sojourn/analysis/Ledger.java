package dev.sojourn.analysis;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
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
import dev.sojourn.projection.View;
import dev.sojourn.projection.person.Precedence;
import dev.sojourn.time.PartialDate;
import dev.sojourn.time.Vantage;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A ledger told in short sentences, and the questions that the examples ask of it. */
public final class Ledger {

    public static final RegionMap REGIONS =
            new RegionMap("test", Map.of("europe", List.of(new CountryCode("FR"), new CountryCode("DE"))));
    public static final Rules RULES = Rules.standard(REGIONS);

    public final EventList events = new EventList();

    /** Appends any event; answers its position. */
    public long and(Event event) {
        return events.append(event).position();
    }

    /** An institution, a company, in a country. */
    public Ledger place(String id, String country) {
        var headquarters = country == null ? null : new CountryCode(country);
        and(new InstitutionRegistered(
                institution(id),
                new Profile(Names.of(id), Sector.COMPANY, headquarters, null, List.of()),
                Remarks.NONE));
        return this;
    }

    /** A researcher of whom nothing else is known. */
    public Ledger person(String id) {
        and(new ResearcherRegistered(who(id), new Identity(Names.of(id), List.of(), null, List.of(), Map.of())));
        return this;
    }

    /** A spell of kind PRIMARY, not said; its id is that of person and place. */
    public Ledger at(String person, String place, String start, String end) {
        return at(person, place, start, end, null);
    }

    public Ledger at(String person, String place, String start, String end, Kind kind) {
        return at(person, person + "@" + place, place, start, end, kind, null, Role.RESEARCHER);
    }

    public Ledger at(
            String person,
            String spell,
            String place,
            String start,
            String end,
            Kind kind,
            String workplace,
            Role role) {
        var desk = workplace == null ? null : new CountryCode(workplace);
        var claim = new Claim(institution(place), role, kind, date(start), date(end), desk, Set.of());
        and(new AffiliationRecorded(who(person), new SpellId(spell), claim, null, Titled.NONE));
        return this;
    }

    /** A bachelor's degree from a country. */
    public Ledger origin(String person, String country) {
        var degree = new Degree(Level.BACHELOR, null, new CountryCode(country), null, null);
        and(new EducationRecorded(who(person), new EducationId(person + "-ba"), degree, Titled.NONE));
        return this;
    }

    public Ledger ended(String person, Cause cause, String on) {
        and(new CareerEnded(who(person), cause, date(on), Remarks.NONE));
        return this;
    }

    public View now() {
        return events.timeline(events.head()).now();
    }

    public View known(long position) {
        return events.timeline(events.head()).at(position);
    }

    public static ResearcherId who(String id) {
        return new ResearcherId(id);
    }

    public static InstitutionId institution(String id) {
        return new InstitutionId(id);
    }

    public static PartialDate date(String text) {
        return text == null ? null : PartialDate.parse(text);
    }

    static Population everyone(Rules rules, String... where) {
        return new Population(
                View.EVERYONE, List.of(where).stream().map(Filter::parse).toList(), rules);
    }

    /** The composition of all people by one attribute: on 31 December for a year. */
    Composition by(Attribute attribute, String asOf, String... where) {
        return by(RULES, attribute, asOf, where);
    }

    Composition by(Rules rules, Attribute attribute, String asOf, String... where) {
        return Composition.of(
                now(), new Composition.Question(everyone(rules, where), Vantage.day(asOf), List.of(attribute)));
    }

    /** The cells as text: {@code "US 2, CN 1"}. */
    String cells(Attribute attribute, String asOf) {
        return cells(RULES, attribute, asOf);
    }

    String cells(Rules rules, Attribute attribute, String asOf) {
        return by(rules, attribute, asOf).cells().stream()
                .map(cell -> cell.values().get(0) + " " + cell.count())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** By which rule the spell that decides for the only person comes first. */
    Precedence decidedBy(String asOf) {
        var question = new Roster.Question(everyone(RULES), Vantage.day(asOf), null, 1);
        return Roster.of(now(), question).members().get(0).decidedBy();
    }

    Retention kept(String held, String from, String to) {
        return Retention.of(
                now(), new Retention.Question(everyone(RULES), Filter.parse(held), Vantage.day(from), Vantage.day(to)));
    }
}
