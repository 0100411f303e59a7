package dev.sojourn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sojourn.command.InstitutionCommand.RegisterInstitution;
import dev.sojourn.command.Request;
import dev.sojourn.command.SpellCommand.CorrectAffiliation;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.exchange.ImportReport.Outcome;
import dev.sojourn.exchange.intake.Problem;
import dev.sojourn.time.PartialDate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A package that comes again")
class ReimportTest {

    private static final ImportOptions STRICT = ImportOptions.strict("tester");
    private static final String HEADER =
            "seq,op,spell_id,person_id,institution_id,role,start,end,source,recorded_at,note";
    private static final String[] STAY = {
        "1,assert,s1,ada,mit,Researcher,2015,,,2020-01-01T00:00:00Z,",
        "2,revise,s1,ada,mit,Researcher,2015,2019,,2020-01-02T00:00:00Z,"
    };

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
    void changes_nothing_whether_or_not_recorded_times_are_kept() {
        run(rows(STAY), STRICT.keepingRecordedTime());
        var told = ledger.told();
        assertThat(told).hasSize(5);

        for (var options : List.of(STRICT.keepingRecordedTime(), STRICT, STRICT.acceptingValidRows())) {
            var again = run(rows(STAY), options);

            assertThat(ledger.told()).isEqualTo(told);
            assertThat(again.eventCount()).isZero();
            assertThat(List.of(again.rows(), again.create(), again.change(), again.same(), again.error()))
                    .containsExactly(5L, 0L, 0L, 5L, 0L);
        }
    }

    @Test
    void changes_nothing_either_after_a_curator_corrected_what_it_brought() {
        run(rows(STAY), STRICT);
        var corrected = Claim.of(new InstitutionId("mit"), Role.FACULTY, PartialDate.parse("2014"), null);
        ledger.curation()
                .send(Request.of(
                        new CorrectAffiliation(
                                ledger.researcher("ada"),
                                new SpellId("s1"),
                                corrected,
                                null,
                                new Titled(null, "asked her", null, null)),
                        "curator",
                        "c-1"));
        long head = ledger.store().head();

        assertThat(run(rows(STAY), STRICT).eventCount()).isZero();
        assertThat(ledger.store().head()).isEqualTo(head);
    }

    @Test
    void brings_only_what_is_new_and_keeps_what_a_curator_corrected() {
        run(rows(STAY[0]), STRICT);
        ledger.curation()
                .send(Request.of(
                        new CorrectAffiliation(
                                ledger.researcher("ada"),
                                new SpellId("s1"),
                                Claim.of(new InstitutionId("mit"), Role.FACULTY, PartialDate.parse("2014"), null),
                                null,
                                new Titled(null, "asked her", null, null)),
                        "curator",
                        "c-1"));

        run(rows(STAY), STRICT);

        assertThat(ledger.told()).endsWith("correct s1 mit FACULTY [2014, ..)", "end s1 2019");
    }

    @Test
    void records_a_spell_again_once_its_bad_row_was_corrected() {
        var bad = rows(STAY[0], STAY[1].replace(",2019,", ",2009,"));
        run(bad, STRICT.acceptingValidRows());
        assertThat(run(bad, STRICT.acceptingValidRows()).eventCount()).isZero();

        run(rows(STAY), STRICT);

        assertThat(ledger.told()).endsWith("retract s1 ada", "record s1 ada mit RESEARCHER [2015, 2019)");
    }

    @Test
    void does_not_let_an_older_belief_overwrite_a_newer_one() {
        String last = "3,revise,s1,ada,mit,Researcher,2015,2020,,,";
        run(rows(STAY[0], last), STRICT);
        long head = ledger.store().head();

        var report = run(rows(STAY[0], "2,revise,s1,ada,eth,Researcher,2015,2018,,,", last), STRICT);

        assertThat(report.warnings()).extracting(Problem::line, Problem::rule).contains(tuple(3L, "LATER_ROW_APPLIED"));
        assertThat(ledger.store().head()).isEqualTo(head);
    }

    @Test
    void may_not_give_an_institution_or_a_person_of_the_ledger_another_content() {
        run(TestPackage.good(), STRICT);
        long head = ledger.store().head();

        var report = run(
                TestPackage.good()
                        .with(
                                "institutions.csv",
                                "institution_id,name,country,sector",
                                "mit,Other,US,university",
                                "eth,ETH,CH,university")
                        .with("people.csv", "person_id,name", "ada,Somebody Else"),
                STRICT);

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.errors())
                .extracting(Problem::file, Problem::line, Problem::column, Problem::value, Problem::rule)
                .contains(
                        tuple("institutions.csv", 2L, "institution_id", "mit", "INSTITUTION_ID_TAKEN"),
                        tuple("people.csv", 2L, "person_id", "ada", "PERSON_ID_TAKEN"));
        assertThat(ledger.store().head()).isEqualTo(head);
    }

    @Test
    void links_identifiers_that_are_new_but_none_that_is_somebody_elses() {
        run(
                TestPackage.good()
                        .with("people.csv", "person_id,name,external_ids", "ada,Ada Example,", "bob,Bob,dblp:1/2"),
                STRICT);

        var report = run(
                TestPackage.good()
                        .with("people.csv", "person_id,name,external_ids", "ada,Ada Example,dblp:1/2;openalex:A5"),
                STRICT.acceptingValidRows());

        assertThat(report.errors())
                .extracting(Problem::line, Problem::column, Problem::value, Problem::rule)
                .containsExactly(tuple(2L, "external_ids", "dblp:1/2", "IDENTIFIER_CLASH"));
        assertThat(ledger.told()).endsWith("link ada openalex:A5");
        assertThat(report.change()).isEqualTo(1);
    }

    @Test
    void cannot_keep_recorded_times_that_lie_before_what_the_ledger_holds() {
        run(rows("1,assert,s0,ada,mit,Researcher,2010,2011,,2021-01-01T00:00:00Z,"), STRICT.keepingRecordedTime());
        long head = ledger.store().head();

        var report = run(rows(STAY), STRICT.keepingRecordedTime());

        assertThat(report.errors())
                .extracting(Problem::line, Problem::column, Problem::rule)
                .containsExactly(
                        tuple(2L, "recorded_at", "TIME_BACKWARDS"), tuple(3L, "recorded_at", "TIME_BACKWARDS"));
        assertThat(ledger.store().head()).isEqualTo(head);
    }

    @Test
    void fills_in_the_end_of_a_stay_that_has_no_id_of_its_own() {
        String header = "person_id,institution_id,role,start,end";
        run(TestPackage.affiliations(header, "ada,mit,Researcher,2015,", "ada,mit,Researcher,2015,"), STRICT);
        var ids = ledger.recorded().stream()
                .map(recorded -> recorded.event())
                .filter(AffiliationRecorded.class::isInstance)
                .map(event -> ((AffiliationRecorded) event).spell().value())
                .toList();
        assertThat(ids).hasSize(2).doesNotHaveDuplicates();

        run(TestPackage.affiliations(header, "ada,mit,Researcher,2015,2019", "ada,mit,Researcher,2015,"), STRICT);

        assertThat(ledger.told()).endsWith("end " + ids.get(0) + " 2019");
    }

    @Test
    void decides_the_rest_again_when_a_curator_writes_meanwhile_and_counts_each_row_once() {
        var written = new ArrayList<Long>();

        var report = new Importer(ledger.store(), ledger.curation(), TestLedger.CLOCK)
                .run(rows(STAY).folder(temporary), STRICT.inChunksOf(1), (done, total) -> {
                    if (done > total / 2 && written.isEmpty()) { // half of the work is checking
                        written.add(ledger.curation()
                                .send(Request.of(institution("tum"), "curator", "c-1"))
                                .position());
                    }
                });

        // the first of five events was stored as it was checked, the other four were decided again after the curator's
        assertThat(written).containsExactly(2L);
        assertThat(ledger.told())
                .containsExactlyInAnyOrder(
                        "institution eth CH",
                        "institution mit US",
                        "institution tum null",
                        "person ada",
                        "record s1 ada mit RESEARCHER [2015, ..)",
                        "end s1 2019");
        assertThat(List.of(report.rows(), report.create(), report.change(), report.same(), report.error()))
                .containsExactly(5L, 4L, 1L, 0L, 0L);
        assertThat(report.eventCount()).isEqualTo(5);
        assertThat(List.of(report.firstPosition(), report.lastPosition())).containsExactly(1L, 6L);
    }

    private static RegisterInstitution institution(String id) {
        var profile = new Profile(Names.of(id), Sector.UNIVERSITY, null, null, List.of());
        return new RegisterInstitution(new InstitutionId(id), profile, Remarks.NONE);
    }

    @Test
    void goes_on_where_an_import_was_interrupted() {
        var people = new ArrayList<String>(List.of("person_id,name"));
        var stays = new ArrayList<String>(List.of(HEADER));
        for (int person = 1; person <= 4_000; person++) {
            people.add("p" + person + ",Person " + person);
            stays.add(person + ",assert,s" + person + ",p" + person + ",mit,Researcher,2015,,,2020-01-01T00:00:00Z,");
        }
        var source = TestPackage.good()
                .with("people.csv", people.toArray(String[]::new))
                .with("assertions.csv", stays.toArray(String[]::new))
                .folder(temporary);
        Progress killed = (done, total) -> {
            if (done > 0.8 * total) {
                throw new IllegalStateException("killed");
            }
        };
        var importer = new Importer(ledger.store(), ledger.curation(), TestLedger.CLOCK);

        assertThatThrownBy(() -> importer.run(source, STRICT.keepingRecordedTime(), killed))
                .hasMessage("killed");
        long before = ledger.store().head();
        assertThat(before).isBetween(1L, 8_000L);
        ledger.close();
        ledger = new TestLedger(temporary.resolve("ledger"));
        var rest = ledger.run(source, STRICT.keepingRecordedTime());

        assertThat(rest.eventCount()).isEqualTo(8_002 - before);
        assertThat(ledger.told()).hasSize(8_002).doesNotHaveDuplicates();
    }

    private ImportReport run(TestPackage contents, ImportOptions options) {
        return ledger.run(contents.folder(temporary), options);
    }

    private static TestPackage rows(String... rows) {
        return TestPackage.good().with("assertions.csv", HEADER).and("assertions.csv", rows);
    }
}
