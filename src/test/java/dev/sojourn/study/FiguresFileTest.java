package dev.sojourn.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.study.config.BadConfig;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file of figures")
class FiguresFileTest {

    private static final String GOOD = """
            figures:
              - id: stayed
                title: Still there
                analysis: retention
                parameters: {cohort: some, held: "country:US", from: 2019, to: 2025}
                chart: number
                source: nobody
                expect:
                  - {read: retained, equals: 87}
            """;

    @Test
    void is_read() {
        var figure = FiguresFile.read("f.yaml", GOOD).find("stayed").orElseThrow();
        assertThat(figure.title()).isEqualTo("Still there");
        assertThat(figure.expectations()).singleElement().satisfies(expectation -> {
            assertThat(expectation.read()).isEqualTo("retained");
            assertThat(expectation.published().text()).isEqualTo("87");
            assertThat(expectation.question()).isEqualTo(figure.question());
        });
    }

    @ParameterizedTest(name = "{1} in place of {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title: Still there  | titel: Still               | field titel: unknown
            title: Still there  | title: ''                  | field title is missing
            analysis: retention | analysis: guess            | field analysis is none of the analyses: "guess"
            held: "country:US"  | held: "country:USA"        | field parameters, held: "USA" is no country
            to: 2025            | to: soon                   | field parameters, to: "soon" is not a date
            to: 2025            | till: 2025                 | field parameters, till: retention takes no such
            chart: number       | chart: pie                 | field chart is no kind of chart: "pie"
            equals: 87          | percent: many              | field expect[0], field percent is no whole number: "many"
            equals: 87          | equals: 87, percent: 8     | field expect[0], needs one of equals
            equals: 87          | equals: 87, by: country    | field expect[0], by: retention takes no such
            read: retained      | read: [retained]           | field expect[0], field read must be a text or a number
            """)
    void says_file_figure_and_field_of_what_is_wrong(String part, String wrong, String complaint) {
        assertThat(GOOD).contains(part);
        assertThatThrownBy(() -> FiguresFile.read("f.yaml", GOOD.replace(part, wrong)))
                .isInstanceOf(BadConfig.class)
                .hasMessageStartingWith("f.yaml, figure stayed, " + complaint);
    }

    @Test
    void names_each_figure_once() {
        assertThatThrownBy(() -> FiguresFile.read("f.yaml", GOOD + GOOD.replace("figures:\n", "")))
                .hasMessageStartingWith("f.yaml, figure stayed, field id stands twice");
    }

    @Test
    void has_each_field_once() {
        assertThatThrownBy(() -> FiguresFile.read("f.yaml", GOOD.replace("to: 2025", "from: 2025")))
                .hasMessageStartingWith("f.yaml, line 5, is no YAML: Duplicate");
    }

    @Test
    void must_be_YAML() {
        assertThatThrownBy(() -> FiguresFile.read("f.yaml", "figures: ["))
                .isInstanceOf(BadConfig.class)
                .hasMessageStartingWith("f.yaml, line 1, is no YAML");
    }
}
