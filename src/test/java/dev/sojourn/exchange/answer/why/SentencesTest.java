package dev.sojourn.exchange.answer.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.why.CompareForm.Count;
import dev.sojourn.exchange.answer.why.CompareForm.Person;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.SavedQuestion.Analysis;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The sentences of a comparison")
class SentencesTest {
    private static final Count RETAINED = new Count("retained", 86, 87, Map.of("learned", 1));

    private static SavedQuestion retention(String held) {
        return new SavedQuestion(
                Analysis.RETENTION,
                Map.of("cohort", List.of("c"), "held", List.of(held), "from", List.of("2019"), "to", List.of("2025")));
    }

    private static SavedQuestion asked(Analysis analysis, String by) {
        return switch (analysis) {
            case COMPOSITION ->
                new SavedQuestion(analysis, Map.of("cohort", List.of("c"), "by", List.of(by), "asOf", List.of("2025")));
            case PATHS ->
                new SavedQuestion(
                        analysis, Map.of("cohort", List.of("c"), "by", List.of(by), "days", List.of("2019,2025")));
            case SURVIVAL ->
                new SavedQuestion(
                        analysis,
                        Map.of("cohort", List.of("c"), "held", List.of("country:US"), "from", List.of("2019")));
            default ->
                new SavedQuestion(
                        analysis,
                        Map.of(
                                "cohort",
                                List.of("c"),
                                "by",
                                List.of(by),
                                "from",
                                List.of("2019"),
                                "to",
                                List.of("2025")));
        };
    }

    private static Person person(String id, String before, String after, String cause, String day) {
        String recorded = day == null ? null : day + "T09:00:00.000Z";
        return new Person(new ResearcherId(id), null, before, after, cause, List.of(), recorded);
    }

    private static List<String> said(boolean forward, List<Count> counts, Person... people) {
        var words = new CellWords(retention("country:US"));
        return new Sentences(words, words, forward).of(counts, List.of(people));
    }

    @Test
    void say_who_was_found_where_and_when_that_was_learned() {
        assertThat(said(true, List.of(RETAINED), person("a", "unobserved", "retained", "learned", "2025-11-14")))
                .containsExactly("Still at a US institution, 86 to 87: one person was found still at a US institution,"
                        + " before that without a known stay (learned 2025-11-14).");
    }

    @Test
    void do_not_say_that_anybody_was_found_by_knowing_less() {
        assertThat(said(
                        false,
                        List.of(new Count("retained", 87, 86, Map.of("learned", -1))),
                        person("a", "retained", "unobserved", "learned", "2025-11-14")))
                .containsExactly("Still at a US institution, 87 to 86: one person is counted without a known stay"
                        + " (learned 2025-11-14).");
    }

    @Test
    void put_together_whom_the_same_befell_the_most_first_each_with_the_days() {
        assertThat(said(
                        true,
                        List.of(new Count("destination:IN", 3, 4, Map.of("corrected", -1, "learned", 2))),
                        person("a", "destination:IN", "outside", "corrected", "2025-11-10"),
                        person("b", "retained", "destination:IN", "learned", "2025-11-12"),
                        person("c", "retained", "destination:IN", "learned", "2025-11-11")))
                .containsExactly("At an IN institution, 3 to 4: 2 people were found at an IN institution, before that"
                        + " still at a US institution (learned 2025-11-11 to 2025-11-12); one person turned out to be"
                        + " outside those asked about (corrected 2025-11-10).");
    }

    @Test
    void leave_out_the_day_where_nothing_was_recorded() {
        assertThat(said(true, List.of(RETAINED), person("a", "outside", "retained", "rules", null)))
                .containsExactly("Still at a US institution, 86 to 87: one person is counted still at a US institution"
                        + " (counted under other rules).");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        RETENTION   |                | retained                  | still at a US institution
        RETENTION   |                | destination:FR            | at an FR institution
        RETENTION   |                | destination:UA            | at a UA institution
        RETENTION   |                | inactive                  | out of research
        COMPOSITION | country,sector | cell:US,COMPANY           | at a US institution and at a company
        COMPOSITION | origin         | cell:CN                   | of origin CN
        COMPOSITION | role           | cell:PHD_STUDENT          | as phd student
        COMPOSITION | founder        | cell:true                 | with the flag founder
        COMPOSITION | country        | unknown                   | where that is not known
        FLOWS       | sector         | cell:UNIVERSITY>COMPANY   | at a university, then at a company
        FLOWS       | region         | cell:europe>unobserved    | at an institution in europe, then without a known stay
        PATHS       | country,sector | path:US,COMPANY>inactive  | at a US institution and at a company, then out of research
        MOVES       | country        | firstMove:US>CN           | with a first move from US to CN
        MOVES       | country        | stayed                    | as having made no move
        SURVIVAL    |                | year:3:exits              | as gone in year 3
        SURVIVAL    |                | year:6:LEFT_RESEARCH      | as having left research in year 6
        """)
    void tell_each_cell_in_words(Analysis analysis, String by, String cell, String words) {
        var question = analysis == Analysis.RETENTION ? retention("country:US") : asked(analysis, by);
        assertThat(new CellWords(question).of(cell)).isEqualTo(words);
    }

    @Test
    void tell_what_is_held_also_where_it_is_several_values_or_none_of_some() {
        assertThat(new CellWords(retention("region:europe|asia")).of("retained"))
                .isEqualTo("still at an institution in europe or at an institution in asia");
        assertThat(new CellWords(retention("country:!CN")).of("retained")).isEqualTo("still not at a CN institution");
    }
}
