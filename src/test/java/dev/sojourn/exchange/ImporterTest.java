package dev.sojourn.exchange;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.exchange.ImportReport.Outcome;
import dev.sojourn.exchange.intake.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An import")
class ImporterTest {

    private static final ImportOptions STRICT = ImportOptions.strict("tester");
    private static final String HEADER =
            "seq,op,spell_id,person_id,institution_id,role,start,end,source,recorded_at,note";

    @TempDir
    private Path temporary;

    private TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = new TestLedger(temporary.resolve("ledger"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void tells_each_revision_as_what_it_was() {
        var report = run(
                rows(
                        "1,assert,s1,ada,mit,Researcher,2015,,,2020-01-01T00:00:00Z,",
                        "2,revise,s1,ada,mit,Researcher,2015,2019,,2020-01-02T00:00:00Z,",
                        "3,revise,s1,ada,mit,Researcher,2015,2018,,2020-01-03T00:00:00Z,",
                        "4,revise,s1,ada,mit,Postdoc,2015,,,2020-01-04T00:00:00Z,",
                        "5,retract,s1,ada,mit,Postdoc,2015,,,2020-01-05T00:00:00Z,",
                        "6,assert,s1,ada,eth,Faculty,2016,,,2020-01-06T00:00:00Z,"),
                STRICT.keepingRecordedTime());

        assertThat(ledger.toldWithTime())
                .containsExactly(
                        "2020-01-01T00:00:00Z institution mit US",
                        "2020-01-01T00:00:00Z person ada",
                        "2020-01-01T00:00:00Z record s1 ada mit RESEARCHER [2015, ..)",
                        "2020-01-02T00:00:00Z end s1 2019",
                        "2020-01-03T00:00:00Z correct s1 mit RESEARCHER [2015, 2018)",
                        "2020-01-04T00:00:00Z correct s1 mit POSTDOC [2015, ..)",
                        "2020-01-05T00:00:00Z retract s1 ada",
                        "2020-01-06T00:00:00Z institution eth CH",
                        "2020-01-06T00:00:00Z record s1 ada eth FACULTY [2016, ..)");
        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.events())
                .isEqualTo(Map.of(
                        "AffiliationCorrected", 2L,
                        "AffiliationEnded", 1L,
                        "AffiliationRecorded", 2L,
                        "AffiliationRetracted", 1L,
                        "InstitutionRegistered", 2L,
                        "ResearcherRegistered", 1L));
        assertThat(List.of(report.rows(), report.create(), report.change(), report.same(), report.error()))
                .containsExactly(9L, 5L, 4L, 0L, 0L);
        assertThat(report.firstPosition()).isEqualTo(1);
        assertThat(report.lastPosition()).isEqualTo(9);
    }

    @Test
    void tells_a_spell_that_goes_to_another_person_as_a_retraction_and_a_new_spell() {
        run(
                rows(
                                "1,assert,s1,ada,mit,Researcher,2015,,,2020-01-01T00:00:00Z,",
                                "2,revise,s1,bob,mit,Researcher,2015,,,2020-01-01T00:00:00Z,a namesake",
                                "3,revise,s1,bob,mit,Researcher,2015,2017,,2020-01-01T00:00:00Z,",
                                "4,revise,s1,ada,mit,Researcher,2015,2017,,2020-01-01T00:00:00Z,")
                        .and("people.csv", "bob,Bob Example"),
                STRICT);

        assertThat(ledger.told())
                .containsSubsequence(
                        "record s1 ada mit RESEARCHER [2015, ..)",
                        "retract s1 ada",
                        "record s1#2 bob mit RESEARCHER [2015, ..)",
                        "end s1#2 2017",
                        "retract s1#2 bob",
                        "record s1#3 ada mit RESEARCHER [2015, 2017)");
        assertThat(ledger.recorded().stream()
                        .filter(recorded ->
                                "retract s1 ada".equals(ledger.told().get((int) recorded.position() - 1)))
                        .findFirst()
                        .orElseThrow()
                        .event()
                        .personal()
                        .reason())
                .isEqualTo("a namesake");
    }

    @Test
    void applies_rows_in_the_order_of_seq_whatever_that_of_the_file() {
        run(rows("20,revise,s1,ada,mit,Researcher,2015,2019,,,", "3,assert,s1,ada,mit,Researcher,2015,,,,"), STRICT);

        assertThat(ledger.told()).containsSubsequence("record s1 ada mit RESEARCHER [2015, ..)", "end s1 2019");
    }

    @Test
    void enters_each_person_and_institution_right_before_the_first_row_that_names_it() {
        run(
                rows(
                                "1,assert,s1,ada,mit,Researcher,2015,,,2020-01-01T00:00:00Z,",
                                "2,assert,s2,bob,lab,Researcher,2015,,,2020-01-02T00:00:00Z,")
                        .with(
                                "institutions.csv",
                                "institution_id,name,country,sector,parent_id",
                                "lab,Lab,CH,university,eth",
                                "mit,MIT,US,university,",
                                "eth,ETH,CH,university,",
                                "thu,Tsinghua,CN,university,",
                                "idle,Idle,,other,")
                        .and("people.csv", "bob,Bob", "eve,Eve")
                        .with(
                                "education.csv",
                                "person_id,institution_id,country,level,end",
                                "bob,thu,,bachelor,2010",
                                "bob,,CN,MASTER,2012")
                        .with("cohorts.csv", "cohort_id,person_id", "neurips-2019,bob", "neurips-2019,ada"),
                STRICT.keepingRecordedTime());

        assertThat(ledger.toldWithTime())
                .containsExactly(
                        "2020-01-01T00:00:00Z institution idle null",
                        "2020-01-01T00:00:00Z person eve",
                        "2020-01-01T00:00:00Z institution mit US",
                        "2020-01-01T00:00:00Z person ada",
                        "2020-01-01T00:00:00Z cohort neurips-2019 2019",
                        "2020-01-01T00:00:00Z member neurips-2019 ada",
                        "2020-01-01T00:00:00Z record s1 ada mit RESEARCHER [2015, ..)",
                        "2020-01-02T00:00:00Z institution eth CH",
                        "2020-01-02T00:00:00Z institution lab CH",
                        "2020-01-02T00:00:00Z person bob",
                        "2020-01-02T00:00:00Z institution thu CN",
                        "2020-01-02T00:00:00Z degree bob BACHELOR thu",
                        "2020-01-02T00:00:00Z degree bob MASTER CN",
                        "2020-01-02T00:00:00Z member neurips-2019 bob",
                        "2020-01-02T00:00:00Z record s2 bob lab RESEARCHER [2015, ..)");
    }

    @Test
    void lets_a_spell_go_where_its_row_is_refused_and_takes_it_up_at_the_next_good_one() {
        var report = run(
                rows(
                        "1,assert,s1,ada,mit,Researcher,2015,,,2020-01-01T00:00:00Z,",
                        "2,revise,s1,ada,mit,Researcher,2015,2010,,2020-01-02T00:00:00Z,",
                        "3,revise,s1,ada,mit,Researcher,2015,2019,,2020-01-03T00:00:00Z,",
                        "4,assert,s2,ada,eth,Researcher,2015,2010,,2020-01-04T00:00:00Z,",
                        "5,retract,s2,ada,eth,Researcher,2015,2010,,2020-01-05T00:00:00Z,",
                        "6,assert,s3,ada,eth,Researcher,2015,2010,,2020-01-06T00:00:00Z,",
                        "7,revise,s3,ada,eth,Researcher,2015,,,2020-01-07T00:00:00Z,"),
                STRICT.keepingRecordedTime().acceptingValidRows());

        assertThat(ledger.toldWithTime())
                .containsExactly(
                        "2020-01-01T00:00:00Z institution mit US",
                        "2020-01-01T00:00:00Z person ada",
                        "2020-01-01T00:00:00Z record s1 ada mit RESEARCHER [2015, ..)",
                        "2020-01-02T00:00:00Z retract s1 ada",
                        "2020-01-03T00:00:00Z record s1 ada mit RESEARCHER [2015, 2019)",
                        "2020-01-04T00:00:00Z institution eth CH",
                        "2020-01-07T00:00:00Z record s3 ada eth RESEARCHER [2015, ..)");
        assertThat(report.errors()).extracting(Problem::line).containsExactly(3L, 5L, 7L);
        assertThat(List.of(report.rows(), report.create(), report.change(), report.same(), report.error()))
                .containsExactly(10L, 6L, 0L, 1L, 3L);
    }

    @Test
    void drops_a_bad_optional_field_and_keeps_the_person() {
        var source = TestPackage.good()
                .with(
                        "people.csv",
                        "person_id,name,name_native,orcid,external_ids",
                        "ada,Ada Example,\u827e\u8fbe,0000-0002-1825-0098,dblp:1/2; openalex:A5")
                .folder(temporary);

        assertThat(ledger.run(source, STRICT).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(ledger.store().head()).isZero();

        ledger.run(source, STRICT.acceptingValidRows());
        var ada = ledger.recorded().stream()
                .map(recorded -> recorded.event())
                .filter(ResearcherRegistered.class::isInstance)
                .map(ResearcherRegistered.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(ada.personal().identifiers())
                .containsExactly(
                        new Identifier("package", "ada"),
                        new Identifier("dblp", "1/2"),
                        new Identifier("openalex", "A5"));
        assertThat(ada.personal().names().byScript()).isEqualTo(Map.of("Latn", "Ada Example", "Hani", "\u827e\u8fbe"));
        assertThat(ada.researcher().value()).doesNotContain("ada");
    }

    @Test
    void keeps_titles_sources_notes_and_extra_columns() {
        run(
                TestPackage.good()
                        .with(
                                "institutions.csv",
                                "institution_id,name,country,sector,city",
                                "mit,MIT,US,Uni,Cambridge",
                                "eth,ETH,CH,think tank,")
                        .with(
                                "mapping.yaml",
                                "roles:",
                                "  Assistant PROFESSOR: FACULTY",
                                "sectors:",
                                "  uni: University")
                        .with("assertions.csv", HEADER + ",start_basis")
                        .and(
                                "assertions.csv",
                                "1,assert,s1,ada,mit,assistant professor,2015,,https://example.org/ada,2020-01-10T05:00:00Z,first seen,stated",
                                "2,assert,s2,ada,eth,Guru,2015,,a letter,,,",
                                "3,assert,s3,ada,eth,faculty,2015,,,,,",
                                "4,assert,s4,ada,eth,,2015,,,,,"),
                STRICT);

        var spells = spells();
        assertThat(spells)
                .extracting(spell -> spell.claim().role())
                .containsExactly(Role.FACULTY, Role.NOT_STATED, Role.FACULTY, Role.NOT_STATED);
        assertThat(spells)
                .extracting(spell -> spell.personal().title())
                .containsExactly("assistant professor", "Guru", null, null);
        var day = LocalDate.of(2020, 1, 10);
        var today = LocalDate.of(2026, 1, 1);
        assertThat(spells).extracting(AffiliationRecorded::observedOn).containsExactly(day, today, today, today);
        assertThat(spells.get(0).personal().evidence())
                .containsExactly(new Evidence("https://example.org/ada", null, null, null, Evidence.Kind.OTHER, day));
        assertThat(spells.get(1).personal().evidence())
                .containsExactly(new Evidence(null, "a letter", null, null, Evidence.Kind.OTHER, today));
        assertThat(spells.get(0).personal().reason()).isEqualTo("first seen");
        assertThat(spells.get(0).personal().notes()).isEqualTo(Map.of("start_basis", "stated"));
        var institutions = ledger.recorded().stream()
                .map(recorded -> recorded.event())
                .filter(InstitutionRegistered.class::isInstance)
                .map(InstitutionRegistered.class::cast)
                .toList();
        assertThat(institutions)
                .extracting(institution -> institution.profile().sector())
                .containsExactly(Sector.UNIVERSITY, Sector.NOT_STATED);
        assertThat(institutions)
                .extracting(institution -> institution.personal().notes())
                .containsExactly(Map.of("city", "Cambridge"), Map.of("sector", "think tank"));
    }

    @Test
    void stores_nothing_in_a_dry_run_and_says_what_it_would() {
        var source = TestPackage.good().with("README.md", "hello").folder(temporary);

        var dry = ledger.run(source, STRICT.dry());

        assertThat(ledger.supposed(source, STRICT.dry()).stream()
                        .collect(groupingBy(event -> event.getClass().getSimpleName(), counting())))
                .isEqualTo(dry.events());
        assertThat(ledger.store().head()).isZero();
        assertThat(dry.outcome()).isEqualTo(Outcome.DRY_RUN);
        assertThat(dry.extraFiles()).containsExactly("README.md");
        var real = ledger.run(source, STRICT);
        assertThat(real.events()).isEqualTo(dry.events());
        assertThat(real.batch()).isEqualTo(dry.batch());
        assertThat(List.of(dry.create(), dry.change(), dry.same(), dry.error())).containsExactly(4L, 0L, 0L, 0L);
    }

    @Test
    void stores_nothing_unless_all_rows_are_good() {
        var report = run(
                rows(
                        "1,assert,s1,ada,mit,Researcher,2015,,,2020-01-01T00:00:00Z,",
                        "2,assert,s2,ada,eth,Researcher,2019/05,,,2020-01-01T00:00:00Z,"),
                STRICT);

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.errors()).hasSize(1);
        assertThat(ledger.store().head()).isZero();
    }

    @Test
    void stores_nothing_of_a_package_it_cannot_read_even_if_valid_rows_would_do() {
        var report = run(TestPackage.good().and("people.csv", "bob,\"Bob"), STRICT.acceptingValidRows());

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(ledger.store().head()).isZero();
    }

    @Test
    void only_warns_of_overlaps_repeated_claims_and_dates_that_may_be_right() {
        var report = run(
                rows(
                        "1,assert,s1,ada,mit,Researcher,2015,2018,,,",
                        "2,assert,s2,ada,mit,Faculty,2017,,,,",
                        "3,assert,s3,ada,mit,Faculty,2017,,,,",
                        "4,assert,s4,ada,eth,Faculty,2017-05,2017,,,"),
                STRICT);

        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.warnings())
                .extracting(Problem::line, Problem::rule)
                .contains(
                        tuple(3L, "OVERLAP_AT_ONE_INSTITUTION"),
                        tuple(4L, "SAME_CLAIM_AGAIN"),
                        tuple(5L, "MAY_HOLD_ON_NO_DAY"));
        assertThat(spells()).hasSize(4);
    }

    @Test
    void takes_a_revision_that_says_the_same_again_as_a_confirmation_and_warns() {
        var repeated = rows(
                "1,assert,s1,ada,mit,Researcher,2015,,,2020-01-01T00:00:00Z,",
                "2,revise,s1,ada,mit,Researcher,2015,,,2020-01-01T00:00:01Z,looked at again");
        var report = run(repeated, STRICT.keepingRecordedTime());

        assertThat(report.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(report.warnings())
                .extracting(Problem::line, Problem::rule)
                .containsExactly(tuple(3L, "SAME_CLAIM_AGAIN"));
        var last = ledger.recorded().get(ledger.recorded().size() - 1).event();
        assertThat(last).isInstanceOf(AffiliationConfirmed.class);
        assertThat(((AffiliationConfirmed) last).personal().reason()).isEqualTo("looked at again");
        assertThat(((AffiliationConfirmed) last).observedOn()).isEqualTo("2020-01-01");
        assertThat(run(repeated, STRICT.keepingRecordedTime()).eventCount()).isZero();
    }

    private ImportReport run(TestPackage contents, ImportOptions options) {
        return ledger.run(contents.folder(temporary), options);
    }

    private List<AffiliationRecorded> spells() {
        return ledger.recorded().stream()
                .map(recorded -> recorded.event())
                .filter(AffiliationRecorded.class::isInstance)
                .map(AffiliationRecorded.class::cast)
                .toList();
    }

    private static TestPackage rows(String... rows) {
        return TestPackage.good().with("assertions.csv", HEADER).and("assertions.csv", rows);
    }
}
