package dev.sojourn.study.why;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.sojourn.audit.telling.Story;
import dev.sojourn.audit.telling.Teller;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.exchange.answer.AnswerCsv;
import dev.sojourn.exchange.answer.why.WhyForm;
import dev.sojourn.oracle.EventList;
import dev.sojourn.oracle.Said;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import dev.sojourn.study.Figures;
import dev.sojourn.study.ReferenceTimeline;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.SavedQuestion.Analysis;
import dev.sojourn.study.rule.RuleBook;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every number of every figure, and of a survival, paths and moves of the article's hundred. */
@DisplayName("In the reference ledger as many people are behind each number as it says")
class WhyOfTheReferenceTest {

    private final EventList events = ReferenceTimeline.events();
    private final Timeline timeline = events.timeline(events.head());
    private final Map<Long, Teller> tellers = new HashMap<>();
    private final Map<Id, List<Recorded>> bySubject = events.all().stream()
            .collect(Collectors.groupingBy(recorded -> recorded.event().subject()));
    private int numbers;

    @Test
    void in_every_figure() {
        var asked = new HashSet<SavedQuestion>();
        for (var figure : Figures.load().all()) {
            asked.add(figure.question());
            figure.expectations().forEach(expectation -> asked.add(expectation.question()));
        }
        asked.forEach(this::agrees);
        assertThat(numbers).isGreaterThan(600);
    }

    @Test
    void in_survival_paths_and_moves() {
        agrees(question(Analysis.SURVIVAL, "held", "country:US", "from", "2019"));
        agrees(question(Analysis.PATHS, "days", "2019,2022,2025", "by", "country"));
        agrees(question(Analysis.MOVES, "from", "2019", "to", "2025", "by", "sector"));
        agrees(question(Analysis.MOVES, "from", "2019", "to", "2025", "by", "country"));
        assertThat(numbers).isGreaterThan(100);
    }

    private static SavedQuestion question(Analysis analysis, String... parameters) {
        var all = new HashMap<String, List<String>>();
        all.put("cohort", List.of("neurips-2019"));
        all.put("where", List.of("origin:CN", "country:US@2019"));
        for (int at = 0; at < parameters.length; at += 2) {
            all.put(parameters[at], List.of(parameters[at + 1]));
        }
        return new SavedQuestion(analysis, all);
    }

    private void agrees(SavedQuestion question) {
        var view = timeline.at(timeline.resolve(question.knownAt()));
        var places = question.places(view, RuleBook.load());
        Said.of(question.given(view, RuleBook.load())).forEach((number, said) -> {
            var why = Why.of(places, question.cohort(), number, null, Integer.MAX_VALUE, teller(view));
            assertThat(why.count()).as("%s of %s", number, question).isEqualTo(said);
            assertThat(why.people().stream().mapToInt(Why.Person::times).sum()).isEqualTo(said);
            assertThat(inTable(WhyForm.of(question, why, null))).isEqualTo(said);
            numbers++;
        });
    }

    /** How many people the export lists, those who made the same move again as often. */
    private static int inTable(WhyForm why) {
        var times = new HashMap<String, Integer>();
        var csv = new StringWriter();
        try {
            AnswerCsv.write(why, csv);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        CsvReader.builder()
                .ofNamedCsvRecord(csv.toString())
                .forEach(row -> times.put(row.getField("researcher"), Integer.valueOf(row.getField("times"))));
        return times.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Teller teller(View view) {
        return tellers.computeIfAbsent(
                view.position(), position -> new Teller(view, subject -> story(subject, position), Locale.ENGLISH));
    }

    private Story story(Id subject, long position) {
        return new Story(bySubject.getOrDefault(subject, List.of()).stream()
                .filter(recorded -> recorded.position() <= position)
                .toList());
    }
}
