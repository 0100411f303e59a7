package dev.sojourn.reference;

import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ReleaseName;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference ledger, chapter by chapter in the order of recorded time. */
final class ReferenceLedger {

    private final Script script = new Script();
    private final Registry registry = new Registry(script);
    private final JsonNode figures;
    private final JointTable table2019;
    private final JointTable table2022;

    private ReferenceLedger(Path folder) {
        figures = JsonMapper.shared().readTree(folder.resolve("article-figures.json"));
        table2019 = JointTable.read(folder.resolve("joint-table-2019.json"));
        table2022 = JointTable.read(folder.resolve("joint-table-2022.json"));
    }

    /** The text of {@code ledger.jsonl}, made from the tables in a folder. */
    static String from(Path folder) {
        return new ReferenceLedger(folder).write();
    }

    private String write() {
        List<Person> people2019 = Person.of(Sample.of(table2019, 2019), Fates.all());
        var named = new ArrayList<>(Places.SEVEN);
        named.addAll(List.of(Places.ALPHABET, Places.TSINGHUA, Places.CARNEGIE_MELLON));
        new SampleChapter(cohort(2019), people2019, LocalDate.of(2019, 12, 8))
                .record(script, registry, LocalDate.of(2020, 6, 15), named);
        release("tracker-1.0", "Global AI Talent Tracker 1.0", LocalDate.of(2020, 6, 30));

        correctOrigins(people2019);

        List<Person> people2022 = Person.of(Sample.of(table2022, 2022), List.of());
        new SampleChapter(cohort(2022), people2022, LocalDate.of(2022, 11, 28))
                .record(script, registry, LocalDate.of(2024, 3, 4), List.of());
        release("tracker-2.0", "Global AI Talent Tracker 2.0", LocalDate.of(2024, 3, 25));

        new FollowUpChapter(people2019.stream().filter(Person::followedUp).toList())
                .record(script, registry, LocalDate.of(2025, 11, 7));
        release(
                "carnegie-2025-12",
                "Have Top Chinese AI Researchers Stayed in the United States?",
                LocalDate.of(2025, 12, 2));
        return script.text();
    }

    private CohortDefined cohort(int year) {
        JsonNode published = figures.get("cohorts").get("neurips-" + year);
        return new CohortDefined(
                new CohortId("neurips-" + year),
                "NeurIPS %d authors (reconstruction)".formatted(year),
                published.get("sampledFrom").asString(),
                year,
                "Reconstruction from published aggregates: as many neutral entries as the sample had authors, with"
                        + " origins and countries of work in the published shares. No entry but the one the article"
                        + " names stands for a certain person.",
                year == 2019
                        ? "Global AI Talent Tracker 1.0 (MacroPolo, 2020)"
                        : "Global AI Talent Tracker 2.0 (MacroPolo, 2024)",
                Remarks.because(SampleChapter.WHY));
    }

    /** Three origins first published as European turned out otherwise, one a year. */
    private void correctOrigins(List<Person> people) {
        int year = 2021;
        for (Person person : people) {
            var author = person.author();
            if (author.origin() == null || author.origin().equals(author.firstOrigin())) {
                continue;
            }
            script.begin(LocalDate.of(year++, 9, 14));
            registry.register(List.of(person.alma(author.origin())));
            script.record(
                    "reference/" + author.id() + "/correct-origin",
                    new EducationCorrected(
                            author.id(),
                            author.degree("bachelor"),
                            person.bachelor(author.origin()),
                            new Titled(
                                    null,
                                    "the degree first recorded was a year abroad; the first bachelor's is from "
                                            + author.origin() + " (reconstruction: published is only that the"
                                            + " European share went from 18 to 17 per cent)",
                                    List.of(),
                                    Map.of())));
        }
    }

    private void release(String name, String title, LocalDate day) {
        long position = script.position();
        script.begin(day);
        script.record(
                "reference/" + name,
                new ReleasePublished(
                        new ReleaseName(name),
                        title,
                        position,
                        "reference",
                        Map.of(),
                        Remarks.because(SampleChapter.WHY)));
    }
}
