package dev.sojourn.study.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.event.EducationEvent.EducationRetracted;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.oracle.EventList;
import dev.sojourn.study.Figures;
import dev.sojourn.study.Knowledge;
import dev.sojourn.study.ReferenceTimeline;
import dev.sojourn.study.claim.Checked.Verdict;
import dev.sojourn.study.release.Publication;
import dev.sojourn.study.rule.RuleBook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The figures of the article are published; afterwards one of the hundred turns out to have no Chinese degree. */
@DisplayName("Claims that quote a release")
class ReleasedClaimsTest {
    private static final Figures FIGURES = Figures.load();
    private final EventList events = ReferenceTimeline.events();

    @BeforeEach
    void publishAndRetract() {
        events.append(release("third", Map.of()));
        events.append(new EducationRetracted(
                new ResearcherId("n19-001"), // who stayed
                new EducationId("n19-001-bachelor"),
                Remarks.because("no such degree")));
    }

    private ReleasePublished release(String name, Map<String, String> otherDigests) {
        var command = Publication.of(
                        new ReleaseName(name),
                        name,
                        events.timeline(events.head()).now(),
                        FIGURES,
                        RuleBook.load(),
                        "standard",
                        Remarks.NONE)
                .command();
        var digests = new HashMap<>(command.digests());
        digests.putAll(otherDigests);
        return new ReleasePublished(
                command.release(),
                command.title(),
                command.position(),
                command.ruleSet(),
                digests,
                command.questions(),
                command.regions(),
                Remarks.NONE);
    }

    /** The book has another map by now, in which the regions of the figures are not. */
    private Checked check(String fields) {
        var timeline = events.timeline(events.head());
        var today = RuleBook.of(new RegionMap("other-9", Map.of("asia", List.of(new CountryCode("CN")))));
        return new Checks(new Knowledge(timeline), today)
                .of(ClaimsFile.read(FIGURES, "c.yaml", "claims: [{says: They are 86., " + fields + "}]"))
                .get(0);
    }

    private void unchecked(String fields, String why) {
        var checked = check(fields);
        assertThat(checked.verdict()).isEqualTo(Verdict.UNCHECKED);
        assertThat(checked.why()).startsWith(why);
    }

    @Test
    void are_judged_by_what_it_answers_and_not_by_what_is_known_now() {
        var then = check("count: 87, release: third, question: retained-87, read: retained");
        assertThat(then.verdict()).isEqualTo(Verdict.PASS);
        assertThat(then.bases().get(0).position()).isEqualTo(5047);
        assertThat(then.bases().get(0).question().call())
                .startsWith("/api/v1/cohorts/neurips-2019/retention?")
                .contains("knownAt=release:third", "phd=in", "regions=reference-1")
                .doesNotContain("rules=");
        assertThat(check("count: 86, figure: retained-87, knownAt: now").verdict())
                .isEqualTo(Verdict.PASS);
        var wrong = check("count: 86, release: third, question: retained-87, read: retained");
        assertThat(wrong.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(wrong.suggestion()).isEqualTo("They are 87.");
        assertThat(wrong.rightAt()).containsExactly("now");
    }

    @Test
    void take_the_rules_and_the_region_map_that_it_keeps() {
        var europe = check("share: 17 %, release: third, question: origin-2019-first-published, read: \"cell:europe\"");
        assertThat(europe.verdict()).as(europe.why()).isEqualTo(Verdict.PASS);
        assertThat(europe.exact()).isEqualTo("106/620");
    }

    @Test
    void may_take_a_day_of_a_series_and_another_base() {
        assertThat(check("rate: 0.96, release: third, question: retained-87, read: retained, on: 2021")
                        .exact())
                .isEqualTo("96/100");
        assertThat(check("share: 34 %, release: third, question: retained-87, read: sameInstitution, base: retained")
                        .exact())
                .isEqualTo("30/87");
    }

    @Test
    void may_compare_two_releases_of_a_question() {
        events.append(release("fourth", Map.of()));
        assertThat(check("difference: down 1, from: {release: third, question: retained-87, read: retained},"
                                + " to: {release: fourth, question: retained-87, read: retained}")
                        .exact())
                .isEqualTo("86 - 87");
    }

    @Test
    void are_not_checked_if_it_is_not_there_keeps_no_such_question_or_does_not_verify() {
        unchecked("count: 1, release: none, question: a, read: total", "no release none is in the ledger");
        unchecked(
                "count: 1, release: third, question: a, read: total",
                "release third keeps no question \"a\"; there are base-100, cn-origin-by-country-2019,");
        unchecked(
                "count: 1, release: carnegie-2025-12, question: a, read: total",
                "release carnegie-2025-12 keeps no question \"a\"; it names a moment of knowledge only");
        events.append(release("forged", Map.of("retained-87", "0".repeat(64))));
        unchecked(
                "count: 86, release: forged, question: retained-87, read: retained",
                "\"retained-87\" of release forged cannot be verified: it is not what was published");
        assertThat(check("count: 10, release: forged, question: returned-10, read: \"destination:CN\"")
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }
}
