package dev.sojourn.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That the marks are marks against what was published, and not against what the program computes. */
@DisplayName("Every published figure of the article")
class PublishedFiguresTest {

    private final JsonNode article =
            JsonMapper.shared().readTree(Path.of("events", "reference", "article-figures.json"));
    private final Figures figures = Figures.load();

    @Test
    void is_a_figure_with_its_published_values_and_source() {
        for (JsonNode entry : article.get("figures")) {
            var figure = figure(entry);
            assertThat(figure.expectations().stream().map(PublishedFiguresTest::said))
                    .as(figure.id())
                    .isNotEmpty()
                    .containsAll(published(entry));
            assertThat(figure.source())
                    .as(figure.id())
                    .isEqualTo(entry.get("source").asString());
        }
    }

    @Test
    void asks_of_the_cohort_it_is_about() {
        for (JsonNode entry : article.get("figures")) {
            assertThat(figure(entry).question().parameters())
                    .containsEntry("cohort", List.of(entry.get("cohort").asString()));
        }
    }

    @Test
    void stands_beside_the_published_yardsticks() {
        assertThat(figures.yardsticks().stream().map(Yardstick::percent))
                .containsExactly(
                        article.get("comparators").get(0).get("percent").asInt());
    }

    private Figure figure(JsonNode entry) {
        return figures.find(entry.get("id").asString()).orElseThrow();
    }

    private static String said(Expectation each) {
        var published = each.published();
        return published.percent() == null
                ? published.text()
                : each.read().replace("cell:", "") + " " + published.text();
    }

    private static List<String> published(JsonNode entry) {
        var said = new ArrayList<String>();
        if (entry.has("equals")) {
            said.add(entry.get("equals").asString());
        }
        if (entry.has("atMost")) {
            said.add(entry.get("atLeast").asString() + " to "
                    + entry.get("atMost").asString());
        } else if (entry.has("atLeast")) {
            said.add("at least " + entry.get("atLeast").asString());
        }
        JsonNode percent = entry.path("percent");
        for (String value : percent.propertyNames()) {
            said.add(value.replace("region:", "") + " " + percent.get(value).asString() + " %");
        }
        return said;
    }
}
