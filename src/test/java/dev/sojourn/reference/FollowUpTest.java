package dev.sojourn.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("What became of the hundred")
class FollowUpTest {

    private static final Set<String> SEVEN =
            Set.of("alphabet", "google", "amazon", "apple", "meta", "microsoft", "nvidia", "tesla");

    private final NaiveLedger ledger = NaiveLedger.before("2025-12-03");
    private final JsonNode published = JsonMapper.shared()
            .readTree(Path.of("events", "reference", "joint-table-2019.json"))
            .get("base_100_in_2025");
    private final List<String> hundred = ledger.cohorts.get("neurips-2019").stream()
            .filter(who ->
                    ledger.origin(who).equals("CN") && ledger.country(who, 2019).equals("US"))
            .toList();
    private final List<String> stayed = hundred.stream()
            .filter(who -> ledger.country(who, 2025).equals("US"))
            .toList();

    @Test
    void eighty_seven_stayed_ten_went_to_China_and_three_elsewhere() {
        assertThat(hundred).hasSize(100);
        assertThat(stayed).hasSize(published.get("retained").asInt());
        assertThat(in2025("CN")).isEqualTo(published.get("CN").asInt());
        for (String country : published.get("elsewhere").propertyNames()) {
            assertThat(in2025(country))
                    .isEqualTo(published.get("elsewhere").get(country).asInt());
        }
    }

    /** By hand: two gone by 2020; three and one who returns by 2021; five and that one by 2022; 9, 11 and 13 after. */
    @Test
    void they_left_over_the_years_and_one_came_back() {
        assertThat(IntStream.rangeClosed(2019, 2025).mapToObj(year -> hundred.stream()
                        .filter(who -> ledger.country(who, year).equals("US"))
                        .count()))
                .containsExactly(100L, 98L, 96L, 94L, 91L, 89L, 87L);
    }

    @Test
    void those_who_stayed_are_split_as_published() {
        JsonNode split = published.get("stayers");
        assertThat(of(stayed, "sector", "COMPANY")).hasSize(split.get("company").asInt());
        assertThat(of(stayed, "role", "FACULTY")).hasSize(split.get("faculty").asInt());
        assertThat(of(stayed, "role", "PHD_STUDENT")).hasSize(split.get("phd").asInt());
        assertThat(of(stayed, "role", "POSTDOC")).hasSize(split.get("postdoc").asInt());
        var company = of(stayed, "sector", "COMPANY");
        assertThat(company.stream().filter(who -> SEVEN.contains(institution(who, 2025))))
                .hasSize(published.get("company").get("magnificent_seven").asInt());
        var founders = of(stayed, "flags", "FOUNDER");
        assertThat(founders).hasSize(published.get("company").get("founder").asInt());
        assertThat(founders.stream().map(who -> institution(who, 2025))).doesNotHaveDuplicates();
    }

    @Test
    void flows_between_sectors_are_as_published() {
        JsonNode flows = published.get("flows_sector_2019_2025");
        for (String flow : flows.propertyNames()) {
            assertThat(stayed.stream()
                            .filter(who -> (ledger.sector(who, 2019) + ">" + ledger.sector(who, 2025)).equals(flow)))
                    .as(flow)
                    .hasSize(flows.get(flow).asInt());
        }
    }

    @Test
    void thirty_are_where_they_were() {
        assertThat(stayed.stream().filter(who -> institution(who, 2019).equals(institution(who, 2025))))
                .hasSize(30);
    }

    @Test
    void those_in_China_are_split_as_published() {
        JsonNode split = published.get("returnees");
        var gone = hundred.stream()
                .filter(who -> ledger.country(who, 2025).equals("CN"))
                .toList();
        assertThat(of(gone, "flags", "FOUNDER")).hasSize(split.get("founder").asInt());
        assertThat(of(of(gone, "flags", "LEADERSHIP"), "sector", "COMPANY"))
                .hasSize(split.get("leadership_company").asInt());
        assertThat(of(of(gone, "role", "FACULTY"), "sector", "UNIVERSITY"))
                .hasSize(split.get("faculty_CN_university").asInt());
        assertThat(of(gone, "role", "NOT_STATED"))
                .hasSize(split.get("role_not_stated").asInt());
    }

    @Test
    void all_of_them_and_nobody_else_were_observed_again_in_November_2025() {
        var again = ledger.cohorts.get("neurips-2019").stream()
                .filter(who -> ledger.on(who, 2025).get(0).observedOn().startsWith("2025-11-"))
                .toList();
        assertThat(again).containsExactlyInAnyOrderElementsOf(hundred);
    }

    @Test
    void the_one_who_is_named_went_from_Carnegie_Mellon_to_found_Moonshot_AI() {
        var founder = hundred.stream()
                .filter(who -> institution(who, 2025).equals("moonshot-ai"))
                .toList();
        assertThat(founder).hasSize(1);
        String who = founder.get(0);
        assertThat(IntStream.rangeClosed(2019, 2025).mapToObj(year -> institution(who, year)))
                .containsExactly(
                        "carnegie-mellon-university",
                        "carnegie-mellon-university",
                        "carnegie-mellon-university",
                        "carnegie-mellon-university",
                        "moonshot-ai",
                        "moonshot-ai",
                        "moonshot-ai");
        assertThat(ledger.bachelors.get(who).get("institution").asString()).isEqualTo("tsinghua-university");
        assertThat(ledger.bachelors.get(who).get("end").asString()).isEqualTo("2015");
    }

    private long in2025(String country) {
        return hundred.stream()
                .filter(who -> ledger.country(who, 2025).equals(country))
                .count();
    }

    private String institution(String who, int year) {
        return ledger.on(who, year).get(0).claim().get("institution").asString();
    }

    /** Those whose state at the end of 2025 has a sector, a role or a flag. */
    private List<String> of(List<String> people, String attribute, String value) {
        return people.stream()
                .filter(who -> attribute.equals("sector")
                        ? ledger.sector(who, 2025).equals(value)
                        : ledger.on(who, 2025)
                                .get(0)
                                .claim()
                                .path(attribute)
                                .toString()
                                .contains(value))
                .toList();
    }
}
