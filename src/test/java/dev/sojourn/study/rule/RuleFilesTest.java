package dev.sojourn.study.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.projection.column.Country;
import dev.sojourn.study.config.BadConfig;
import dev.sojourn.study.config.ConfigFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The files of rule sets and region maps")
class RuleFilesTest {
    private static final String RULES = """
            rules:
              - name: there
                title: Where they work
                place: site
                regions: one
            """;
    private static final String REGIONS = """
            maps:
              - version: one
                regions:
                  asia: ["CN", "JP"]
                  america: ["US"]
            """;

    @Test
    void are_read() {
        var book = read(RULES, REGIONS);
        assertThat(book.sets()).extracting(RuleSet::name).containsExactly("standard", "there");
        assertThat(book.rules("there").place()).isEqualTo(Rules.Place.SITE);
        assertThat(book.regions().version()).isEqualTo("one");
        assertThat(book.regions().names()).containsExactly("other", "america", "asia");
    }

    @ParameterizedTest(name = "{1} in place of {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            place: site            | plaice: site        | r.yaml, rules there, field plaice: unknown; there are
            place: site            | place: moon         | r.yaml, rules there, field place is wrong: place is country or site
            place: site            | phd: maybe          | r.yaml, rules there, field phd is wrong: phd is in or out
            place: site            | maxAge: old         | r.yaml, rules there, field maxAge is wrong: "old" is no period
            place: site            | carried: unobserved | r.yaml, rules there is wrong: carried=unobserved needs maxAge
            place: site            | place: [site]       | r.yaml, rules there, field place must be a text
            place: site            | title: Twice        | r.yaml, line 4, is no YAML: Duplicate
            regions: one           | regions: two        | r.yaml, rules there, field regions is wrong: there is no region map
            name: there            | name: There         | r.yaml, rules There is wrong: "There" is no name of rules
            name: there            | name: "a,b"         | r.yaml, rules a,b is wrong: "a,b" is no name of rules
            name: there            | name: standard      | r.yaml, rules standard, field name is that of what holds unsaid
            title: Where they work | title: ""           | r.yaml, rules there, field title is missing
            rules:                 | ruless:             | r.yaml, field ruless: unknown
            """)
    void name_the_rules_and_the_field_that_are_wrong(String part, String wrong, String complaint) {
        assertThat(RULES).contains(part);
        assertThatThrownBy(() -> read(RULES.replace(part, wrong), REGIONS))
                .isInstanceOf(BadConfig.class)
                .hasMessageStartingWith(complaint);
    }

    @ParameterizedTest(name = "{1} in place of {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "JP"         | "XX"       | m.yaml, map one, field regions, field asia is wrong: "XX" is no country
            "JP"         | "US"       | m.yaml, map one, field regions is wrong: US is in two regions
            america      | other      | m.yaml, map one, field regions, field other is for the countries of no region
            america      | asia       | m.yaml, line 5, is no YAML: Duplicate
            version: one | vers: one  | m.yaml, field maps[0], field version is missing
            ["US"]       | {a: b}     | m.yaml, map one, field regions, field america must be a text
            maps:        | maps: []#  | m.yaml, field maps is missing
            """)
    void name_the_map_and_the_region_that_are_wrong(String part, String wrong, String complaint) {
        assertThat(REGIONS).contains(part);
        String text = wrong.endsWith("#") ? "maps: []" : REGIONS.replace(part, wrong);
        assertThatThrownBy(() -> read(RULES, text))
                .isInstanceOf(BadConfig.class)
                .hasMessageStartingWith(complaint);
    }

    @Test
    void say_each_name_once() {
        assertThatThrownBy(() -> read(RULES + RULES.replace("rules:\n", ""), REGIONS))
                .hasMessage("r.yaml, rules there, field name stands twice");
        assertThatThrownBy(() -> read(RULES, REGIONS + REGIONS.replace("maps:\n", "")))
                .hasMessage("m.yaml, map one, field version stands twice: another map is another version");
    }

    /** The United Kingdom and its islands are joined to Europe, and nothing else differs. */
    @Test
    void carry_a_second_map_that_joins_the_united_kingdom_to_europe() {
        var book = RuleBook.load();
        assertThat(book.regions().version()).isEqualTo("reference-1");
        var joined = book.rules("europe-with-uk").regions();
        for (int country = 0; country < Country.COUNT; country++) {
            String before = region(book.regions(), country);
            assertThat(region(joined, country)).isEqualTo(before.equals("united-kingdom") ? "europe" : before);
        }
        assertThat(region(book.regions(), Country.number(new CountryCode("GB"))))
                .isEqualTo("united-kingdom");
    }

    private static String region(RegionMap map, int country) {
        return map.names().get(map.region(country));
    }

    private static RuleBook read(String rules, String regions) {
        return RuleFiles.read(new ConfigFile("m.yaml", regions), new ConfigFile("r.yaml", rules));
    }
}
