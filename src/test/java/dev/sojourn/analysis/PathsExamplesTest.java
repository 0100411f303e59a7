package dev.sojourn.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.analysis.path.Paths;
import dev.sojourn.analysis.path.Paths.Link;
import dev.sojourn.analysis.path.Paths.Node;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.study.QuestionText;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ways through several days, worked out by hand")
class PathsExamplesTest {

    private final Ledger ledger = new Ledger()
            .place("us", "US")
            .place("cn", "CN")
            .person("a")
            .person("b")
            .person("c");

    private Paths paths(String days) {
        return Paths.of(
                ledger.now(),
                new Paths.Question(Ledger.everyone(Ledger.RULES), QuestionText.days(days), List.of(Attribute.COUNTRY)));
    }

    /** a stays in the US; b goes to CN in 2020; c is in the US until 2020, then nowhere known. */
    @Test
    void nodes_and_links_are_those_of_a_sankey_diagram() {
        ledger.at("a", "us", "2018", null).at("b", "us", "2018", "2020").at("b", "cn", "2020", null);
        ledger.at("c", "us", "2018", "2020");
        var paths = paths("2019,2020,2021");
        assertThat(paths.nodes())
                .containsExactly(
                        new Node(0, List.of("US"), 3),
                        new Node(1, List.of("CN"), 1),
                        new Node(1, List.of("US"), 1),
                        new Node(1, List.of("unobserved"), 1),
                        new Node(2, List.of("CN"), 1),
                        new Node(2, List.of("US"), 1),
                        new Node(2, List.of("unobserved"), 1));
        assertThat(paths.links())
                .containsExactly(
                        new Link(0, 1, 1, 1),
                        new Link(0, 2, 1, 0),
                        new Link(0, 3, 1, 0),
                        new Link(1, 4, 1, 0),
                        new Link(2, 5, 1, 0),
                        new Link(3, 6, 1, 0));
    }

    @Test
    void days_must_be_several_and_ascend() {
        assertThatThrownBy(() -> paths("2019")).hasMessageContaining("2 to 60");
        assertThatThrownBy(() -> paths("2019,2019")).hasMessageContaining("ascend");
    }
}
