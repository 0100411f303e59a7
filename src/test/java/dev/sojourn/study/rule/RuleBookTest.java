package dev.sojourn.study.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.event.value.CountryCode;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The book of rule sets")
class RuleBookTest {
    private static final RegionMap FIRST = new RegionMap("first", Map.of("asia", List.of(new CountryCode("CN"))));
    private static final RegionMap SECOND = new RegionMap("second", Map.of("east", List.of(new CountryCode("CN"))));
    private static final RuleBook BOOK = RuleBook.of(
            List.of(FIRST, SECOND),
            List.of(
                    new RuleSet("there", "Where they work", Map.of("place", "site", "regions", "second")),
                    new RuleSet("lately", "Seen lately", Map.of("maxAge", "P24M", "carried", "unobserved"))));

    @Test
    void has_the_standard_where_nothing_is_said() {
        assertThat(BOOK.rules(Map.of())).isEqualTo(Rules.standard(FIRST));
        assertThat(BOOK.rules("standard")).isEqualTo(Rules.standard(FIRST));
    }

    @Test
    void gives_a_question_all_that_its_set_says_and_the_standard_of_the_rest() {
        assertThat(BOOK.rules("there"))
                .isEqualTo(new Rules(
                        Rules.Place.SITE,
                        false,
                        null,
                        Rules.Carried.COUNT,
                        false,
                        SECOND,
                        new Rules.Named("there", List.of())));
    }

    @Test
    void lets_single_parameters_override_a_set_and_names_them() {
        var rules = BOOK.rules(Map.of("rules", "there", "phd", "out", "regions", "first", "place", "site"));
        assertThat(rules.phdOut()).isTrue();
        assertThat(rules.regions()).isSameAs(FIRST);
        assertThat(rules.named()).isEqualTo(new Rules.Named("there", List.of("phd", "regions")));
    }

    @Test
    void lets_a_question_lift_the_age_that_a_set_asks_for() {
        assertThat(BOOK.rules("lately").maxAge()).isEqualTo(Period.ofMonths(24));
        var lifted = BOOK.rules(Map.of("rules", "lately", "maxAge", "none", "carried", "count"));
        assertThat(lifted.maxAge()).isNull();
        assertThat(lifted.named().overridden()).containsExactly("maxAge", "carried");
        assertThatThrownBy(() -> BOOK.rules(Map.of("rules", "lately", "maxAge", "none")))
                .hasMessage("carried=unobserved needs maxAge, as in maxAge=P24M");
    }

    @Test
    void says_which_sets_and_maps_there_are_where_one_is_not() {
        assertThatThrownBy(() -> BOOK.rules("nowhere"))
                .isInstanceOf(BadParameter.class)
                .hasMessage("rules: there are no rules \"nowhere\"; there are standard, there, lately");
        assertThatThrownBy(() -> BOOK.rules(Map.of("regions", "third")))
                .isInstanceOf(BadParameter.class)
                .hasMessage("regions: there is no region map \"third\"; there are first, second");
        assertThatThrownBy(() -> BOOK.rules("there,lately"))
                .hasMessage("rules: one set of rules is asked for here, not there,lately");
    }

    /** A release says every rule beside the name; what the name means by now plays no part. */
    @Test
    void asks_no_file_what_a_kept_question_means() {
        var kept = RuleBook.kept(List.of(SECOND)).rules(Map.of("rules", "lately", "place", "site"));
        assertThat(kept.place()).isEqualTo(Rules.Place.SITE);
        assertThat(kept.maxAge()).isNull();
        assertThat(kept.regions()).isSameAs(SECOND);
        assertThat(kept.named()).isEqualTo(new Rules.Named("lately", List.of()));
    }

    @Test
    void tells_rules_as_a_question_would_say_them() {
        var rules = BOOK.rules(Map.of("rules", "lately", "phd", "out", "reviewed", "only", "regions", "second"));
        assertThat(RuleText.of(rules))
                .isEqualTo(Map.of(
                        "place", "country",
                        "phd", "out",
                        "maxAge", "P24M",
                        "carried", "unobserved",
                        "reviewed", "only",
                        "regions", "second"));
        assertThat(BOOK.rules(RuleText.of(rules)).named().overridden())
                .containsExactly("phd", "maxAge", "carried", "reviewed", "regions");
    }
}
