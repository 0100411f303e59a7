package dev.sojourn.audit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.audit.telling.Story;
import dev.sojourn.audit.telling.Teller;
import dev.sojourn.event.IdentityEvent.NamesChanged;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.oracle.EventList;
import dev.sojourn.study.RegionMaps;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The cause of a difference")
class DiffCausesTest {
    private static final ResearcherId ADA = new ResearcherId("ada");
    private static final ResearcherId ADE = new ResearcherId("ade");
    private static final SpellId STAY = new SpellId("stay");
    private static final InstitutionId LAB = new InstitutionId("lab");
    private static final InstitutionId GROUP = new InstitutionId("holding");
    private static final Claim CLAIM = Claim.of(LAB, Role.FACULTY, PartialDate.parse("2018"), null);

    private final EventList events = new EventList();

    @BeforeEach
    void record() {
        events.append(institution(GROUP, "US")); // 1
        events.append(institution(LAB, "GB")); // 2
        events.append(new ResearcherRegistered(ADA, identity("ada"))); // 3
        events.append(new AffiliationRecorded(ADA, STAY, CLAIM, null, Titled.NONE)); // 4
    }

    @Test
    void is_the_institutions_event_where_only_the_institution_changed() {
        events.append(new HeadquartersMoved(LAB, new CountryCode("CA"), PartialDate.parse("2021"), Remarks.NONE)); // 5

        assertThat(differences(4, 5, "2022", "2022"))
                .containsExactly("STATE country CHANGED by 5", "STATE region CHANGED by 5", "STATE site CHANGED by 5");
        assertThat(differences(4, 5, "2020", "2020")).isEmpty();
        assertThat(differences(5, 5, "2020", "2022"))
                .as("known all along, but the day is another one")
                .containsExactly(
                        "STATE country CHANGED by 5, the world",
                        "STATE region CHANGED by 5, the world",
                        "STATE site CHANGED by 5, the world");
    }

    @Test
    void is_an_event_of_a_parent_too() {
        events.append(new ParentChanged(LAB, GROUP, PartialDate.parse("2019"), Remarks.NONE)); // 5
        events.append(new JoinedGroup(GROUP, new GroupId("seven"), null, Remarks.NONE)); // 6

        assertThat(differences(4, 5, "2022", "2022")).containsExactly("STATE parent CHANGED by 5");
        assertThat(differences(5, 6, "2022", "2022")).containsExactly("STATE group CHANGED by 6");
    }

    @Test
    void is_what_was_said_about_that_very_thing() {
        events.append(new NamesChanged(ADA, identity("Ada L."))); // 5
        events.append(new AffiliationConfirmed(ADA, STAY, LocalDate.parse("2024-05-01"), Remarks.NONE)); // 6
        events.append(new AffiliationCorrected(
                ADA, STAY, CLAIM.withStart(PartialDate.parse("2017")), null, Titled.NONE)); // 7

        assertThat(differences(4, 7, "2022", "2022"))
                .containsExactly("NAMES  CHANGED by 5", "SPELL stay CHANGED by 6, 7");
        assertThat(differences(5, 6, "2022", "2022")).containsExactly("SPELL stay CONFIRMED by 6");
    }

    @Test
    void is_a_retraction_or_its_undoing() {
        events.append(new AffiliationRetracted(ADA, STAY, Remarks.because("another person"))); // 5
        events.append(new ResearcherEventUndone(ADA, 2, Remarks.because("the same after all"))); // 6

        assertThat(differences(4, 5, "2017", "2017")).containsExactly("SPELL stay RETRACTED by 5");
        assertThat(differences(5, 6, "2017", "2017")).containsExactly("SPELL stay ADDED by 6");
        assertThat(differences(4, 6, "2022", "2022")).isEmpty();
    }

    @Test
    void is_a_merge_for_all_that_it_brings() {
        events.append(new ResearcherRegistered(ADE, identity("ade"))); // 5
        events.append(new AffiliationRecorded(ADE, new SpellId("other"), CLAIM, null, Titled.NONE)); // 6
        events.append(new ResearcherMerged(ADE, ADA, Remarks.NONE)); // 7

        // On the day both spells hold; "other" comes before "stay" by its bytes, and decides from then on.
        assertThat(differences(6, 7, "2022", "2022"))
                .containsExactly("MERGED ade ADDED by 7", "SPELL other ADDED by 7", "STATE spell CHANGED by 7");
    }

    private List<String> differences(int first, int second, String day, String day2) {
        var timeline = events.timeline(events.head());
        var one = new Diff.At(timeline.at(first), LocalDate.parse(day + "-12-31"));
        var other = new Diff.At(timeline.at(second), LocalDate.parse(day2 + "-12-31"));
        var teller = new Teller(
                timeline.at(second), subject -> new Story(events.ofSubject(subject, second)), Locale.ENGLISH);
        return Diff.of(ADA, one, other, RegionMaps.reference(), teller).differences().stream()
                .map(difference ->
                        difference.piece().kind() + " " + difference.piece().id() + " " + difference.how()
                                + " by "
                                + String.join(
                                        ", ",
                                        difference.causes().stream()
                                                .map(cause -> Long.toString(
                                                        cause.recorded().position()))
                                                .toList())
                                + (difference.world() ? ", the world" : ""))
                .toList();
    }

    private static InstitutionRegistered institution(InstitutionId id, String country) {
        return new InstitutionRegistered(
                id,
                new Profile(Names.of(id.value()), Sector.COMPANY, new CountryCode(country), null, List.of()),
                Remarks.NONE);
    }

    private static Identity identity(String name) {
        return new Identity(Names.of(name), List.of(), null, List.of(), Map.of());
    }
}
