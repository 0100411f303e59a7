package dev.sojourn.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The reference ledger and the published tables")
class JointTablesTest {

    private static final Set<String> EUROPE = Set.of(
            "DE", "FR", "CH", "IT", "NL", "ES", "SE", "GR", "AT", "PL", "BE", "DK", "RO", "PT", "FI", "CZ", "HU", "NO");

    private final JsonNode json2019 = read("joint-table-2019.json");
    private final JsonNode json2022 = read("joint-table-2022.json");
    private final NaiveLedger known2020 = NaiveLedger.before("2020-07-01");
    private final NaiveLedger known2025 = NaiveLedger.before("2025-12-03");

    @Test
    void every_cell_of_2019_as_known_in_2025() {
        assertThat(cells(known2025, 2019, json2019)).isEqualTo(published(json2019.get("table")));
    }

    @Test
    void every_cell_of_2019_as_first_published() {
        assertThat(cells(known2020, 2019, json2019)).isEqualTo(published(json2019.get("table_first_published")));
    }

    @Test
    void every_cell_of_2022() {
        assertThat(cells(known2025, 2022, json2022)).isEqualTo(published(json2022.get("table")));
    }

    @Test
    void the_2022_sample_was_not_known_in_2020_and_shares_nobody_with_that_of_2019() {
        assertThat(known2020.cohorts).containsOnlyKeys("neurips-2019");
        assertThat(known2025.cohorts.get("neurips-2022"))
                .doesNotHaveDuplicates()
                .hasSize(867);
        assertThat(known2025.cohorts.get("neurips-2019"))
                .doesNotHaveDuplicates()
                .hasSize(675)
                .doesNotContainAnyElementsOf(known2025.cohorts.get("neurips-2022"));
    }

    @Test
    void shares_of_2019_as_the_article_has_them() {
        checkShares(known2025, 2019, json2019.get("check_2025").get("percent"), json2019);
    }

    @Test
    void shares_of_2019_as_first_published() {
        checkShares(known2020, 2019, json2019.get("check_2020").get("percent"), json2019);
    }

    @Test
    void shares_of_2022() {
        checkShares(known2025, 2022, json2022.get("check").get("percent"), json2022);
    }

    @Test
    void as_many_work_outside_their_country_of_origin_as_published() {
        assertThat(outside(2019)).isEqualTo(331);
        assertThat(outside(2022)).isEqualTo(339);
    }

    private long outside(int year) {
        return count(
                known2025,
                year,
                who -> !known2025.origin(who).equals("unknown")
                        && !known2025.origin(who).equals(known2025.country(who, year)));
    }

    /** Whole per cents, half up, over those with a known origin (for work: over all). */
    private void checkShares(NaiveLedger ledger, int year, JsonNode percent, JsonNode json) {
        Predicate<String> all = who -> true;
        Predicate<String> known = who -> !ledger.origin(who).equals("unknown");
        Predicate<String> american = who -> ledger.country(who, year).equals("US");
        Predicate<String> chinese = who -> ledger.origin(who).equals("CN");
        for (String question : percent.propertyNames()) {
            for (String label : percent.get(question).propertyNames()) {
                Predicate<String> work =
                        who -> label(ledger.country(who, year), "columns", json).equals(label);
                Predicate<String> origin =
                        who -> label(ledger.origin(who), "rows", json).equals(label);
                int share =
                        switch (question) {
                            case "work" -> share(ledger, year, all, work);
                            case "origin" -> share(ledger, year, known, origin);
                            case "cn" -> share(ledger, year, chinese, work);
                            case "us_by_origin" -> share(ledger, year, known.and(american), origin);
                            default -> throw new AssertionError("a question nobody asks here: " + question);
                        };
                assertThat(share)
                        .as("%d %s %s", year, question, label)
                        .isEqualTo(percent.get(question).get(label).asInt());
            }
        }
    }

    private static int share(NaiveLedger ledger, int year, Predicate<String> base, Predicate<String> part) {
        long of = count(ledger, year, base);
        return (int) ((200 * count(ledger, year, base.and(part)) + of) / (2 * of));
    }

    private static long count(NaiveLedger ledger, int year, Predicate<String> which) {
        return members(ledger, year).stream().filter(which).count();
    }

    private static List<String> members(NaiveLedger ledger, int year) {
        return ledger.cohorts.get("neurips-" + year);
    }

    private static Map<String, Integer> cells(NaiveLedger ledger, int year, JsonNode json) {
        var cells = new TreeMap<String, Integer>();
        for (String who : members(ledger, year)) {
            String origin = label(ledger.origin(who), "rows", json);
            String work = label(ledger.country(who, year), "columns", json);
            cells.merge(origin + " at " + work, 1, Integer::sum);
        }
        return cells;
    }

    private static Map<String, Integer> published(JsonNode table) {
        var cells = new TreeMap<String, Integer>();
        for (String origin : table.propertyNames()) {
            for (String work : table.get(origin).propertyNames()) {
                if (table.get(origin).get(work).asInt() > 0) {
                    cells.put(
                            origin + " at " + work, table.get(origin).get(work).asInt());
                }
            }
        }
        return cells;
    }

    /** The row or column that a country is counted in. */
    private static String label(String country, String axis, JsonNode json) {
        JsonNode table = json.get("table");
        var own = axis.equals("rows") ? table.propertyNames() : table.get("CN").propertyNames();
        return own.contains(country) ? country : EUROPE.contains(country) ? "EU" : "XX";
    }

    private static JsonNode read(String name) {
        return JsonMapper.shared().readTree(Path.of("events", "reference", name));
    }
}
