package dev.sojourn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.command.Command;
import dev.sojourn.command.IdentityCommand.ErasePerson;
import dev.sojourn.command.IdentityCommand.MergeResearchers;
import dev.sojourn.command.ReleaseCommand.WithdrawRelease;
import dev.sojourn.command.Request;
import dev.sojourn.command.SpellCommand.EndAffiliation;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ReleasedQuestion;
import dev.sojourn.event.value.ReleasedRegions;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.View;
import dev.sojourn.study.Figures;
import dev.sojourn.study.release.ChangedMap;
import dev.sojourn.study.release.Citation;
import dev.sojourn.study.release.Publication;
import dev.sojourn.study.release.ReleaseAnswers;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.rule.RuleSet;
import dev.sojourn.time.KnownAt;
import dev.sojourn.time.PartialDate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A release")
class ReleaseTest {
    private static final ReleaseName NAME = new ReleaseName("second");
    private static final String FIGURES = """
            figures:
              - {id: stayed, title: Stayed, analysis: retention, chart: line, source: nobody,
                 parameters: {cohort: three, held: "country:US", from: 2019, to: 2021}}
              - {id: regions, title: Regions, analysis: composition, chart: bar, source: nobody,
                 parameters: {cohort: three, asOf: 2022, by: region, knownAt: "release:first"}}
              - {id: went, title: Went, analysis: flows, chart: flow, source: nobody,
                 parameters: {cohort: three, from: 2019, to: 2022, by: country}}
              - {id: who, title: Who, analysis: state, chart: table, source: nobody,
                 parameters: {cohort: three, asOf: 2022}}
              - {id: nowhere, title: Nowhere, analysis: composition, chart: bar, source: nobody,
                 parameters: {cohort: unheard-of, asOf: 2022, by: country}}
            """;

    @TempDir
    private Path folder;

    private OpenLedger ledger;
    private Publication publication;

    @BeforeEach
    void publish() throws IOException {
        SmallLedger.in(folder);
        ledger = OpenLedger.open(folder, Clock.systemUTC());
        var file = Files.writeString(folder.resolve("figures.yaml"), FIGURES);
        publication = Publication.of(
                NAME, "Second", now(), Figures.read(file), RuleBook.of(map("asia")), "standard", Remarks.NONE);
        send(publication.command());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** Bai alone is in China in 2022; nothing is known of chi then, who left. */
    @Test
    void answers_every_figure_as_known_at_its_position_and_says_which_it_left_out() {
        assertThat(publication.leftOut()).containsOnlyKeys("nowhere");
        assertThat(publication.leftOut().get("nowhere")).contains("unheard-of");
        assertThat(release().digests()).containsOnlyKeys("regions", "stayed", "went", "who");
        assertThat(told("regions"))
                .contains("{\"count\":1,\"values\":[\"america\"]}", "{\"count\":1,\"values\":[\"asia\"]}")
                .contains("\"unobserved\":1", "\"position\":17", "\"regions\":\"m-asia\"");
    }

    @Test
    void has_digests_that_anybody_can_compute_from_what_is_told() throws Exception {
        for (var figure : answers().figures()) {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(PythonLike.dumps(figure.counted()).getBytes(StandardCharsets.UTF_8));
            assertThat(HexFormat.of().formatHex(hash))
                    .isEqualTo(figure.digest())
                    .isEqualTo(release().digests().get(figure.id()));
        }
    }

    @Test
    void never_changes_whatever_is_recorded_taken_back_merged_or_erased_afterwards() {
        var before = answers().figures().stream().map(Object::toString).toList();
        assertThat(answers().checks()).hasSize(4).allMatch(ReleaseAnswers.Check::pass);
        send(new EndAffiliation(id("ada"), new SpellId("ada-1"), PartialDate.parse("2019"), null, Remarks.NONE));
        unchanged(before);
        ledger.curation().undoing().undo(List.of(SmallLedger.HEAD), Remarks.because("not so"), "kim", "u-1", false);
        unchanged(before);
        send(new RetractAffiliation(id("bai"), new SpellId("bai-2"), Remarks.because("never there")));
        unchanged(before);
        send(new MergeResearchers(id("chi"), id("ada"), Remarks.because("one person")));
        unchanged(before);
        send(new ErasePerson(id("bai"), Remarks.because("request 1")));
        unchanged(before);
        assertThat(now().members(new dev.sojourn.event.value.CohortId("three")).orElseThrow())
                .hasSize(2);
        ledger.close();
        ledger = OpenLedger.open(folder, Clock.systemUTC());
        unchanged(before);
    }

    /** The files of figures and regions play no part: the release is answered without them. */
    @Test
    void keeps_its_questions_rules_and_region_map() {
        assertThat(release().questions().get("regions"))
                .isEqualTo(new ReleasedQuestion(
                        "composition",
                        Map.of(
                                "cohort",
                                List.of("three"),
                                "asOf",
                                List.of("2022"),
                                "by",
                                List.of("region"),
                                "place",
                                List.of("country"),
                                "phd",
                                List.of("in"),
                                "carried",
                                List.of("count"),
                                "reviewed",
                                List.of("all"),
                                "rules",
                                List.of("standard"),
                                "regions",
                                List.of("m-asia"))));
        assertThat(release().regions())
                .containsExactly(new ReleasedRegions("m-asia", map("asia").countries()));
    }

    /** Neither the name of a rule set nor the version of a map is asked what it means now. */
    @Test
    void keeps_the_content_of_the_rule_sets_that_it_was_published_under() throws IOException {
        var lately = new RuleSet("lately", "t", Map.of("maxAge", "P12M", "carried", "unobserved"));
        var grown = new RuleSet("grown", "t", Map.of("phd", "out"));
        var file = Files.writeString(folder.resolve("others.yaml"), """
                figures:
                  - {id: own, title: Own, analysis: composition, chart: bar, source: nobody,
                     parameters: {cohort: three, asOf: 2022, by: country, rules: grown}}
                  - {id: given, title: Given, analysis: composition, chart: bar, source: nobody,
                     parameters: {cohort: three, asOf: 2022, by: country, place: site}}
                """);
        var under = Publication.of(
                new ReleaseName("third"),
                "Third",
                now(),
                Figures.read(file),
                RuleBook.of(List.of(map("asia")), List.of(lately, grown)),
                "lately",
                Remarks.NONE);
        send(under.command());
        var third = now().releases().stream()
                .filter(release -> release.title().equals("Third"))
                .findFirst()
                .orElseThrow();
        assertThat(third.ruleSet()).isEqualTo("lately");
        assertThat(third.questions().get("own").parameters())
                .containsEntry("rules", List.of("grown"))
                .containsEntry("phd", List.of("out"))
                .doesNotContainKey("maxAge");
        assertThat(third.questions().get("given").parameters())
                .containsEntry("rules", List.of("lately"))
                .containsEntry("maxAge", List.of("P12M"))
                .containsEntry("carried", List.of("unobserved"))
                .containsEntry("place", List.of("site"));
        ledger.close();
        ledger = OpenLedger.open(folder, Clock.systemUTC());
        var answers = new ReleaseAnswers(third, ledger.knowledge().at(new KnownAt.AtPosition(third.position())));
        assertThat(answers.checks()).hasSize(2).allMatch(ReleaseAnswers.Check::pass);
        // nothing was seen in the twelve months before the end of 2022
        assertThat(answers.figures().get(0).counted().toString()).contains("unobserved=3");
        assertThat(answers.figures().get(1).counted().toString()).contains("unobserved=1");
    }

    @Test
    void tells_a_map_that_was_changed_under_the_version_that_it_keeps() {
        assertThat(ChangedMap.since(now().releases(), RuleBook.of(map("asia")))).isEmpty();
        var changed = RuleBook.of(new RegionMap("m-asia", Map.of("asia", List.of(new CountryCode("JP")))));
        assertThat(ChangedMap.since(now().releases(), changed)).containsExactly(new ChangedMap(NAME, "m-asia"));
        assertThatThrownBy(() -> ChangedMap.refuse(now().releases(), changed))
                .hasMessage("region map m-asia is another one than release second keeps under that version: a changed"
                        + " map needs a version of its own");
        assertThat(answers().checks()).allMatch(ReleaseAnswers.Check::pass);
    }

    @Test
    void says_that_it_was_withdrawn_and_still_answers() {
        var before = answers().figures().stream().map(Object::toString).toList();
        var head = Citation.of(release(), "l", false, ledger.store());
        send(new WithdrawRelease(NAME, Remarks.because("a typing error")));
        assertThat(now().withdrawn(NAME)).isTrue();
        unchanged(before);
        assertThat(Citation.of(release(), "l", false, ledger.store())).isEqualTo(head);
    }

    @Test
    void fails_its_verification_if_it_says_something_else_than_its_questions_answer() {
        var told = release();
        var forged = new HashMap<>(told.digests());
        forged.put("stayed", "0".repeat(64));
        forged.put("lost", "1".repeat(64));
        var other = new ReleasePublished(
                NAME,
                told.title(),
                told.position(),
                "standard",
                forged,
                told.questions(),
                told.regions(),
                Remarks.NONE);
        var checks = new ReleaseAnswers(other, then()).checks();
        assertThat(checks.stream().filter(check -> !check.pass()).map(ReleaseAnswers.Check::id))
                .containsExactly("lost", "stayed");
        assertThat(checks.get(0).problem()).isEqualTo("the release does not keep its question");
    }

    @Test
    void is_cited_with_position_day_and_head() {
        var citation = Citation.of(release(), "/api/v1/releases/second", false, ledger.store());
        assertThat(citation.head())
                .isEqualTo(ledger.store().headAt(17).toString())
                .startsWith("17:");
        assertThat(citation.text())
                .isEqualTo("Second. Sojourn release second, as known at position 17, 2024-01-17, head "
                        + citation.head() + ". /api/v1/releases/second");
        assertThat(Citation.of(release(), "l", true, ledger.store()).text()).startsWith("Second (withdrawn). ");
    }

    private void unchanged(List<String> before) {
        assertThat(answers().figures().stream().map(Object::toString).map(ReleaseTest::withoutNames))
                .containsExactlyElementsOf(
                        before.stream().map(ReleaseTest::withoutNames).toList());
        assertThat(answers().checks()).hasSize(4).allMatch(ReleaseAnswers.Check::pass);
    }

    /** Names may go by erasure, and identity of objects means nothing. */
    private static String withoutNames(String told) {
        return told.substring(told.indexOf("counted="));
    }

    private String told(String id) {
        return answers().figures().stream()
                .filter(figure -> figure.id().equals(id))
                .map(figure -> PythonLike.dumps(figure.counted()))
                .findFirst()
                .orElseThrow();
    }

    private ReleasePublished release() {
        return now().releases().stream()
                .filter(release -> release.release().equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    private ReleaseAnswers answers() {
        return new ReleaseAnswers(release(), then());
    }

    private View then() {
        return ledger.knowledge().at(new KnownAt.AtPosition(SmallLedger.HEAD));
    }

    private View now() {
        return ledger.knowledge().at(new KnownAt.AtPosition(ledger.store().head()));
    }

    private void send(Command command) {
        ledger.curation().send(Request.of(command, "kim", "c-" + command.hashCode()));
    }

    private static ResearcherId id(String name) {
        return new ResearcherId(name);
    }

    private static RegionMap map(String name) {
        return new RegionMap(
                "m-" + name, Map.of(name, List.of(new CountryCode("CN")), "america", List.of(new CountryCode("US"))));
    }

    /** What {@code json.dumps(it, sort_keys=True, separators=(",", ":"), ensure_ascii=False)} gives. */
    private static final class PythonLike {
        static String dumps(Object told) {
            if (told instanceof Map<?, ?> members) {
                return members.entrySet().stream()
                        .map(member -> dumps(member.getKey()) + ":" + dumps(member.getValue()))
                        .sorted()
                        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
            }
            if (told instanceof List<?> items) {
                return items.stream()
                        .map(PythonLike::dumps)
                        .collect(java.util.stream.Collectors.joining(",", "[", "]"));
            }
            return told instanceof String text
                    ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                    : told.toString();
        }
    }
}
