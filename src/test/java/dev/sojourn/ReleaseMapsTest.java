package dev.sojourn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.access.AccountRole;
import dev.sojourn.access.Accounts;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.Sojourn;
import dev.sojourn.cli.Web;
import dev.sojourn.command.Request;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.study.Figures;
import dev.sojourn.study.release.ChangedMap;
import dev.sojourn.study.release.Publication;
import dev.sojourn.study.release.ReleaseAnswers;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.rule.RuleSet;
import dev.sojourn.time.KnownAt;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** In 2022 ada is in the United States, bai in China, and nothing is known of chi. */
@DisplayName("Of the region maps of a release")
class ReleaseMapsTest {
    private static final ReleaseName NAME = new ReleaseName("second");

    /** Under the version of the shipped map, which is another one. */
    private static final RegionMap REFERENCE = map("reference-1", "home", "US");

    private static final RegionMap PACIFIC = map("pacific-1", "pacific", "CN", "US");

    @TempDir
    private Path folder;

    @BeforeEach
    void publish() throws IOException {
        SmallLedger.in(folder);
        var figures = Figures.read(Files.writeString(folder.resolve("figures.yaml"), """
                figures:
                  - {id: plain, title: Plain, analysis: composition, chart: bar, source: nobody,
                     parameters: {cohort: three, asOf: 2022, by: region}}
                  - {id: other, title: Other, analysis: composition, chart: bar, source: nobody,
                     parameters: {cohort: three, asOf: 2022, by: region, regions: pacific-1}}
                  - {id: under-set, title: Under a set, analysis: retention, chart: bar, source: nobody,
                     parameters: {cohort: three, held: "region:pacific", from: 2019, to: 2021, rules: pacific}}
                """));
        try (var ledger = OpenLedger.open(folder, Clock.systemUTC())) {
            var sets = List.of(new RuleSet("pacific", "t", Map.of("regions", "pacific-1")));
            var publication = Publication.of(
                    NAME,
                    "Second",
                    ledger.knowledge().at(KnownAt.NOW),
                    figures,
                    RuleBook.of(List.of(REFERENCE, PACIFIC), sets),
                    "standard",
                    Remarks.NONE);
            assertThat(publication.leftOut()).isEmpty();
            ledger.curation().send(Request.of(publication.command(), "kim", "publish-1"));
        }
    }

    @Test
    void each_figure_has_its_own_and_is_verified_with_it_after_a_restart() {
        try (var ledger = OpenLedger.open(folder, Clock.systemUTC())) {
            var release = release(ledger);
            assertThat(release.regions()).hasSize(2);
            var answers =
                    new ReleaseAnswers(release, ledger.knowledge().at(new KnownAt.AtPosition(release.position())));
            assertThat(answers.checks()).hasSize(3).allMatch(ReleaseAnswers.Check::pass);
            assertThat(answers.checks())
                    .extracting(check -> check.id() + " " + check.regions())
                    .containsExactly("other pacific-1", "plain reference-1", "under-set pacific-1");
            assertThat(answers.figures())
                    .extracting(figure -> figure.counted().toString())
                    .satisfiesExactly(
                            other -> assertThat(other).contains("values=[pacific]", "count=2"),
                            plain -> assertThat(plain).contains("values=[home]", "values=[other]"),
                            // bai has left the United States for China, and is retained all the same
                            underSet -> assertThat(underSet).contains("base=3", "retained=3"));
        }
    }

    @Test
    void one_that_was_changed_under_its_version_is_told_of_the_release_and_stops_the_next() {
        try (var ledger = OpenLedger.open(folder, Clock.systemUTC())) {
            var releases = ledger.knowledge().at(KnownAt.NOW).releases();
            assertThat(ChangedMap.since(releases, RuleBook.of(REFERENCE, PACIFIC)))
                    .isEmpty();
            assertThat(ChangedMap.since(releases, RuleBook.of(REFERENCE))) // one that is gone is no other one
                    .isEmpty();
            var changed = RuleBook.of(REFERENCE, map("pacific-1", "pacific", "CN", "JP", "US"));
            assertThat(ChangedMap.since(releases, changed)).containsExactly(new ChangedMap(NAME, "pacific-1"));
            assertThatThrownBy(() -> ChangedMap.refuse(releases, changed))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("region map pacific-1 is another one than release second keeps under that version: a"
                            + " changed map needs a version of its own");
        }
    }

    @Test
    void one_that_was_changed_is_told_over_http() {
        try (var server = RunningServer.over(folder)) {
            var json = JsonMapper.shared();
            var verified =
                    json.readTree(server.get("/api/v1/releases/second/verify", RunningServer.as(AccountRole.VIEWER))
                            .body());
            assertThat(verified.get("passed").asInt()).isEqualTo(3);
            assertThat(verified.get("items"))
                    .extracting(item -> item.get("figure").asString() + " "
                            + item.get("regions").asString() + " "
                            + item.get("regionsChanged").asBoolean())
                    .containsExactly("other pacific-1 false", "plain reference-1 true", "under-set pacific-1 false");
            var maps = json.readTree(server.get("/api/v1/regions", RunningServer.as(AccountRole.VIEWER))
                    .body());
            assertThat(maps.get("items"))
                    .extracting(map -> map.get("version").asString() + " " + map.get("otherwiseIn"))
                    .containsExactly("reference-1 [\"second\"]", "europe-with-uk-1 []");
            var refused =
                    server.post("/api/v1/releases", "{\"name\": \"third\"}", RunningServer.as(AccountRole.CURATOR));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("region map reference-1 is another one than release second keeps");
            assertThat(json.readTree(server.get("/api/v1/releases/second", RunningServer.as(AccountRole.VIEWER))
                                    .body())
                            .get("regions")
                            .toString())
                    .isEqualTo("[\"pacific-1\",\"reference-1\"]");
        }
    }

    @Test
    void one_that_was_changed_is_told_on_the_command_line() {
        assertThat(run("release", "verify", "second", "--data", folder.toString(), "--csv"))
                .startsWith("0\n")
                .contains("pass,plain,reference-1,true,", "pass,other,pacific-1,false,")
                .contains(
                        "sojourn: region map reference-1 is another one than release second keeps under that version");
        assertThat(run("release", "publish", "third", "--data", folder.toString()))
                .startsWith("2\n")
                .contains("region map reference-1 is another one than release second keeps");
    }

    private static String run(String... arguments) {
        var said = new StringWriter();
        var out = new PrintWriter(said, true);
        int code = Sojourn.run(arguments, ReleaseMapsTest::noServer, Clock.systemUTC(), Map.of(), out, out);
        return code + "\n" + said;
    }

    private static Web.Running noServer(OpenLedger ledger, Accounts accounts, Web.Settings settings) {
        throw new AssertionError("no server is asked for");
    }

    private static ReleasePublished release(OpenLedger ledger) {
        return ledger.knowledge().at(KnownAt.NOW).releases().stream()
                .filter(release -> release.release().equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    private static RegionMap map(String version, String region, String... countries) {
        return new RegionMap(
                version,
                Map.of(region, Arrays.stream(countries).map(CountryCode::new).toList()));
    }
}
