package dev.sojourn.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.SmallLedger;
import dev.sojourn.projection.Follower;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.rule.RuleBook;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What an event changed in the figures")
class FigureEffectTest {
    private static final Figures FIGURES = FiguresFile.read("f.yaml", """
            figures:
              - id: stayed
                title: Still there
                analysis: retention
                parameters: {cohort: three, held: "country:US", from: 2019, to: 2025}
                chart: number
                source: nobody
                expect:
                  - {read: retained, equals: 1}
                  - {read: base, equals: 3}
              - id: stayed-then
                title: Still there, as known earlier
                analysis: retention
                parameters: {cohort: three, held: "country:US", from: 2019, to: 2025, knownAt: "position:16"}
                chart: number
                source: nobody
                expect:
                  - {read: retained, equals: 2}
            """);

    /** Of three one had moved by 16; event 17 ends the stay of another. Nothing recorded later changes what was known. */
    @Test
    void is_each_value_that_differs_from_right_before_to_right_after(@TempDir Path folder) {
        SmallLedger.in(folder);
        try (var store = LedgerStore.open(folder, Clock.systemUTC())) {
            var timeline = Follower.of(store).timeline();

            assertThat(FigureEffect.of(FIGURES, timeline, 17, RuleBook.load()))
                    .singleElement()
                    .satisfies(effect -> {
                        assertThat(effect.figure().id()).isEqualTo("stayed");
                        assertThat(effect.value() + " " + effect.before() + " " + effect.after())
                                .isEqualTo("retained 2 1");
                    });
            assertThat(FigureEffect.of(FIGURES, timeline, 16, RuleBook.load())).isEmpty();
            // Before the members were added there was a cohort of nobody.
            assertThat(FigureEffect.of(FIGURES, timeline, 15, RuleBook.load()))
                    .extracting(effect ->
                            effect.figure().id() + " " + effect.value() + " " + effect.before() + " " + effect.after())
                    .containsExactly("stayed retained 0 2", "stayed base 0 3", "stayed-then retained 0 2");
        }
    }
}
