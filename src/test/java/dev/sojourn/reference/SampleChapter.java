package dev.sojourn.reference;

import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.CohortFrozen;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One sample enters the ledger: its institutions, then its authors over some working days, then it is frozen.
 *
 * @param people the sample's authors in the order of their numbers
 * @param conference first day of the conference: the day at which the paper showed the affiliation
 */
record SampleChapter(CohortDefined cohort, List<Person> people, LocalDate conference) {

    static final String WHY = "reconstruction from published aggregates";

    private static final int A_DAY = 75;

    /** Records everything from {@code first} on; returns with the cohort frozen. */
    void record(Script script, Registry registry, LocalDate first, List<Place> besides) {
        script.begin(first);
        var places = new ArrayList<>(besides);
        people.forEach(person -> places.addAll(person.placesThen()));
        registry.register(places);
        if (besides.contains(Places.GOOGLE)) {
            registry.parents();
        }
        CohortId id = cohort.cohort();
        script.record("reference/" + id, cohort);
        LocalDate day = first;
        for (int from = 0; from < people.size(); from += A_DAY) {
            day = Days.workingDayAfter(day);
            script.begin(day);
            List<Person> today = people.subList(from, Math.min(from + A_DAY, people.size()));
            today.forEach(person -> record(script, person));
            script.record(
                    "reference/" + id + "/members-" + day,
                    new MembersAdded(
                            id,
                            today.stream().map(person -> person.author().id()).toList(),
                            Remarks.NONE));
        }
        script.begin(Days.workingDayAfter(day));
        script.record("reference/" + id + "/freeze", new CohortFrozen(id, Remarks.because("the sample is complete")));
    }

    private void record(Script script, Person person) {
        var author = person.author();
        String command = "reference/" + author.id();
        script.record(
                command,
                new ResearcherRegistered(
                        author.id(),
                        new Identity(
                                person.names(), List.of(), person.why("named in the article"), List.of(), Map.of())));
        person.degreeThen()
                .ifPresent(degree -> script.record(
                        command + "/education",
                        new EducationRecorded(
                                author.id(),
                                author.degree(degree.level().name().toLowerCase(Locale.ROOT)),
                                degree,
                                new Titled(
                                        null,
                                        person.why("bachelor's degree and year as the article has them"),
                                        List.of(),
                                        Map.of()))));
        script.record(
                command + "/affiliation",
                new AffiliationRecorded(
                        author.id(),
                        author.spell(1),
                        person.stays().get(0).claim(),
                        conference,
                        new Titled(
                                null,
                                person.why("among the hundred in the article; the start is reconstruction"),
                                List.of(paper()),
                                Map.of())));
    }

    private Evidence paper() {
        return new Evidence(null, null, null, null, Evidence.Kind.PUBLICATION, conference);
    }
}
