package dev.sojourn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.SmallLedger;
import dev.sojourn.WebServerForTests;
import dev.sojourn.access.AccountRole;
import dev.sojourn.access.Accounts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The command line")
class VerbsTest {
    private static final List<String> VERBS = List.of(
            "demo", "serve", "import", "figures", "retention", "flows", "composition", "history", "rebuild", "verify");
    private static final String RETENTION = "retention three --held country:US --from 2019 --to 2021 --data ";

    @TempDir
    private static Path small;

    @TempDir
    private Path empty;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Map<String, String> environment = Map.of();
    private Web web = (ledger, accounts, settings) -> new Stopped(ledger, accounts);

    @BeforeAll
    static void fill() {
        SmallLedger.in(small);
    }

    @Test
    void answers_a_retention_as_a_table() {
        assertThat(run(RETENTION + small)).isZero();
        // bai leaves in 2021; ada and chi are still there at its end.
        assertThat(out.toString())
                .startsWith("2 of 3 held country:US from 2019-12-31 to 2021-12-31: three, as known at position 17")
                .contains("2021-12-31     3         2  0.6667");
    }

    @Test
    void answers_in_the_json_of_the_http_interface() {
        assertThat(run(RETENTION + small + " --json --known-at release:first")).isZero();
        var answer = new JsonMapper().readTree(out.toString());
        assertThat(answer.get("knownAt").get("position").asInt()).isEqualTo(15);
        assertThat(answer.get("rate").decimalValue()).isEqualByComparingTo("0.6667");
    }

    @Test
    void answers_under_named_rules_which_single_options_override() {
        assertThat(run(RETENTION + small + " --rules seen-lately --phd out --json"))
                .isZero();
        var rules = new JsonMapper().readTree(out.toString()).get("rules");
        assertThat(rules.get("name").asString()).isEqualTo("seen-lately");
        assertThat(rules.get("overridden").toString()).isEqualTo("[\"phd\"]");
        assertThat(rules.get("maxAge").asString()).isEqualTo("P24M");

        assertThat(run(RETENTION + small + " --rules workplace --regions europe-with-uk-1"))
                .isZero();
        assertThat(out.toString()).contains(": three under regions=europe-with-uk-1 rules=workplace, as known at");
        assertThat(run("why composition three --as-of 2019 --by country --cell total --rules workplace --csv --data "
                        + small))
                .isZero();
        assertThat(run("worklist unconfirmed --cohort three --rules without-phd --data " + small))
                .isZero();
        assertThat(run(RETENTION + small + " --rules nowhere")).isEqualTo(2);
        assertThat(err.toString()).startsWith("sojourn: rules: there are no rules \"nowhere\"; there are standard,");
    }

    @Test
    void puts_rule_sets_and_samples_side_by_side() {
        assertThat(run("side-by-side retention three --held country:US --from 2019 --to 2021"
                        + " --rules standard,seen-lately --csv --data " + small))
                .isZero();
        assertThat(out).asString().isEqualToNormalizingNewlines("""
                        cell,standard,seen-lately,seen-lately less standard
                        destination:CN,1,0,-1
                        retained,2,0,-2
                        unobserved,0,3,3
                        """);
        assertThat(run("shares retention three everyone --held country:US --from 2019 --to 2021 --to2 2020"
                        + " --value retained --data " + small))
                .isZero();
        assertThat(out.toString())
                .contains("warning: to differs: 2021 / 2020")
                .containsPattern("difference +-0.3333 +-0.7923 +0.2905");
        assertThat(run("retention three,everyone --held country:US --from 2019 --to 2021 --data " + small))
                .isEqualTo(2);
        assertThat(err.toString()).contains("An analysis follows the members of one cohort");
    }

    @Test
    void answers_in_csv() {
        assertThat(run("flows three --from 2019 --to 2021 --by country --csv --data " + small))
                .isZero();
        // Nothing showed where any of the three are after 2019, and nobody looked: all are carried, and unchecked.
        assertThat(out)
                .hasToString("from,to,count,moved,reclassified,total,"
                        + "confirmed,carried,unobserved,inactive,searched,unchecked,uncertain,qualified,whereUnknown\r\n"
                        + "US,US,2,0,0,3,0,3,0,0,0,3,0,0,0\r\n"
                        + "US,CN,1,1,0,3,0,3,0,0,0,3,0,0,0\r\n");
    }

    @Test
    void answers_a_composition_and_a_history() {
        assertThat(run("composition three --as-of 2022 --by country --data " + small))
                .isZero();
        assertThat(out.toString()).startsWith("2 known of 3 on 2022-12-31");
        assertThat(run("history chi --data " + small)).isZero();
        assertThat(out.toString()).contains("4 events about chi", "AffiliationEnded");
    }

    @Test
    void tells_histories_of_anything_in_either_order() {
        assertThat(run("history --cohort three --newest-first --data " + small)).isZero();
        assertThat(out.toString())
                .startsWith("2 events about three")
                .containsSubsequence(
                        "Members added: ada test, bai test, chi test", "Defined: Three people, as of 2019");
        assertThat(run("history --actor tester --kind institution --limit 2 --csv --data " + small))
                .isZero();
        assertThat(out.toString()).contains("Entered the ledger: Lakeside University, university, headquarters US");
        assertThat(err.toString()).contains("there is more");
        refuses("history --type Nonsense --data " + small, "there is no type of event \"Nonsense\"");
        refuses("history chi --cohort three --data " + small, "mutually exclusive");
        refuses("history --limit 0 --data " + small, "--limit must be 1 or more");
    }

    @Test
    void tells_what_differs_of_a_person_and_why() {
        assertThat(run("diff chi --known-at position:16 --as-of 2020 --csv --data " + small))
                .isZero();
        assertThat(out).hasToString("""
                        what,id,change,field,before,after,causes\r
                        spell,chi-1,ended,end,,2022,"17 2024-01-17 tester: Stay ended in 2022: Lakeside University,\
                         faculty, from 2018"\r
                        """);
        refuses("diff nobody --data " + small, "there is no researcher \"nobody\"");
    }

    @Test
    void finds_the_read_model_equal_to_a_rebuilt_one() {
        assertThat(run("rebuild --data " + small)).isZero();
        assertThat(out.toString()).contains("rebuilt from 17 events: the same");
    }

    @Test
    void says_no_with_exit_code_1_where_figures_are_not_reproduced() {
        assertThat(run("figures --data " + small)).isEqualTo(1);
        assertThat(out.toString()).startsWith("0 of ").contains("FAIL");
    }

    /** At the end of 2021 two of three are still there. */
    @Test
    void checks_claims_and_says_no_with_exit_code_1_unless_all_are_right() throws IOException {
        String claim =
                "  - says: Of three %d stayed\n    count: %d\n    read: retained\n    question: {analysis: retention,"
                        + " cohort: three, held: 'country:US', from: 2019, to: 2021}\n";
        var file = Files.writeString(empty.resolve("claims.yaml"), "claims:\n" + claim.formatted(2, 2));
        assertThat(run("check " + file + " --data " + small)).isZero();
        assertThat(out.toString()).contains("pass  Of three 2 stayed", "1 of 1 claims are right");

        Files.writeString(file, "claims:\n" + claim.formatted(3, 3));
        assertThat(run("check " + file + " --data " + small)).isEqualTo(1);
        assertThat(out.toString()).contains("FAIL  Of three 3 stayed", "right: Of three 2 stayed");

        Files.writeString(file, "claims:\n  - says: nothing\n");
        refuses("check " + file + " --data " + small, "claims.yaml, line 2, claim 1 needs one of [count");
        refuses("check " + empty + "/none.yaml --data " + small, "none.yaml cannot be read");
    }

    /** No figure asks about the people of this ledger; on the reference ledger many would change. */
    @Test
    void says_in_a_dry_run_which_figures_would_change() {
        assertThat(run("undo 17 --reason mistaken --dry-run --data " + small)).isZero();
        assertThat(out.toString())
                .contains("Would undo [17]", "No figure would change, asked as known now (position 17).");
        out.getBuffer().setLength(0);
        assertThat(run("undo 17 --reason mistaken --dry-run --csv --data " + small))
                .isZero();
        assertThat(out.toString().lines()).containsExactly("figure,parameters,on,number,from,to,shareFrom,shareTo");
        refuses("undo 17 --reason mistaken --csv --data " + small, "go with --dry-run");
    }

    @Test
    void refuses_wrong_input_with_one_line_and_a_way_out() {
        refuses("retention three --held country:US --from 2019 --data " + small, "Missing required option: '--to=DAY'");
        refuses("retention three --held country:XX --from 2019 --to 2025 --data " + small, "\"XX\" is no country");
        refuses(
                "retention none --held country:US --from 2019 --to 2025 --data " + small,
                "there is no cohort \"none\"");
        refuses(RETENTION + small + " --known-at position:99", "beyond the head");
        refuses("figures --data " + empty, "there is no ledger in");
        refuses("history nobody --data " + small, "there is no researcher \"nobody\"");
        refuses("import " + empty.resolve("none") + " --data " + empty, "name a folder or a zip");
        refuses("demo --port 99999 --data " + empty, "is no port");
        refuses("conquer", "Unmatched argument");
        refuses("", "name a verb");
    }

    @Test
    void refuses_a_ledger_that_is_in_use() {
        try (var ledger = OpenLedger.open(empty, Clock.systemUTC())) {
            assertThat(ledger.store().head()).isZero();
            refuses("rebuild --data " + empty, "is in use");
        }
    }

    @Test
    void shows_help_with_examples_for_every_verb() {
        for (String verb : VERBS) {
            out.getBuffer().setLength(0);
            assertThat(run(verb + " --help")).as(verb).isZero();
            assertThat(out.toString()).as(verb).contains("Examples:", "sojourn " + verb);
        }
    }

    @Test
    void creates_an_admin_when_a_ledger_is_first_served_and_never_again() {
        environment = Map.of("SOJOURN_ADMIN_PASSWORD", "a good password");
        assertThat(run("serve --data " + empty)).isZero();
        assertThat(out.toString()).contains("Created the account admin").doesNotContain("a good password");
        try (var accounts = Accounts.open(empty, Clock.systemUTC())) {
            assertThat(accounts.login("admin", "a good password").orElseThrow().role())
                    .isEqualTo(AccountRole.ADMIN);
        }
        out.getBuffer().setLength(0);
        assertThat(run("serve --data " + empty)).isZero();
        assertThat(out.toString()).doesNotContain("Created");
    }

    @Test
    void shows_the_whole_demonstration() {
        var real = new WebServerForTests();
        var asked = new ArrayList<HttpResponse<String>>();
        web = (ledger, accounts, settings) -> new AskedOnce(real.start(ledger, accounts, settings), asked);

        assertThat(run("demo --port 0 --data " + empty)).isZero();

        assertThat(out.toString()).contains("Filled the ledger with").contains("pass  retained-87");
        var total = out.toString()
                .lines()
                .filter(line -> line.contains("published values"))
                .toList();
        assertThat(total).containsExactly("52 of 52 published values are reproduced");
        assertThat(asked.get(0).statusCode()).isEqualTo(200);
        assertThat(asked.get(0).body()).contains("52 / 52", "retained-87").doesNotContain("??");
    }

    private static HttpResponse<String> get(String address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void refuses(String line, String message) {
        err.getBuffer().setLength(0);
        assertThat(run(line)).as(line).isEqualTo(2);
        assertThat(err.toString()).as(line).contains(message).doesNotContain("\tat ");
    }

    private int run(String line) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" ", -1);
        return Sojourn.run(args, web, Clock.systemUTC(), environment, new PrintWriter(out), new PrintWriter(err));
    }

    /** A server that stops once its first page was read. */
    private record AskedOnce(Web.Running server, List<HttpResponse<String>> answers) implements Web.Running {
        @Override
        public int port() {
            return server.port();
        }

        @Override
        public void await() {
            answers.add(get("http://127.0.0.1:" + port() + "/?lang=en"));
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** A server that is told to stop at once. */
    private record Stopped(OpenLedger ledger, Accounts accounts) implements Web.Running {
        @Override
        public int port() {
            return 8080;
        }

        @Override
        public void await() {}

        @Override
        public void close() {
            accounts.close();
            ledger.close();
        }
    }
}
