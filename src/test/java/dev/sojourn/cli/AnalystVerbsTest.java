package dev.sojourn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.exchange.Progress;
import dev.sojourn.exchange.ReferenceLoader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures are those of the article and its makers' corrections: 100 at US institutions in 2019, 87 in 2025. */
@DisplayName("On the reference ledger")
class AnalystVerbsTest {
    private static final Clock NEW_YEAR = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String BASE = " neurips-2019 --held country:US --from 2019 --where origin:CN";
    private static final String RETENTION = " retention" + BASE + " --to 2025";

    @TempDir
    private static Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void fill() {
        try (var ledger = OpenLedger.open(data, NEW_YEAR);
                var session = ledger.curation().bulk()) {
            new ReferenceLoader(session, Progress.NONE).reference();
        }
    }

    /** Of the thirteen who left, the three who are in neither country; Yang Zhilin is not among them. */
    @Test
    void state_tells_where_each_is_and_how_to_go_on() {
        String line =
                "state neurips-2019 --as-of 2025 --where origin:CN --where country:US@2019 --where country:!US|CN";

        assertThat(run(line)).isZero();
        assertThat(out.toString())
                .startsWith("3 people on 2025-12-31: neurips-2019 where origin:CN and")
                .contains("Of 3 on 2025-12-31: 3 confirmed, 0 carried forward, 0 unobserved, 0 inactive.");
        assertThat(csv(line)).hasSize(1 + 3).allMatch(row -> row.matches("(researcher,name|n19-(179|355|546),).*"));
        assertThat(json(line).path("members").get(0).path("country").asString()).isEqualTo("SG");
        assertThat(run(line + " --limit 2")).isZero();
        assertThat(out.toString()).contains("The next: --after n19-355 --known-at position:5047");
        assertThat(csv(line + " --after n19-355")).hasSize(1 + 1).anyMatch(row -> row.startsWith("n19-546,"));
        assertThat(run(line + " --limit 0")).isEqualTo(2);
        assertThat(run("state neurips-2019 --as-of 2025 --after nobody")).isEqualTo(2);
    }

    @Test
    void survival_counts_who_had_never_gone() {
        assertThat(run("survival" + BASE)).isZero();
        // 87 are there in 2025, but one of them had been away in between
        assertThat(out.toString())
                .startsWith("100 held country:US on 2019-12-31, 14 seen to go, 0 careers ended, 86 censored;")
                .contains("Of 100 on 2025-12-02: 100 confirmed, 0 carried forward, 0 unobserved, 0 inactive.")
                .containsPattern("6 +2025-12-31 +88 +2 +0 +86");
        assertThat(json("survival" + BASE).path("points").get(6).path("share").decimalValue())
                .isEqualByComparingTo("0.86");
        assertThat(csv("survival" + BASE))
                .hasSize(1 + 7)
                .contains("1,2020-12-31,100,2,0,0,0,0.98,0.9224,0.995,0.98,0.98,0.02,100,years,,0,100,0,0,0,0,0,0,55");
    }

    @Test
    void paths_lead_from_where_the_179_of_chinese_origin_were_to_where_they_are() {
        String line = "paths neurips-2019 --days 2019,2025 --by country --where origin:CN";

        assertThat(run(line)).isZero();
        assertThat(out.toString()).startsWith("179 people by country on 2019,2025: neurips-2019 where origin:CN");
        var table = csv(line);
        // Only the 100 who were in the US were looked at again: the other 79 are carried forward, and nobody looked for
        // them.
        assertThat(table.get(0))
                .startsWith("fromDay,from,toDay,to,count,moved,total,confirmed:2019-12-31,carried:2019-12-31,")
                .contains(",confirmed:2025-12-31,carried:2025-12-31,");
        assertThat(table.subList(1, 3))
                .containsExactly(
                        "2019-12-31,US,2025-12-31,US,87,57,179,179,0,0,0,0,0,0,0,100,79,0,0,0,79,0,0,55",
                        "2019-12-31,US,2025-12-31,CN,10,10,179,179,0,0,0,0,0,0,0,100,79,0,0,0,79,0,0,55");

        assertThat(table.stream()
                        .skip(1)
                        .mapToInt(row -> Integer.parseInt(row.split(",", -1)[4]))
                        .sum())
                .isEqualTo(179);
        assertThat(json(line).has("links")).isTrue();
    }

    @Test
    void moves_go_from_universities_to_companies() {
        String line = "moves neurips-2019 --from 2019 --to 2025 --by sector";

        assertThat(run(line)).isZero();
        assertThat(out.toString()).startsWith("31 of 675 moved by sector from 2019-12-31 to 2025-12-31, 0 came back");
        assertThat(out.toString())
                .contains(
                        "Of 675 on 2025-12-31: 100 confirmed, 575 carried forward, 0 unobserved, 0 inactive;"
                                + " of the 575 carried or unobserved 0 searched for and not found, 575 not checked since last seen.");
        assertThat(csv(line))
                .containsExactly(
                        "from,to,firstMoves,allMoves,total,base,moved,circulated,circulatedThere,moves,reclassified,"
                                + "end:confirmed,end:carried,end:unobserved,end:inactive,end:searched,end:unchecked,"
                                + "unknown,unobserved,inactive,whereUnknown",
                        "UNIVERSITY,COMPANY,28,28,675,675,31,0,0,31,0,100,575,0,0,0,575,0,0,0,0",
                        "COMPANY,UNIVERSITY,3,3,675,675,31,0,0,31,0,100,575,0,0,0,575,0,0,0,0");
        assertThat(json(line).path("cohort").asString()).isEqualTo("neurips-2019");
    }

    @Test
    void why_names_the_one_who_went_to_britain_and_what_says_so() {
        String line = "why" + RETENTION + " --cell destination:GB";

        assertThat(run(line)).isZero();
        assertThat(out.toString()).startsWith("destination:GB is 1 person").contains("n19-546", "2014");
        var table = csv(line);
        assertThat(table.get(0)).isEqualTo("researcher,name,cell,times,position,recorded,actor,what,reason,evidence");
        assertThat(table.stream().skip(1)).isNotEmpty().allMatch(row -> row.startsWith("n19-546,"));
        assertThat(json("why" + RETENTION + " --cell retained").path("people")).hasSize(87);
    }

    @Test
    void compare_names_the_three_who_were_learned_to_have_gone_on_one_day() {
        String line = "compare" + RETENTION + " --known-at 2025-11-11 --known-at2 2025-11-12";

        assertThat(run(line)).isZero();
        assertThat(out.toString().lines())
                .startsWith(
                        "At a CA institution, 0 to 1: one person was found at a CA institution, before that still at a US"
                                + " institution (learned 2025-11-12).",
                        "At a CN institution, 4 to 6: 2 people were found at a CN institution, before that still at a US"
                                + " institution (learned 2025-11-12).",
                        "Still at a US institution, 95 to 92: 2 people were found at a CN institution (learned 2025-11-12);"
                                + " one person was found at a CA institution (learned 2025-11-12).");
        assertThat(csv(line))
                .hasSize(1 + 3)
                .anyMatch(row -> row.startsWith("n19-334,Yang Zhilin,retained,destination:CN,learned,"));
        assertThat(json(line).path("people")).hasSize(3);
        // n19-288 is the first of the three by id; the table says how to go on, and what it says gives the other two.
        assertThat(csv(line + " --limit 1")).hasSize(1 + 1);
        assertThat(run(line + " --limit 1")).isZero();
        assertThat(out.toString())
                .contains("Of 3 people the next: --after n19-288 --known-at position:4932 --known-at2 position:4969");
        assertThat(csv("compare" + RETENTION + " --after n19-288 --known-at position:4932 --known-at2 position:4969"))
                .hasSize(1 + 2)
                .noneMatch(row -> row.startsWith("n19-288"));
        assertThat(run(line + " --limit 0")).isEqualTo(2);
    }

    @Test
    void worklists_say_what_to_look_at_and_what_could_move_a_figure_most() {
        assertThat(run("worklist unconfirmed --cohort neurips-2019 --limit 2")).isZero();
        assertThat(out.toString())
                .startsWith("unconfirmed on 2025-12-02")
                .contains("2, and perhaps more", "last shown to be true on 2019-12-08");
        assertThat(csv("worklist unconfirmed --cohort neurips-2019 --limit 2")).hasSize(3);
        assertThat(json("worklist unconfirmed --effect retained-87 --limit 5")
                        .path("items")
                        .get(0)
                        .path("effect")
                        .decimalValue())
                .isEqualByComparingTo("1");
        assertThat(csv("worklist disputed")).hasSize(1);
    }

    @Test
    void undo_takes_back_what_nothing_needs_and_says_what_stands_in_the_way_otherwise() {
        assertThat(run("undo 1 --reason mistake")).isEqualTo(1);
        assertThat(out.toString()).contains("STANDS_IN_THE_WAY", "in the way: position 4859, JoinedGroup of alphabet");
        assertThat(run("undo 4859 --reason mistake --dry-run")).isZero();
        assertThat(out.toString()).contains("Would undo [4859]");
        assertThat(run("undo 4859 --reason mistake")).isZero();
        assertThat(out.toString()).contains("Undid [4859]");
        assertThat(csv("history --institution alphabet"))
                .anyMatch(row -> row.contains("as if never recorded, position 4859"));
        assertThat(run("undo --imports")).isZero();
        assertThat(out.toString()).contains("Nothing was imported.");
    }

    @Test
    void a_release_is_published_verified_cited_and_withdrawn() {
        assertThat(run("release publish tracker-3 --title Third --known-at 2025-12-03"))
                .isZero();
        assertThat(out.toString()).contains("Published release tracker-3 of position 5047 with 25 figures.");
        assertThat(run("release verify tracker-3")).isZero();
        assertThat(out.toString()).contains("25 of 25 figures of tracker-3 answer what was published");
        assertThat(csv("release verify tracker-3").stream().skip(1))
                .hasSize(25)
                .allMatch(row -> row.startsWith("pass,"));
        assertThat(json("release verify tracker-3").isEmpty()).isFalse();
        assertThat(run("release cite tracker-3")).isZero();
        assertThat(out.toString())
                .contains("Third. Sojourn release tracker-3, as known at position 5047, 2025-12-02, head 5047:");
        assertThat(csv("release public tracker-3"))
                .contains("retained-87,retained,,87,base,0.87", "elsewhere-3,known,,withheld,,")
                .noneMatch(row -> row.matches(".*,[1-4],[a-zA-Z]*,[0-9.]*"));
        assertThat(run("release public tracker-3")).isZero();
        assertThat(out.toString())
                .contains("Third: 25 figures as everybody may see them, no count below 5", "other:end");
        assertThat(csv("release public tracker-3 --threshold 1")).contains("returned-10,destination:CN,,10,base,0.1");
        refuses("release public tracker-3 --threshold 0", "the threshold for the public is 1 or more, not 0");
        refuses("release public none", "no release \"none\" is in the ledger");
        assertThat(run("release withdraw tracker-3 --reason replaced")).isZero();
        assertThat(csv("release public tracker-3")).containsExactly("figure,number,on,count,of,share");
        assertThat(run("release public tracker-3")).isZero();
        assertThat(out.toString()).contains("Third (withdrawn): 0 figures");
        refuses("release publish tracker-3 --title Again", "RELEASE_EXISTS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            survival neurips-2019 --from 2019                              | Missing required option: '--held=COND'
            survival neurips-2019 --held country:XX --from 2019            | "XX" is no country
            paths neurips-2019 --days 2025,2019 --by country               | days must ascend
            moves neurips-2019 --from 2019 --to 2025 --by colour           | "colour" is no attribute; there are institution,
            moves nobody --from 2019 --to 2025 --by sector                 | there is no cohort "nobody"
            why retention neurips-2019 --from 2019 --to 2025 --cell base   | held
            why composition neurips-2019 --as-of 2019 --by country --cell nonsense | there is no number "nonsense"
            why guess neurips-2019 --cell base                             | there is no analysis "guess"; there are composition,
            compare composition neurips-2019 --as-of 2019 --by country     | say what differs
            compare composition --as-of 2019 --by country --known-at2 soon | "soon"
            worklist everything                                            | there is no worklist "everything"; there are unconfirmed,
            worklist unconfirmed --effect nothing                          | there is no figure "nothing": figures lists them
            worklist unconfirmed --limit 0                                 | --limit must be 1 or more
            undo                                                           | name positions, or --import ID, or --imports
            undo 5                                                         | say why with --reason
            undo 999999 --reason x                                         | is not between 1 and the head
            undo --import none --reason x                                  | "none"
            release withdraw carnegie-2025-12                              | Missing required option: '--reason=TEXT'
            release verify none                                            | no release "none" is in the ledger
            """)
    void bad_input_is_answered_with_what_to_write_instead(String line, String told) {
        refuses(line, told);
    }

    private void refuses(String line, String told) {
        err.getBuffer().setLength(0);
        assertThat(run(line)).as(line + ": " + err).isEqualTo(2);
        assertThat(err.toString()).startsWith("sojourn: ").contains(told).doesNotContain("\tat ", "Exception");
    }

    private JsonNode json(String line) {
        assertThat(run(line + " --json")).as(err.toString()).isZero();
        return new JsonMapper().readTree(out.toString());
    }

    private List<String> csv(String line) {
        assertThat(run(line + " --csv")).as(err.toString()).isZero();
        return out.toString().lines().toList();
    }

    private int run(String line) {
        out.getBuffer().setLength(0);
        String[] args = (line.strip() + " --data " + data).split(" ", -1);
        Web none = (ledger, accounts, settings) -> null;
        return Sojourn.run(args, none, NEW_YEAR, Map.of(), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
