package dev.sojourn.exchange.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sojourn.exchange.TestPackage;
import dev.sojourn.exchange.intake.ImportPackage;
import dev.sojourn.exchange.intake.Limits;
import dev.sojourn.exchange.intake.Problem;
import dev.sojourn.exchange.intake.Problem.Drops;
import dev.sojourn.exchange.intake.Problem.Severity;
import dev.sojourn.exchange.intake.Problems;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The check of a package")
class PackageCheckTest {

    private static final Known EMPTY_LEDGER = new Known(
            institution -> false,
            cohort -> false,
            identifier -> Optional.empty(),
            identifier -> false,
            names -> false,
            researcher -> null,
            (researcher, spell) -> null,
            fingerprint -> false,
            Instant.MIN,
            Instant.parse("2026-01-01T00:00:00Z"));

    private static final String[] HEADER = {"seq,op,spell_id,person_id,institution_id,role,start,end,recorded_at"};

    @TempDir
    private Path temporary;

    @Test
    void finds_nothing_wrong_with_a_good_package() {
        assertThat(problems(TestPackage.good(), true)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void names_file_line_column_value_rule_and_a_way_out(
            String name,
            TestPackage worse,
            String file,
            long line,
            String column,
            String value,
            String rule,
            String suggestion,
            Drops drops) {
        var errors = problems(worse, true).stream().filter(Problem::error).toList();

        assertThat(errors).hasSize(1);
        var error = errors.get(0);
        assertThat(List.of(error.file(), error.line(), error.column(), error.value(), error.rule()))
                .containsExactly(file, line, column, value, rule);
        assertThat(error.suggestion()).isEqualTo(suggestion);
        assertThat(error.drops()).isEqualTo(drops);
        assertThat(error.message()).isNotBlank();
    }

    static Stream<Arguments> names_file_line_column_value_rule_and_a_way_out() {
        return Stream.of(
                bad(
                        "bytes that are no UTF-8",
                        TestPackage.good().with("people.csv", latin1("person_id,name\nada,Ada\nbob,Bj\u00f6rn\n")),
                        "people.csv",
                        3,
                        "",
                        "",
                        "MALFORMED_UTF8",
                        "save the file as \"CSV UTF-8\"",
                        Drops.PACKAGE),
                bad(
                        "a quote that is never closed",
                        TestPackage.good().and("people.csv", "bob,\"Bob"),
                        "people.csv",
                        3,
                        "",
                        "",
                        "MALFORMED_CSV",
                        "put quotes around the whole cell, and double those inside it",
                        Drops.PACKAGE),
                bad(
                        "text after a closing quote",
                        TestPackage.good().and("people.csv", "bob,\"Bob\" Example"),
                        "people.csv",
                        3,
                        "",
                        "",
                        "MALFORMED_CSV",
                        "put quotes around the whole cell, and double those inside it",
                        Drops.PACKAGE),
                bad(
                        "a header that is missing",
                        TestPackage.good().with("people.csv", "Person ID,name", "ada,Ada Example"),
                        "people.csv",
                        1,
                        "person_id",
                        "",
                        "MISSING_HEADER",
                        "rename \"Person ID\" to person_id",
                        Drops.PACKAGE),
                bad(
                        "a header that is there twice",
                        TestPackage.good().with("people.csv", "person_id,name,name", "ada,Ada,Ada"),
                        "people.csv",
                        1,
                        "name",
                        "name",
                        "DUPLICATE_HEADER",
                        "rename one of them",
                        Drops.PACKAGE),
                bad(
                        "an empty file",
                        TestPackage.good().with("people.csv", new byte[0]),
                        "people.csv",
                        1,
                        "",
                        "",
                        "MISSING_HEADER",
                        "begin it with the header person_id,name",
                        Drops.PACKAGE),
                bad(
                        "a file that is missing",
                        TestPackage.good().without("people.csv"),
                        "people.csv",
                        0,
                        "",
                        "",
                        "MISSING_FILE",
                        "add people.csv with the header person_id,name",
                        Drops.PACKAGE),
                bad(
                        "neither assertions nor affiliations",
                        TestPackage.good().without("assertions.csv"),
                        "affiliations.csv or assertions.csv",
                        0,
                        "",
                        "",
                        "MISSING_FILE",
                        "add affiliations.csv with the header person_id,institution_id,role,start,end",
                        Drops.PACKAGE),
                bad(
                        "a role mapped to nothing",
                        TestPackage.good().with("mapping.yaml", "roles:", "  Professor: FACULTY", "  Guru: WIZARD"),
                        "mapping.yaml",
                        3,
                        "roles",
                        "WIZARD",
                        "BAD_MAPPING",
                        "write one of PHD_STUDENT, POSTDOC, FACULTY, RESEARCHER, ENGINEER, EXECUTIVE, OTHER, NOT_STATED",
                        Drops.PACKAGE),
                bad(
                        "too many cells",
                        TestPackage.good().and("people.csv", "bob,Example, Bob"),
                        "people.csv",
                        3,
                        "",
                        "",
                        "WRONG_FIELD_COUNT",
                        "put quotes around a cell that has a comma in it",
                        Drops.ROW),
                bad(
                        "too few cells",
                        TestPackage.good().and("people.csv", "bob"),
                        "people.csv",
                        3,
                        "",
                        "",
                        "WRONG_FIELD_COUNT",
                        "",
                        Drops.ROW),
                bad(
                        "no name",
                        TestPackage.good().and("people.csv", "bob,"),
                        "people.csv",
                        3,
                        "name",
                        "",
                        "VALUE_MISSING",
                        "fill it in, or delete the row",
                        Drops.ROW),
                bad(
                        "white space around an id",
                        TestPackage.good().and("people.csv", "bob ,Bob"),
                        "people.csv",
                        3,
                        "person_id",
                        "bob ",
                        "BAD_VALUE",
                        "write \"bob\", without white space around it",
                        Drops.ROW),
                bad(
                        "two persons of one id",
                        TestPackage.good().and("people.csv", "ada,Ada Other"),
                        "people.csv",
                        3,
                        "person_id",
                        "ada",
                        "DUPLICATE_ID",
                        "delete one of the two rows, or give one of two namesakes another id",
                        Drops.ROW),
                bad(
                        "two institutions of one id",
                        TestPackage.good().and("institutions.csv", "mit,Other,US,university"),
                        "institutions.csv",
                        4,
                        "institution_id",
                        "mit",
                        "DUPLICATE_ID",
                        "delete one of the two rows",
                        Drops.ROW),
                bad(
                        "a country by its everyday name",
                        TestPackage.good().and("institutions.csv", "ox,Oxford,UK,university"),
                        "institutions.csv",
                        4,
                        "country",
                        "UK",
                        "UNKNOWN_COUNTRY",
                        "write GB",
                        Drops.FIELD),
                bad(
                        "a country of three letters",
                        TestPackage.good().and("institutions.csv", "cmu,CMU,USA,university"),
                        "institutions.csv",
                        4,
                        "country",
                        "USA",
                        "UNKNOWN_COUNTRY",
                        "write US",
                        Drops.FIELD),
                bad(
                        "a country in small letters",
                        TestPackage.good().and("institutions.csv", "thu,Tsinghua,cn,university"),
                        "institutions.csv",
                        4,
                        "country",
                        "cn",
                        "UNKNOWN_COUNTRY",
                        "write CN",
                        Drops.FIELD),
                bad(
                        "an ORCID iD whose last digit is wrong",
                        TestPackage.good().with("people.csv", "person_id,name,orcid", "ada,Ada,0000-0002-1825-0098"),
                        "people.csv",
                        2,
                        "orcid",
                        "0000-0002-1825-0098",
                        "BAD_IDENTIFIER",
                        "look it up, or leave the cell empty",
                        Drops.FIELD),
                bad(
                        "an ORCID iD without hyphens",
                        TestPackage.good().with("people.csv", "person_id,name,orcid", "ada,Ada,0000000218250097"),
                        "people.csv",
                        2,
                        "orcid",
                        "0000000218250097",
                        "BAD_IDENTIFIER",
                        "write 0000-0002-1825-0097",
                        Drops.FIELD),
                bad(
                        "a homepage that a browser would run",
                        TestPackage.good()
                                .with(
                                        "people.csv",
                                        "person_id,name,external_ids",
                                        "ada,Ada,homepage:javascript:alert(1)"),
                        "people.csv",
                        2,
                        "external_ids",
                        "homepage:javascript:alert(1)",
                        "BAD_IDENTIFIER",
                        "look it up, or leave it out",
                        Drops.FIELD),
                bad(
                        "an identifier without a scheme",
                        TestPackage.good().with("people.csv", "person_id,name,external_ids", "ada,Ada,dblp:1/2;12345"),
                        "people.csv",
                        2,
                        "external_ids",
                        "12345",
                        "BAD_IDENTIFIER",
                        "look it up, or leave the cell empty",
                        Drops.FIELD),
                bad(
                        "an identifier of two persons",
                        TestPackage.good()
                                .with(
                                        "people.csv",
                                        "person_id,name,external_ids",
                                        "ada,Ada,dblp:1/2",
                                        "bob,Bob,dblp:1/2"),
                        "people.csv",
                        3,
                        "external_ids",
                        "dblp:1/2",
                        "IDENTIFIER_CLASH",
                        "find out whose it is; if both rows are one person, make them one",
                        Drops.FIELD),
                bad(
                        "an unknown person",
                        rows("1,assert,s1,Ada,mit,Researcher,2015,,2020-01-10T00:00:00Z"),
                        "assertions.csv",
                        2,
                        "person_id",
                        "Ada",
                        "UNKNOWN_PERSON",
                        "write \"ada\", or add it to people.csv",
                        Drops.ROW),
                bad(
                        "an unknown institution",
                        rows("1,assert,s1,ada,cern,Researcher,2015,,2020-01-10T00:00:00Z"),
                        "assertions.csv",
                        2,
                        "institution_id",
                        "cern",
                        "UNKNOWN_INSTITUTION",
                        "add it to institutions.csv",
                        Drops.ROW),
                bad(
                        "an unknown parent",
                        TestPackage.good()
                                .with(
                                        "institutions.csv",
                                        "institution_id,name,country,sector,parent_id",
                                        "mit,MIT,US,university,",
                                        "eth,ETH,CH,university,ivy"),
                        "institutions.csv",
                        3,
                        "parent_id",
                        "ivy",
                        "UNKNOWN_INSTITUTION",
                        "add it to institutions.csv",
                        Drops.ROW),
                bad(
                        "a date with a slash",
                        rows("1,assert,s1,ada,mit,Researcher,2019/05,,2020-01-10T00:00:00Z"),
                        "assertions.csv",
                        2,
                        "start",
                        "2019/05",
                        "BAD_DATE",
                        "write 2019-05",
                        Drops.ROW),
                bad(
                        "an end that is a word",
                        rows("1,assert,s1,ada,mit,Researcher,2019,present,2020-01-10T00:00:00Z"),
                        "assertions.csv",
                        2,
                        "end",
                        "present",
                        "BAD_DATE",
                        "leave the cell empty: that means not known to have ended",
                        Drops.ROW),
                bad(
                        "an interval that ends before it starts",
                        rows("1,assert,s1,ada,mit,Researcher,2019-05,2018,2020-01-10T00:00:00Z"),
                        "assertions.csv",
                        2,
                        "end",
                        "2018",
                        "REVERSED_INTERVAL",
                        "swap or correct the dates; leave the end empty if it is not known to have ended",
                        Drops.ROW),
                bad(
                        "an op nobody knows",
                        rows("1,delete,s1,ada,mit,Researcher,2019,,2020-01-10T00:00:00Z"),
                        "assertions.csv",
                        2,
                        "op",
                        "delete",
                        "UNKNOWN_OP",
                        "write assert, revise or retract",
                        Drops.ROW),
                bad(
                        "a revision of a spell never asserted",
                        rows("1,revise,s1,ada,mit,Researcher,2019,,2020-01-10T00:00:00Z"),
                        "assertions.csv",
                        2,
                        "spell_id",
                        "s1",
                        "SPELL_NOT_ASSERTED",
                        "correct the id, or add the row that asserts it",
                        Drops.ROW),
                bad(
                        "a retraction of a retracted spell",
                        rows(
                                "1,assert,s1,ada,mit,Researcher,2019,,2020-01-10T00:00:00Z",
                                "2,retract,s1,ada,mit,Researcher,2019,,2020-01-10T00:00:00Z",
                                "3,retract,s1,ada,mit,Researcher,2019,,2020-01-10T00:00:00Z"),
                        "assertions.csv",
                        4,
                        "op",
                        "retract",
                        "SPELL_NOT_ASSERTED",
                        "write assert if it is believed again, or delete the row",
                        Drops.ROW),
                bad(
                        "an assertion of a spell that is believed",
                        rows(
                                "1,assert,s1,ada,mit,Researcher,2019,,2020-01-10T00:00:00Z",
                                "2,assert,s1,ada,mit,Researcher,2018,,2020-01-10T00:00:00Z"),
                        "assertions.csv",
                        3,
                        "op",
                        "assert",
                        "SPELL_ALREADY_ASSERTED",
                        "write revise, or give a spell of its own another id",
                        Drops.ROW),
                bad(
                        "two rows of one seq",
                        rows(
                                "1,assert,s1,ada,mit,Researcher,2019,,2020-01-10T00:00:00Z",
                                "1,assert,s2,ada,eth,Researcher,2018,,2020-01-10T00:00:00Z"),
                        "assertions.csv",
                        3,
                        "seq",
                        "1",
                        "DUPLICATE_SEQ",
                        "number the rows anew",
                        Drops.ROW),
                bad(
                        "a seq that is no number",
                        rows("one,assert,s1,ada,mit,Researcher,2019,,2020-01-10T00:00:00Z"),
                        "assertions.csv",
                        2,
                        "seq",
                        "one",
                        "BAD_VALUE",
                        "",
                        Drops.ROW),
                bad(
                        "a moment that is only a day",
                        rows("1,assert,s1,ada,mit,Researcher,2019,,2020-01-10"),
                        "assertions.csv",
                        2,
                        "recorded_at",
                        "2020-01-10",
                        "BAD_TIMESTAMP",
                        "write 2020-01-10T00:00:00Z if it is UTC",
                        Drops.ROW),
                bad(
                        "no recorded time to keep",
                        rows("1,assert,s1,ada,mit,Researcher,2019,,"),
                        "assertions.csv",
                        2,
                        "recorded_at",
                        "",
                        "TIME_MISSING",
                        "fill it in",
                        Drops.ROW),
                bad(
                        "a recorded time in the future",
                        rows("1,assert,s1,ada,mit,Researcher,2019,,2026-01-01T00:00:00.001Z"),
                        "assertions.csv",
                        2,
                        "recorded_at",
                        "2026-01-01T00:00:00.001Z",
                        "TIME_IN_FUTURE",
                        "correct the time",
                        Drops.ROW),
                bad(
                        "a recorded time that runs backwards",
                        rows(
                                "1,assert,s1,ada,mit,Researcher,2019,,2020-01-10T00:00:00Z",
                                "2,assert,s2,ada,eth,Researcher,2019,,2020-01-09T23:59:59Z"),
                        "assertions.csv",
                        3,
                        "recorded_at",
                        "2020-01-09T23:59:59Z",
                        "TIME_BACKWARDS",
                        "correct the time, or import without keeping recorded times",
                        Drops.ROW),
                bad(
                        "a kind nobody knows",
                        TestPackage.affiliations(
                                "person_id,institution_id,role,start,end,kind,recorded_at",
                                "ada,mit,Researcher,2015,,SIDE,2020-01-10T00:00:00Z"),
                        "affiliations.csv",
                        2,
                        "kind",
                        "SIDE",
                        "UNKNOWN_KIND",
                        "write one of PRIMARY, JOINT, ADJUNCT, VISITING, ADVISORY, INTERNSHIP, or leave the cell empty",
                        Drops.FIELD),
                bad(
                        "a degree of no level",
                        education("ada,mit,,PhD,2014"),
                        "education.csv",
                        2,
                        "level",
                        "PhD",
                        "UNKNOWN_LEVEL",
                        "write BACHELOR, MASTER or DOCTORATE",
                        Drops.ROW),
                bad(
                        "a degree from nowhere",
                        education("ada,,,BACHELOR,2014"),
                        "education.csv",
                        2,
                        "institution_id",
                        "",
                        "INSTITUTION_OR_COUNTRY",
                        "fill in one of the two",
                        Drops.ROW),
                bad(
                        "a degree from a country nobody knows",
                        education("ada,,China,BACHELOR,2014"),
                        "education.csv",
                        2,
                        "country",
                        "China",
                        "UNKNOWN_COUNTRY",
                        "write CN",
                        Drops.ROW),
                bad(
                        "a person twice in a cohort",
                        TestPackage.good().with("cohorts.csv", "cohort_id,person_id", "c,ada", "c,ada"),
                        "cohorts.csv",
                        3,
                        "person_id",
                        "ada",
                        "DUPLICATE_ID",
                        "delete one of the two rows",
                        Drops.ROW));
    }

    @Test
    void refuses_every_institution_of_a_circle_of_parents() {
        var circle = TestPackage.good()
                .with(
                        "institutions.csv",
                        "institution_id,name,country,sector,parent_id",
                        "mit,MIT,US,university,eth",
                        "eth,ETH,CH,university,mit",
                        "lab,Lab,US,university,")
                .with("assertions.csv", HEADER[0], "1,assert,s1,ada,lab,Researcher,2019,,2020-01-10T00:00:00Z");

        assertThat(problems(circle, true))
                .extracting(Problem::line, Problem::rule)
                .containsExactly(tuple(2L, "PARENT_CYCLE"), tuple(3L, "PARENT_CYCLE"));
    }

    @Test
    void reports_all_bad_rows_at_once_and_those_that_depend_on_them_as_such() {
        var bad = TestPackage.good()
                .with("people.csv", "person_id,name", "ada,", "bob,Bob")
                .with(
                        "assertions.csv",
                        HEADER[0],
                        "1,assert,s1,ada,mit,Researcher,2019,,2020-01-10T00:00:00Z",
                        "2,assert,s2,bob,mit,Researcher,2019-13,,2020-01-10T00:00:00Z");

        assertThat(problems(bad, true))
                .extracting(Problem::toString)
                .containsExactly(
                        "assertions.csv:2 person_id \"ada\": the row of this person was refused; correct that row [UNKNOWN_PERSON]",
                        "assertions.csv:3 start \"2019-13\": \"2019-13\": month 13 is not one of 01 to 12; write 2019 [BAD_DATE]",
                        "people.csv:2 name \"\": the cell is empty; fill it in, or delete the row [VALUE_MISSING]");
    }

    @Test
    void only_warns_of_rows_out_of_order_and_of_odd_dates_in_what_is_retracted() {
        var odd = rows(
                "2,retract,s1,ada,mit,Researcher,2019,2018,2020-01-11T00:00:00Z",
                "1,assert,s1,ada,mit,Researcher,2019,,2020-01-10T00:00:00Z");

        assertThat(problems(odd, true))
                .extracting(Problem::severity, Problem::line, Problem::rule)
                .containsExactly(
                        tuple(Severity.WARNING, 2L, "REVERSED_INTERVAL"), tuple(Severity.WARNING, 3L, "SEQ_UNSORTED"));
    }

    @Test
    void asks_nothing_of_recorded_times_that_are_not_kept() {
        var times = rows(
                "1,assert,s1,ada,mit,Researcher,2019,,2030-01-10T00:00:00Z", "2,assert,s2,ada,eth,Researcher,2019,,");

        assertThat(problems(times, false)).isEmpty();
    }

    @Test
    void compares_affiliations_with_the_last_state_of_assertions_where_both_are_there() {
        var both = rows(
                        "1,assert,s1,ada,mit,Researcher,2019,,2020-01-10T00:00:00Z",
                        "2,revise,s1,ada,mit,Researcher,2019,2020,2020-01-10T00:00:00Z",
                        "3,assert,s2,ada,eth,Researcher,2020,,2020-01-10T00:00:00Z")
                .with(
                        "affiliations.csv",
                        "person_id,institution_id,role,start,end",
                        "ada,mit,Researcher,2019,",
                        "ada,eth,Researcher,2020,");

        assertThat(problems(both, true))
                .extracting(Problem::severity, Problem::file, Problem::line, Problem::rule)
                .containsExactly(
                        tuple(Severity.WARNING, "affiliations.csv", 2L, "DIFFERS_FROM_ASSERTIONS"),
                        tuple(Severity.WARNING, "assertions.csv", 3L, "DIFFERS_FROM_ASSERTIONS"));
    }

    private List<Problem> problems(TestPackage contents, boolean keepRecordedTime) {
        var problems = new Problems();
        var source = ImportPackage.read(contents.folder(temporary), Limits.STANDARD, problems);
        if (!problems.hopeless()) {
            new PackageCheck(
                            source,
                            new Fingerprints(source, text -> new UUID(text.hashCode(), text.length()).toString()),
                            EMPTY_LEDGER,
                            keepRecordedTime,
                            problems)
                    .contents();
        }
        return problems.sorted();
    }

    private static TestPackage rows(String... rows) {
        return TestPackage.good().with("assertions.csv", HEADER).and("assertions.csv", rows);
    }

    private static TestPackage education(String row) {
        return TestPackage.good().with("education.csv", "person_id,institution_id,country,level,end", row);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Arguments bad(String name, TestPackage worse, Object... expected) {
        var all = new ArrayList<Object>(List.of(name, worse));
        all.addAll(List.of(expected));
        all.set(3, ((Number) all.get(3)).longValue());
        return Arguments.of(all.toArray());
    }
}
