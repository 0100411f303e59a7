package dev.sojourn.study.why;

import dev.sojourn.analysis.cell.Places;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.audit.history.Histories;
import dev.sojourn.audit.history.History.Line;
import dev.sojourn.audit.telling.Teller;
import dev.sojourn.event.CareerEvent;
import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.EducationEvent;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionClosed;
import dev.sojourn.event.InstitutionEvent.InstitutionRenamed;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.Effective;
import dev.sojourn.projection.person.SpellRows;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The people behind one number of an answer, and what put them there.
 *
 * @param number its name
 * @param count how many they are, of moves how many they made: the number
 * @param people one page of them, in the order in which they entered the ledger
 * @param more whether there is another page
 */
public record Why(Places places, String number, int count, List<Person> people, boolean more) {

    /**
     * One person.
     *
     * @param names null where nobody may be named, or where they were erased
     * @param cell the cell the person is in; the number, or one that it is made of
     * @param times how often the number counts the person: once, but of moves as often as the person made them
     * @param on which spell decides on each day of the question, or where a stay or its state began
     * @param events those that count and make it so, in the order of recording
     */
    public record Person(
            ResearcherId researcher,
            Names names,
            boolean erased,
            String cell,
            int times,
            List<Deciding> on,
            List<Line> events) {}

    /**
     * What decides on a day.
     *
     * @param state observed, unobserved or inactive; the rest is null unless observed
     * @param observedOn the latest day at which anything showed the spell true, or null
     */
    public record Deciding(
            LocalDate day,
            String state,
            SpellId spell,
            InstitutionId institution,
            Role role,
            PartialDate start,
            PartialDate end,
            LocalDate observedOn) {}

    /**
     * Answers.
     *
     * @param cohort whose membership counts among what makes it so
     * @param after the person after whom the page begins, or null
     * @throws IllegalArgumentException if the answer has no such number, or nobody is {@code after}
     */
    public static Why of(Places places, CohortId cohort, String number, ResearcherId after, int limit, Teller teller) {
        int[] all = places.people(number);
        var view = places.view();
        int last = after == null ? -1 : view.find(after);
        if (after != null && last < 0) {
            throw new IllegalArgumentException("there is no researcher \"" + after + "\" to go on after");
        }
        var rest = Arrays.stream(all).filter(who -> who > last).toArray();
        var people = Arrays.stream(rest)
                .limit(limit)
                .mapToObj(who -> person(places, cohort, number, who, teller))
                .toList();
        return new Why(places, number, places.count(number), people, rest.length > limit);
    }

    private static Person person(Places places, CohortId cohort, String number, int who, Teller teller) {
        var view = places.view();
        var on = places.days(who).stream()
                .map(lens -> deciding(places, lens, who))
                .toList();
        var parts = view.states().parts(who).stream().map(view::researcher).toList();
        var events = new ArrayList<Recorded>();
        for (var part : parts) {
            counting(teller, part)
                    .filter(recorded -> makes(recorded.event(), on))
                    .forEach(events::add);
        }
        on.stream().map(Deciding::institution).distinct().forEach(institution -> {
            if (institution != null) {
                counting(teller, institution)
                        .filter(recorded -> !(recorded.event() instanceof InstitutionRenamed
                                || recorded.event() instanceof InstitutionClosed))
                        .forEach(events::add);
            }
        });
        counting(teller, cohort)
                .filter(recorded -> recorded.event() instanceof MembersAdded added
                        && added.researchers().stream().anyMatch(parts::contains))
                .forEach(events::add);
        events.sort(Comparator.comparingLong(Recorded::position));
        return new Person(
                view.researcher(who),
                view.names(who),
                view.erased(who),
                places.of(who).cell(),
                places.times(who, number),
                on,
                events.stream()
                        .map(recorded -> Histories.line(teller, recorded))
                        .collect(Collectors.toList()));
    }

    private static Stream<Recorded> counting(Teller teller, Id subject) {
        return Effective.of(teller.story(subject).events()).stream();
    }

    /** Of a person: what is said of the deciding spells, where they studied, and who they are; else, why no spell decides. */
    private static boolean makes(Event event, List<Deciding> on) {
        if (event instanceof SpellEvent said) {
            return on.stream()
                    .anyMatch(day -> day.spell() == null || day.spell().equals(said.spell()));
        }
        if (event instanceof SearchedNotFound search) {
            return on.stream().anyMatch(day -> open(day, search.searchedOn()));
        }
        return event instanceof CareerEvent || event instanceof EducationEvent || event instanceof ResearcherMerged;
    }

    /** Whether a search leaves open where somebody is on a day: no spell decides, or nothing showed it true since. */
    private static boolean open(Deciding day, LocalDate searched) {
        boolean seen = day.observedOn() != null && !day.observedOn().isBefore(searched);
        return day.state().equals("unobserved") || (day.spell() != null && !seen);
    }

    private static Deciding deciding(Places places, Lens lens, int who) {
        int row = lens.deciding(who);
        if (row < 0) {
            return new Deciding(lens.on(), Values.state(row), null, null, null, null, null, null);
        }
        var spells = places.view().spells();
        return new Deciding(
                lens.on(),
                "observed",
                spells.spell(row),
                spells.institutionId(row),
                spells.role(row),
                spells.start(row),
                spells.end(row),
                spells.observed(row) == SpellRows.NEVER ? null : LocalDate.ofEpochDay(spells.observed(row)));
    }
}
