package dev.sojourn.reference;

import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** November 2025: somebody looked up each of the hundred, and recorded moves or that nothing changed. */
record FollowUpChapter(List<Person> hundred) {

    private static final int A_DAY = 20;

    /** Where one looks; by turns. */
    private static final List<Evidence.Kind> SOURCES =
            List.of(Evidence.Kind.HOMEPAGE, Evidence.Kind.PROFILE, Evidence.Kind.HOMEPAGE, Evidence.Kind.PUBLICATION);

    void record(Script script, Registry registry, LocalDate first) {
        script.begin(first);
        registry.register(hundred.stream()
                .flatMap(person -> person.stays().stream().map(Stay::place))
                .toList());
        registry.magnificentSeven();
        LocalDate day = first;
        for (int i = 0; i < hundred.size(); i++) {
            if (i % A_DAY == 0) {
                day = Days.workingDayAfter(day);
                script.begin(day);
            }
            record(script, hundred.get(i));
        }
    }

    private void record(Script script, Person person) {
        var author = person.author();
        String command = "reference/" + author.id() + "/follow-up";
        for (int i = 1; i < person.stays().size(); i++) {
            Stay next = person.stays().get(i);
            var why = remarks(
                    script,
                    person,
                    "founder from 2023, as the article says; that the stay before lasted until then is reconstruction");
            // One command for both: the stay ends on the day the next one begins.
            script.record(
                    command + "/move-" + i,
                    new AffiliationEnded(
                            author.id(), author.spell(i), PartialDate.parse(next.since()), script.day(), why),
                    new AffiliationRecorded(author.id(), author.spell(i + 1), next.claim(), script.day(), titled(why)));
        }
        if (person.stays().size() == 1) {
            script.record(
                    command + "/confirm",
                    new AffiliationConfirmed(
                            author.id(), author.spell(1), script.day(), remarks(script, person, null)));
        }
        if (person.named()) {
            var doctorate = new Degree(Level.DOCTORATE, Places.CARNEGIE_MELLON.id(), null, null, null);
            script.record(
                    command + "/education",
                    new EducationRecorded(
                            author.id(),
                            author.degree("doctorate"),
                            doctorate,
                            titled(remarks(
                                    script,
                                    person,
                                    "doctorate at Carnegie Mellon, as the article says; it tells no dates"))));
        }
    }

    private static Remarks remarks(Script script, Person person, String ofNamed) {
        var kind = person.named()
                ? Evidence.Kind.NEWS
                : SOURCES.get(person.author().number() % SOURCES.size());
        var evidence = new Evidence(null, null, null, null, kind, script.day());
        return new Remarks(person.why(ofNamed), List.of(evidence), Map.of());
    }

    private static Titled titled(Remarks remarks) {
        return new Titled(null, remarks.reason(), remarks.evidence(), Map.of());
    }
}
