package dev.sojourn.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.command.IdentityCommand.ErasePerson;
import dev.sojourn.command.Request;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.exchange.intake.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An import of a person who was erased")
class SuppressionTest {
    private static final ImportOptions STRICT = ImportOptions.strict("tester");

    @TempDir
    private Path temporary;

    private TestLedger ledger;

    /** Ada comes with a package and is erased. */
    @BeforeEach
    void erase() {
        ledger = new TestLedger(temporary.resolve("ledger"));
        assertThat(run(people("ada,Ada Example,dblp:12/34")).errors()).isEmpty();
        var command = new ErasePerson(ledger.researcher("ada"), Remarks.because("request 17"));
        ledger.curation().send(Request.of(command, "admin", "c-1"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void leaves_the_person_out_and_says_so_when_the_same_package_comes_again() {
        long head = ledger.store().head();
        var report = run(people("ada,Ada Example,dblp:12/34"));
        assertThat(ledger.store().head()).isEqualTo(head);
        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings().stream().map(Problem::rule)).containsExactly("PERSON_ERASED", "PERSON_ERASED");
    }

    @Test
    void leaves_out_every_row_of_the_person_and_takes_the_others() {
        var report = run(people("ada,Ada E.,", "bob,Bob Example,")
                .and(
                        "assertions.csv",
                        "2,revise,s1,ada,mit,Researcher,2015,2019,,2020-01-11T00:00:00Z,",
                        "3,assert,s2,ada,eth,Researcher,2019,,,2020-01-11T00:00:00Z,",
                        "4,assert,s3,bob,eth,Researcher,2019,,,2020-01-11T00:00:00Z,"));
        assertThat(report.errors()).isEmpty();
        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.IMPORTED);
        assertThat(report.warnings().stream()
                        .map(problem -> problem.file() + ":" + problem.line() + " " + problem.rule()))
                .containsExactly(
                        "assertions.csv:2 PERSON_ERASED",
                        "assertions.csv:3 PERSON_ERASED",
                        "assertions.csv:4 PERSON_ERASED",
                        "people.csv:2 PERSON_ERASED");
        assertThat(report.events().keySet()).containsExactly("AffiliationRecorded", "ResearcherRegistered");
        assertThat(report.eventCount()).isEqualTo(2);
    }

    @Test
    void knows_the_person_under_another_id_of_a_package_by_the_other_identifiers() {
        var report = run(people("p-77,A. Example,dblp:12/34"));
        assertThat(report.warnings().stream().map(Problem::rule)).contains("PERSON_ERASED");
        assertThat(report.events()).doesNotContainKey("ResearcherRegistered");
    }

    @Test
    void warns_of_the_same_name_but_leaves_nobody_out_for_it() {
        var report = run(people("p-77,\"Example, ADA\",")
                .with(
                        "assertions.csv",
                        "seq,op,spell_id,person_id,institution_id,role,start,end,source,recorded_at,note",
                        "1,assert,s9,p-77,mit,Researcher,2015,,,2020-01-10T00:00:00Z,"));
        assertThat(report.warnings().stream().map(Problem::rule)).containsExactly("NAME_OF_ERASED_PERSON");
        assertThat(report.events()).containsEntry("ResearcherRegistered", 1L);
    }

    private static TestPackage people(String... rows) {
        var lines = new String[rows.length + 1];
        lines[0] = "person_id,name,external_ids";
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return TestPackage.good().with("people.csv", lines);
    }

    private ImportReport run(TestPackage source) {
        return ledger.run(source.folder(temporary), STRICT);
    }
}
