package dev.sojourn.command;

import static dev.sojourn.command.Samples.ATLANTIS;
import static dev.sojourn.command.Samples.CLOCK;
import static dev.sojourn.command.Samples.LIN;
import static dev.sojourn.command.Samples.MIT;
import static dev.sojourn.command.Samples.ORCID;
import static dev.sojourn.command.Samples.PEKING;
import static dev.sojourn.command.Samples.WANG;
import static dev.sojourn.command.Samples.WHY;
import static dev.sojourn.command.Samples.because;
import static dev.sojourn.command.Samples.claim;
import static dev.sojourn.command.Samples.date;
import static dev.sojourn.command.Samples.profile;
import static dev.sojourn.command.Samples.record;
import static dev.sojourn.command.Samples.register;
import static dev.sojourn.command.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.command.CohortCommand.AddMembers;
import dev.sojourn.command.CohortCommand.DefineCohort;
import dev.sojourn.command.EducationCommand.CorrectEducation;
import dev.sojourn.command.EducationCommand.RecordEducation;
import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.InstitutionCommand.ChangeParent;
import dev.sojourn.command.InstitutionCommand.CloseInstitution;
import dev.sojourn.command.InstitutionCommand.CorrectInstitution;
import dev.sojourn.command.InstitutionCommand.MergeInstitution;
import dev.sojourn.command.InstitutionCommand.RegisterInstitution;
import dev.sojourn.command.InstitutionCommand.UndoInstitutionEvent;
import dev.sojourn.command.ReleaseCommand.PublishRelease;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.command.SpellCommand.CorrectAffiliation;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.store.LedgerStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What no single subject can see")
class SurroundingsTest {

    private static final InstitutionId LAB = new InstitutionId("lab");

    @TempDir
    Path directory;

    private LedgerStore store;
    private Curation curation;
    private int sent;

    @BeforeEach
    void open() {
        store = LedgerStore.open(directory, CLOCK);
        curation = Curation.open(store, directory, CLOCK);
    }

    @AfterEach
    void close() {
        curation.close();
        store.close();
    }

    @Test
    void a_stay_or_a_degree_is_at_a_known_institution() {
        given(register(LIN), register(MIT));
        assertRefused(Rule.UNKNOWN_INSTITUTION, record(LIN, "s1", claim(ATLANTIS, "2019", null)));
        given(record(LIN, "s1", claim(MIT, "2019", null)));
        assertRefused(
                Rule.UNKNOWN_INSTITUTION,
                new CorrectAffiliation(LIN, new SpellId("s1"), claim(ATLANTIS, "2019", null), null, because("why")));
        var degree = new Degree(Level.BACHELOR, ATLANTIS, null, null, date("2009"));
        assertRefused(Rule.UNKNOWN_INSTITUTION, new RecordEducation(LIN, new EducationId("ba"), degree, Titled.NONE));
    }

    @Test
    void a_degree_is_not_corrected_to_an_unknown_institution() {
        var ba = new EducationId("ba");
        var known = new Degree(Level.BACHELOR, MIT, null, null, date("2009"));
        var unknown = new Degree(Level.BACHELOR, ATLANTIS, null, null, date("2009"));
        given(register(LIN), register(MIT), new RecordEducation(LIN, ba, known, Titled.NONE));
        assertRefused(Rule.UNKNOWN_INSTITUTION, new CorrectEducation(LIN, ba, unknown, because("why")));
    }

    @Test
    void nobody_is_registered_with_the_identifier_of_another() {
        given(new RegisterResearcher(LIN, Names.of("Lin"), List.of(ORCID), Remarks.NONE));
        assertRefused(
                Rule.IDENTIFIER_TAKEN, new RegisterResearcher(WANG, Names.of("Wang"), List.of(ORCID), Remarks.NONE));
    }

    @Test
    void a_spell_id_never_passes_to_another_person_even_when_retracted() {
        given(register(LIN), register(WANG), register(MIT), record(LIN, "s1", claim(MIT, "2019", null)));
        assertRefused(Rule.SPELL_BELONGS_TO_ANOTHER, record(WANG, "s1", claim(MIT, "2019", null)));
        given(new RetractAffiliation(LIN, new SpellId("s1"), WHY));
        assertRefused(Rule.SPELL_BELONGS_TO_ANOTHER, record(WANG, "s1", claim(MIT, "2019", null)));
        given(record(LIN, "s1", claim(MIT, "2019", null)));
    }

    @Test
    void nobody_starts_at_an_institution_certainly_gone_by_then() {
        given(register(LIN), register(MIT), register(PEKING));
        given(new MergeInstitution(MIT, PEKING, date("2020-06"), WHY));
        assertRefused(Rule.INSTITUTION_MERGED, record(LIN, "s1", claim(MIT, "2021", null)));
        given(record(LIN, "s2", claim(MIT, "2020", null)), record(LIN, "s3", claim(MIT, null, null)));
    }

    @Test
    void nobody_starts_or_graduates_at_an_institution_certainly_closed_by_then() {
        given(register(LIN), register(MIT), register(PEKING));
        given(record(LIN, "s1", claim(MIT, "2015", null)));
        given(new CloseInstitution(MIT, date("2020-06"), Remarks.NONE));
        assertRefused(Rule.INSTITUTION_CLOSED, record(LIN, "s2", claim(MIT, "2021", null)));
        assertRefused(Rule.INSTITUTION_CLOSED, record(LIN, "s2", claim(MIT, "2020-06-30", null)));
        assertRefused(Rule.INSTITUTION_CLOSED, new MergeInstitution(PEKING, MIT, date("2021"), WHY));
        given(record(LIN, "s3", claim(MIT, "2020-06-29", null)), record(LIN, "s4", claim(MIT, null, null)));
        given(new UndoInstitutionEvent(MIT, 1, WHY));
        given(record(LIN, "s5", claim(MIT, "2021", null)));
    }

    @Test
    void an_institution_goes_on_as_a_known_one_that_is_still_there_and_never_as_itself() {
        given(register(MIT), register(PEKING), register(LAB));
        assertRefused(Rule.UNKNOWN_INSTITUTION, new MergeInstitution(MIT, ATLANTIS, date("2020"), WHY));
        assertRefused(Rule.INSTITUTION_MERGED, new MergeInstitution(MIT, MIT, date("2020"), WHY));
        given(new MergeInstitution(MIT, PEKING, date("2020"), WHY));
        assertRefused(Rule.INSTITUTION_MERGED, new MergeInstitution(LAB, MIT, date("2021"), WHY));
        assertRefused(Rule.INSTITUTION_MERGED, new MergeInstitution(PEKING, MIT, date("2010"), WHY));
        given(new MergeInstitution(PEKING, LAB, date("2022"), WHY));
    }

    @Test
    void an_institution_is_not_its_own_ancestor_on_any_day() {
        given(register(MIT), register(PEKING));
        given(new RegisterInstitution(LAB, profile("US", MIT), Remarks.NONE)); // lab below mit, always
        assertRefused(Rule.PARENT_CYCLE, new ChangeParent(MIT, MIT, date("2020"), Remarks.NONE));
        assertRefused(Rule.PARENT_CYCLE, new ChangeParent(MIT, LAB, date("2020"), Remarks.NONE));
        assertRefused(Rule.PARENT_CYCLE, new CorrectInstitution(MIT, profile("US", LAB), WHY));
        given(new ChangeParent(LAB, PEKING, date("2020"), Remarks.NONE)); // lab leaves mit in 2020
        assertRefused(Rule.PARENT_CYCLE, new ChangeParent(MIT, LAB, date("2019"), Remarks.NONE));
        given(new ChangeParent(MIT, LAB, date("2020"), Remarks.NONE)); // mit below lab below peking
        assertRefused(Rule.PARENT_CYCLE, new ChangeParent(PEKING, MIT, date("2021"), Remarks.NONE));
        assertRefused(Rule.UNKNOWN_INSTITUTION, new ChangeParent(MIT, ATLANTIS, date("2022"), Remarks.NONE));
    }

    @Test
    void a_cohort_has_known_researchers_only() {
        given(register(LIN));
        given(new DefineCohort(new CohortId("c"), "C", "F", 2019, "all", "us", Remarks.NONE));
        assertRefused(Rule.UNKNOWN_RESEARCHER, new AddMembers(new CohortId("c"), List.of(LIN, WANG), Remarks.NONE));
        given(new AddMembers(new CohortId("c"), List.of(LIN), Remarks.NONE));
    }

    @Test
    void a_release_covers_no_more_than_there_is() {
        given(register(LIN)); // position 1
        assertRefused(Rule.POSITION_BEYOND_HEAD, release(2));
        given(release(1));
    }

    private static PublishRelease release(long position) {
        return new PublishRelease(new ReleaseName("r"), "R", position, "article", Map.of(), Remarks.NONE);
    }

    private void given(Command... commands) {
        for (var command : commands) {
            curation.send(request("c" + sent++, command));
        }
    }

    private void assertRefused(Rule rule, Command command) {
        assertThatThrownBy(() -> curation.send(request("c" + sent++, command)))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.rule())
                        .isEqualTo(rule));
    }
}
