package dev.sojourn.study;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.worklist.Effects;
import dev.sojourn.time.KnownAt;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whose state could move a figure of the reference ledger")
class ReferenceEffectsTest {
    /**
     * 87 of 100 stayed. Any of the hundred who turns out to be unobserved, or to have stayed, moves that by 1 of 100. Of the
     * other people of Chinese origin, 179 in all, each would make it 88 of 101: 87.1287 %, up 0.1287 points.
     */
    @Test
    void is_first_the_hundred_then_the_others_of_chinese_origin() {
        var view = ReferenceTimeline.with(event -> event).apply(KnownAt.parse("release:carnegie-2025-12"));
        var figure = Figures.load().find("retained-87").orElseThrow();

        var effects = Effects.of(figure, null, view, RuleBook.load());

        assertThat(effects.values().stream().collect(groupingBy(effect -> Math.round(effect * 10_000), counting())))
                .isEqualTo(Map.of(10_000L, 100L, 1_287L, 79L));
    }
}
