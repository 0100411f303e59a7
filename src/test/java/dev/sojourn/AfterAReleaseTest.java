package dev.sojourn;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.cli.OpenLedger;
import dev.sojourn.command.CareerCommand.EndCareer;
import dev.sojourn.command.CareerCommand.RecordSearchedNotFound;
import dev.sojourn.command.CohortCommand.AddMembers;
import dev.sojourn.command.CohortCommand.FreezeCohort;
import dev.sojourn.command.CohortCommand.RemoveMember;
import dev.sojourn.command.Command;
import dev.sojourn.command.EducationCommand.CorrectEducation;
import dev.sojourn.command.EducationCommand.RetractEducation;
import dev.sojourn.command.IdentityCommand.ChangeNames;
import dev.sojourn.command.IdentityCommand.ErasePerson;
import dev.sojourn.command.IdentityCommand.MergeResearchers;
import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.IdentityCommand.UnmergeResearchers;
import dev.sojourn.command.InstitutionCommand.ChangeParent;
import dev.sojourn.command.InstitutionCommand.JoinGroup;
import dev.sojourn.command.InstitutionCommand.MergeInstitution;
import dev.sojourn.command.InstitutionCommand.MoveHeadquarters;
import dev.sojourn.command.InstitutionCommand.RenameInstitution;
import dev.sojourn.command.ReleaseCommand.WithdrawRelease;
import dev.sojourn.command.Request;
import dev.sojourn.command.SpellCommand.ConfirmAffiliation;
import dev.sojourn.command.SpellCommand.CorrectAffiliation;
import dev.sojourn.command.SpellCommand.EndAffiliation;
import dev.sojourn.command.SpellCommand.RecordAffiliation;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.exchange.answer.AnswerJson;
import dev.sojourn.exchange.answer.release.PublicReleaseForm;
import dev.sojourn.exchange.answer.release.ReleaseDetail;
import dev.sojourn.fault.ManyVerbs;
import dev.sojourn.fault.Program;
import dev.sojourn.projection.View;
import dev.sojourn.study.open.PublicReleases;
import dev.sojourn.study.release.ReleaseAnswers;
import dev.sojourn.time.KnownAt.AtPosition;
import dev.sojourn.time.PartialDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A release of every analysis is published on the command line, under rules and a region map of its {@code ./config}. Then
 * everything happens that can be recorded, the ledger is closed and opened, and the files are rewritten.
 */
@DisplayName("After a release was published")
class AfterAReleaseTest {
    private static final ReleaseName NAME = new ReleaseName("second");
    private static final CohortId THREE = new CohortId("three");
    private static final InstitutionId HERE = new InstitutionId("us-university");
    private static final InstitutionId COMPANY = new InstitutionId("cn-company");
    private static final InstitutionId HARBOUR = new InstitutionId("cn-university");
    private static final ResearcherId ADA = new ResearcherId("ada");
    private static final ResearcherId BAI = new ResearcherId("bai");
    private static final ResearcherId CHI = new ResearcherId("chi");

    @TempDir
    private Path folder;

    private Program program;
    private OpenLedger ledger;
    private String published;
    private String seen;
    private String verified;
    private final Set<String> answersNow = new HashSet<>();

    @BeforeEach
    void publish() throws IOException {
        SmallLedger.in(folder.resolve("data"));
        program = Program.in(folder, ManyVerbs.class);
        config("rules.yaml", "rules: [{name: own, title: t, maxAge: P36M, carried: unobserved, regions: pacific-1}]");
        config("regions.yaml", """
                maps:
                  - {version: world-1, regions: {asia: ["CN"]}}
                  - {version: pacific-1, regions: {pacific: ["CN", "US"]}}
                """);
        config("figures.yaml", FIGURES);
        assertThat(run("release", "publish", "second", "--rules", "own"))
                .contains("Published release second of position 17 with 9 figures.")
                .doesNotContain("left out");
        verified = run("release", "verify", "second", "--json");
        assertThat(verified)
                .contains("\"passed\" : 9", "\"failed\" : 0", "\"regionsChanged\" : false")
                .doesNotContain("\"regionsChanged\" : true");
        open();
        published = told();
        // everybody was last seen at the end of 2019, more than 36 months before the end of 2022
        assertThat(published).contains("\"maxAge\":[\"P36M\"]", "\"unobserved\":3");
        seen = seenByEverybody();
    }

    private static final String FIGURES = """
            figures:
              - {id: stayed, title: T, analysis: retention, chart: line, source: nobody,
                 parameters: {cohort: three, held: "country:US", from: 2019, to: 2022, where: ["origin:CN"]}}
              - {id: regions, title: T, analysis: composition, chart: bar, source: nobody,
                 parameters: {cohort: three, asOf: 2022, by: region}}
              - {id: other-map, title: T, analysis: composition, chart: bar, source: nobody,
                 parameters: {cohort: three, asOf: 2022, by: region, regions: world-1}}
              - {id: places, title: T, analysis: composition, chart: bar, source: nobody,
                 parameters: {cohort: everyone, asOf: 2021, by: "institution,role,sector,origin,parent"}}
              - {id: went, title: T, analysis: flows, chart: flow, source: nobody,
                 parameters: {cohort: three, from: 2019, to: 2022, by: country}}
              - {id: who, title: T, analysis: state, chart: table, source: nobody,
                 parameters: {cohort: three, asOf: 2022}}
              - {id: lasted, title: T, analysis: survival, chart: line, source: nobody,
                 parameters: {cohort: three, held: "country:US", from: 2019, to: 2022}}
              - {id: ways, title: T, analysis: paths, chart: flow, source: nobody,
                 parameters: {cohort: three, days: "2019,2021,2022", by: sector}}
              - {id: steps, title: T, analysis: moves, chart: flow, source: nobody,
                 parameters: {cohort: three, from: 2019, to: 2022, by: country}}
            """;

    @AfterEach
    void close() {
        ledger.close();
        program.close();
    }

    @Test
    void nothing_that_can_be_recorded_changes_what_it_answers_its_digests_or_what_everybody_sees() {
        var spell = new SpellId("ada-1");
        does(new RecordAffiliation(
                BAI, new SpellId("bai-3"), claim(HERE, "2019", null), day("2022-01-01"), Titled.NONE));
        does(new EndAffiliation(ADA, spell, PartialDate.parse("2020"), null, Remarks.NONE));
        undoLast();
        does(new CorrectAffiliation(ADA, spell, claim(COMPANY, "2017", "2020"), null, why()));
        does(new RecordAffiliation(ADA, new SpellId("ada-2"), claim(HARBOUR, "2020", null), null, Titled.NONE));
        does(new ConfirmAffiliation(ADA, new SpellId("ada-2"), day("2022-06-01"), Remarks.NONE));
        does(new RetractAffiliation(BAI, new SpellId("bai-2"), because()));
        does(new CorrectEducation(
                ADA,
                new EducationId("ada-bachelor"),
                new Degree(Level.BACHELOR, HERE, null, null, PartialDate.parse("2014")),
                why()));
        does(new RetractEducation(CHI, new EducationId("chi-bachelor"), because()));
        does(new RecordSearchedNotFound(CHI, day("2022-06-01"), Remarks.NONE));
        does(new EndCareer(CHI, Cause.RETIRED, PartialDate.parse("2021"), Remarks.NONE));
        reopen();
        does(new MergeResearchers(CHI, ADA, because()));
        does(new UnmergeResearchers(CHI, because()));
        does(new MergeResearchers(BAI, CHI, because()));
        does(new RenameInstitution(HERE, Names.of("Hillside"), PartialDate.parse("2018"), Remarks.NONE));
        does(new MoveHeadquarters(HERE, new CountryCode("CA"), PartialDate.parse("2018"), because()));
        does(new ChangeParent(COMPANY, HARBOUR, PartialDate.parse("2018"), because()));
        does(new JoinGroup(COMPANY, new GroupId("seven"), PartialDate.parse("2018"), because()));
        does(new MergeInstitution(HERE, HARBOUR, PartialDate.parse("2018"), because()));
        reopen();
        var dan = new ResearcherId("dan");
        does(new RegisterResearcher(dan, Names.of("Dan Test"), List.of(), Remarks.NONE));
        does(new RecordAffiliation(dan, new SpellId("dan-1"), claim(HARBOUR, "2018", null), null, Titled.NONE));
        does(new AddMembers(THREE, List.of(dan), Remarks.NONE));
        does(new RemoveMember(THREE, ADA, because()));
        does(new FreezeCohort(THREE, Remarks.NONE));
        does(new ChangeNames(dan, Names.of("Daniel Test"), Remarks.NONE));
        does(new ErasePerson(ADA, because()));
        reopen();
        assertThat(answersNow).as("all this changes what is known now").hasSizeGreaterThan(12);
        does(new WithdrawRelease(NAME, because()));
        reopen();
        assertThat(now().withdrawn(NAME)).isTrue();
        undoLast();
        assertThat(now().withdrawn(NAME)).isFalse();
        assertThat(seenByEverybody()).isEqualTo(seen);
    }

    @Test
    void files_that_are_rewritten_change_nothing_and_a_changed_map_is_named() throws IOException {
        ledger.close();
        assertThat(run("composition", "three", "--as-of", "2021", "--by", "region", "--rules", "own", "--csv"))
                .contains("pacific,3,1");
        config("figures.yaml", "figures: []");
        config("rules.yaml", "rules: [{name: own, title: t, phd: out, maxAge: P1M, carried: unobserved}]");
        config("regions.yaml", """
                maps:
                  - {version: new-2, regions: {north: ["US"]}}
                  - {version: pacific-1, regions: {pacific: ["CN", "JP"]}}
                """);
        assertThat(run("composition", "three", "--as-of", "2021", "--by", "region", "--rules", "own", "--csv"))
                .as("the files do count for questions asked now")
                .doesNotContain("pacific");

        var again = run("release", "verify", "second", "--json");
        assertThat(again).contains("region map pacific-1 is another one than release second keeps under that version");
        assertThat(json(again))
                .isEqualTo(json(verified)
                        .replace(
                                "\"regions\" : \"pacific-1\",\n    \"regionsChanged\" : false",
                                "\"regions\" : \"pacific-1\",\n    \"regionsChanged\" : true"));
        assertThat(run("release", "publish", "third")).contains("region map pacific-1 is another one", "done: 2");
        open();
        unchanged();
        assertThat(seenByEverybody()).isEqualTo(seen);
        ledger.close();
        config("regions.yaml", "maps: [{version: new-2, regions: {north: [\"US\"]}}]");
        assertThat(run("release", "verify", "second", "--json"))
                .isEqualTo(verified); // one that is gone is no other one
        assertThat(run("release", "publish", "third")).contains("with 0 figures");
        open();
    }

    private static String json(String said) {
        return said.substring(said.indexOf('{'));
    }

    private void does(Command command) {
        ledger.curation()
                .send(Request.of(command, "kim", "after-" + ledger.store().head()));
        answersNow.add(new ReleaseAnswers(as(release(), ledger.store().head()), now())
                .figures().stream()
                        .map(figure -> figure.counted().get("answer").toString())
                        .collect(joining()));
        unchanged();
    }

    private void undoLast() {
        long last = ledger.store().head();
        ledger.curation().undoing().undo(List.of(last), because(), "kim", "undo-" + last, false);
        unchanged();
    }

    private void reopen() {
        ledger.close();
        open();
        unchanged();
    }

    private void open() {
        ledger = OpenLedger.open(folder.resolve("data"), Clock.systemUTC());
    }

    private void unchanged() {
        assertThat(told()).isEqualTo(published);
        assertThat(new ReleaseAnswers(release(), then()).checks()).hasSize(9).allMatch(ReleaseAnswers.Check::pass);
        if (!now().withdrawn(NAME)) {
            assertThat(seenByEverybody()).isEqualTo(seen);
        }
    }

    /** All of it as others read it, but for the word that it is withdrawn. */
    private String told() {
        return AnswerJson.mapper().writeValueAsString(ReleaseDetail.of(release(), false, then(), ledger.store()));
    }

    /** At a threshold that shows much of three people. */
    private String seenByEverybody() {
        var all = new PublicReleases(2, position -> ledger.knowledge().at(new AtPosition(position)));
        return AnswerJson.mapper()
                .writeValueAsString(PublicReleaseForm.of(
                        all.find(release(), PublicReleases.inOrder(now(), ledger.store())),
                        false,
                        then(),
                        ledger.store()));
    }

    private ReleasePublished release() {
        return now().releases().stream()
                .filter(release -> release.release().equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    /** The same questions at another position. */
    private static ReleasePublished as(ReleasePublished release, long position) {
        return new ReleasePublished(
                release.release(),
                release.title(),
                position,
                release.ruleSet(),
                release.digests(),
                release.questions(),
                release.regions(),
                Remarks.NONE);
    }

    private View then() {
        return ledger.knowledge().at(new AtPosition(SmallLedger.HEAD));
    }

    private View now() {
        return ledger.knowledge().at(new AtPosition(ledger.store().head()));
    }

    /** The program's command line, in a folder with the files of this test; its last line is the exit code. */
    private String run(String... arguments) {
        program.say(String.join("\t", arguments));
        int before = program.said().size();
        program.await(line -> line.startsWith(ManyVerbs.DONE));
        return String.join("\n", program.said().subList(before, program.said().size()));
    }

    private void config(String name, String yaml) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config").resolve(name), yaml);
    }

    private static Claim claim(InstitutionId institution, String start, String end) {
        return Claim.of(
                institution, Role.ENGINEER, PartialDate.parse(start), end == null ? null : PartialDate.parse(end));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Remarks because() {
        return Remarks.because("it is so");
    }

    private static Titled why() {
        return new Titled(null, "it is so", List.of(), null);
    }
}
