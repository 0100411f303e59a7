package dev.sojourn.oracle;

import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Sector;
import dev.sojourn.oracle.NaivePerson.Education;
import dev.sojourn.oracle.NaivePerson.Spell;
import dev.sojourn.oracle.NaivePerson.Turn;
import dev.sojourn.projection.person.Precedence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The state of a person at a vantage, as section 4 of the design has it, line by line. */
final class NaiveStates {

    /** {@code observed}, {@code unobserved} or {@code inactive}; the deciding spell, all that cover the day; in a reading. */
    record State(String name, Spell spell, List<Spell> covering, Reading reading) {

        boolean observed() {
            return spell != null;
        }
    }

    private static final Comparator<Turn> BY_DATE_AS_WRITTEN =
            Comparator.comparing((Turn turn) -> turn.on().earliest()).thenComparing(Turn::told);

    private static final Comparator<Spell> PRIMARY_FIRST = Comparator.comparing(NaiveStates::kind)
            .thenComparing(spell -> spell.claim().start().earliest(), Comparator.reverseOrder())
            .thenComparing(spell -> spell.claim().institution().value())
            .thenComparing(spell -> spell.id().value());

    final NaiveLedger ledger;
    private final Rules rules;
    private final Map<String, List<CountryCode>> regions;

    NaiveStates(NaiveLedger ledger, Rules rules, Map<String, List<CountryCode>> regions) {
        this.ledger = ledger;
        this.rules = rules;
        this.regions = regions;
    }

    State at(NaivePerson person, LocalDate day, Reading reading) {
        var selves = ledger.selves(person);
        var last = selves.stream()
                .flatMap(self -> self.turns.stream())
                .filter(turn -> turn.on() != null && !reading.on(turn).isAfter(day))
                .max(BY_DATE_AS_WRITTEN);
        if (last.isPresent() && last.get().ends()) {
            return new State("inactive", null, List.of(), reading);
        }
        var covering = selves.stream()
                .flatMap(self -> self.spells.values().stream())
                .filter(spell -> covers(spell, day, reading))
                .sorted(PRIMARY_FIRST)
                .toList();
        if (covering.isEmpty() || (rules.carried() == Rules.Carried.UNOBSERVED && stale(covering.get(0), day))) {
            return new State("unobserved", null, List.of(), reading);
        }
        return new State("observed", covering.get(0), covering, reading);
    }

    /** By which rule the deciding spell comes before the next one; null where none decides. */
    static Precedence decidedBy(State state) {
        if (!state.observed() || state.covering().size() == 1) {
            return state.observed() ? Precedence.ONLY : null;
        }
        var first = state.covering().get(0);
        var next = state.covering().get(1);
        if (kind(first) != kind(next)) {
            return Precedence.KIND;
        }
        if (!first.claim().start().earliest().equals(next.claim().start().earliest())) {
            return Precedence.START;
        }
        boolean together = first.claim().institution().equals(next.claim().institution());
        return together ? Precedence.SPELL : Precedence.INSTITUTION;
    }

    private static boolean covers(Spell spell, LocalDate day, Reading reading) {
        return spell.claim().start() != null
                && !reading.start(spell).isAfter(day)
                && (spell.claim().end() == null || reading.end(spell).isAfter(day));
    }

    private static Kind kind(Spell spell) {
        return spell.claim().kind() == null ? Kind.PRIMARY : spell.claim().kind();
    }

    private boolean stale(Spell spell, LocalDate day) {
        return notObservedAfter(spell, day.minus(rules.maxAge()));
    }

    /** Whether a state on {@code day} is carried forward; {@code recent} is what counts where no age is asked for. */
    boolean carried(State state, LocalDate day, LocalDate recent) {
        return state.observed()
                && (rules.maxAge() == null ? notObservedAfter(state.spell(), recent) : stale(state.spell(), day));
    }

    /**
     * Confirmed, carried, unobserved or inactive, and of those carried or unobserved whether a search found nothing on a
     * later day than any on which anything was seen of the person.
     */
    List<String> freshness(NaivePerson person, State state, LocalDate day, LocalDate recent) {
        var how = !state.observed() ? state.name() : carried(state, day, recent) ? "carried" : "confirmed";
        if (how.equals("confirmed") || how.equals("inactive")) {
            return List.of(how);
        }
        var days = new ArrayList<LocalDate>();
        var searches = new ArrayList<LocalDate>();
        for (var self : ledger.selves(person)) {
            searches.addAll(self.searched == null ? List.of() : List.of(self.searched));
            for (var spell : self.spells.values()) {
                days.addAll(spell.observed() == null ? List.of() : List.of(spell.observed()));
            }
        }
        boolean searched = searches.stream().anyMatch(search -> days.stream().allMatch(seen -> seen.isBefore(search)));
        return List.of(how, searched ? "searched" : "unchecked");
    }

    /** Of several people. */
    Staleness staleness(List<NaivePerson> people, LocalDate day, LocalDate recent) {
        var counts = new HashMap<String, Integer>();
        for (var person : people) {
            freshness(person, at(person, day, Reading.POINT), day, recent)
                    .forEach(one -> counts.merge(one, 1, Integer::sum));
        }
        var staleness = new Staleness(
                counts.getOrDefault("confirmed", 0),
                counts.getOrDefault("carried", 0),
                counts.getOrDefault("unobserved", 0),
                counts.getOrDefault("inactive", 0),
                counts.getOrDefault("searched", 0));
        if (staleness.unchecked() != counts.getOrDefault("unchecked", 0)) {
            throw new AssertionError("those not checked are not the others: " + counts);
        }
        return staleness;
    }

    /** Whether a date of the deciding spell is marked as approximate or uncertain. */
    static boolean qualified(State state) {
        return state.observed()
                && java.util.stream.Stream.of(
                                state.spell().claim().start(),
                                state.spell().claim().end())
                        .anyMatch(date -> date != null && date.qualified());
    }

    private static boolean notObservedAfter(Spell spell, LocalDate day) {
        return spell.observed() == null || !spell.observed().isAfter(day);
    }

    /** An attribute other than a group, as answers write it; null if it is not known. */
    String value(NaivePerson person, State state, Attribute attribute, LocalDate day) {
        if (attribute == Attribute.ORIGIN || attribute == Attribute.ORIGIN_REGION) {
            var origin = origin(person);
            return attribute == Attribute.ORIGIN ? origin : region(origin);
        }
        if (!state.observed()) {
            return null;
        }
        var institution = survivor(state.spell().claim().institution(), day, state.reading());
        var believed = ledger.institutions.get(institution);
        var workplace = state.spell().claim().workplace();
        var site = workplace == null ? believed.headquarters(day, state.reading()) : workplace.value();
        var country = rules.place() == Rules.Place.SITE ? site : believed.headquarters(day, state.reading());
        return switch (attribute) {
            case INSTITUTION -> institution.value();
            case COUNTRY -> country;
            case SITE -> site;
            case REGION -> region(country);
            case SECTOR ->
                believed.profile.sector() == Sector.NOT_STATED
                        ? null
                        : believed.profile.sector().name();
            case ROLE -> state.spell().claim().role().name();
            case PARENT -> {
                var ultimate = institution;
                for (var above = above(ultimate, day, state.reading());
                        above != null;
                        above = above(ultimate, day, state.reading())) {
                    ultimate = above;
                }
                yield ultimate.value();
            }
            case FOUNDER -> flagged(state, Flag.FOUNDER);
            case LEADERSHIP -> flagged(state, Flag.LEADERSHIP);
            default -> throw new IllegalArgumentException("several values: " + attribute);
        };
    }

    private static String flagged(State state, Flag flag) {
        return Boolean.toString(state.covering().stream()
                .anyMatch(spell -> spell.claim().flags().contains(flag)));
    }

    /** The groups of somebody's institution, or of any above it, on a day. */
    Set<String> groups(State state, LocalDate day) {
        var groups = new TreeSet<String>();
        for (var one = survivor(state.spell().claim().institution(), day, state.reading());
                one != null;
                one = above(one, day, state.reading())) {
            var institution = ledger.institutions.get(one);
            for (GroupId group : institution.everGroups()) {
                if (institution.in(group, day, state.reading())) {
                    groups.add(group.value());
                }
            }
        }
        return groups;
    }

    /** The institution that one is on a day, mergers followed. */
    InstitutionId survivor(InstitutionId institution, LocalDate day, Reading reading) {
        var into = ledger.institutions.get(institution).into(day, reading);
        return into == null ? institution : survivor(into, day, reading);
    }

    private InstitutionId above(InstitutionId institution, LocalDate day, Reading reading) {
        var parent = ledger.institutions.get(institution).parent(day, reading);
        return parent == null ? null : survivor(parent, day, reading);
    }

    /** The same in every reading of the dates: it is a property of the person, not a state. */
    private String origin(NaivePerson person) {
        var first = ledger.selves(person).stream()
                .flatMap(self -> self.degrees.values().stream())
                .filter(education -> education.degree().level() == Level.BACHELOR)
                .min(Comparator.comparing(NaiveStates::completed).thenComparing(Education::since));
        if (first.isEmpty()) {
            return null;
        }
        var degree = first.get().degree();
        if (degree.country() != null) {
            return degree.country().value();
        }
        var day = degree.end() == null ? null : degree.end().earliest();
        var institution = day == null ? degree.institution() : survivor(degree.institution(), day, Reading.POINT);
        return ledger.institutions.get(institution).headquarters(day, Reading.POINT);
    }

    private static LocalDate completed(Education education) {
        return education.degree().end() == null
                ? LocalDate.MAX
                : education.degree().end().earliest();
    }

    private String region(String country) {
        if (country == null) {
            return null;
        }
        for (var region : regions.entrySet()) {
            if (region.getValue().contains(new CountryCode(country))) {
                return region.getKey();
            }
        }
        return "other";
    }
}
