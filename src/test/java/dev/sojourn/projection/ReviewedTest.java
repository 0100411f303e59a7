package dev.sojourn.projection;

import static dev.sojourn.projection.Told.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.ReviewEvent.ReviewApproved;
import dev.sojourn.event.ReviewEvent.ReviewRequested;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where only reviewed events count")
class ReviewedTest {

    private static final int DAY = (int) LocalDate.of(2020, 12, 31).toEpochDay();
    private static final SpellId SPELL = new SpellId("s");

    private final Told told = new Told();

    @BeforeEach
    void one_person_and_two_institutions() {
        told.tell(Told.institution("zju", "CN"));
        told.tell(Told.institution("mit", "US"));
        told.tell(Told.registered("r")); // sequence 0
    }

    @Test
    void as_long_as_nothing_was_reviewed_both_are_one() {
        told.tell(Told.spell("r", "s", "mit", "2019", null));

        var view = told.timeline.now();
        assertThat(view.reviewed()).isSameAs(view);
    }

    @Test
    void what_awaits_approval_counts_from_the_approval_on_and_no_longer_once_that_is_undone() {
        told.tell(Told.spell("r", "s", "mit", "2019", null)); // sequence 1
        long requested = told.tell(new ReviewRequested(person("r"), 1, Remarks.NONE));
        long approved = told.tell(new ReviewApproved(person("r"), 1, Remarks.NONE)); // sequence 3
        long undone = told.tell(new ResearcherEventUndone(person("r"), 3, Remarks.NONE));

        assertThat(observed(requested)).isFalse();
        assertThat(observed(approved)).isTrue();
        assertThat(observed(undone)).isFalse();
        assertThat(told.timeline.now().states().deciding(0, DAY)).isNotNegative();
    }

    @Test
    void what_is_said_of_a_spell_that_does_not_count_does_not_count_either() {
        told.tell(Told.spell("r", "s", "mit", "2019", null)); // sequence 1
        told.tell(new ReviewRequested(person("r"), 1, Remarks.NONE));
        long confirmed =
                told.tell(new AffiliationConfirmed(person("r"), SPELL, LocalDate.of(2020, 5, 1), Remarks.NONE));

        assertThat(observed(confirmed)).isFalse();
    }

    @Test
    void a_spell_retracted_and_recorded_again_counts_only_if_the_second_recording_does() {
        told.tell(Told.spell("r", "s", "mit", "2019", null)); // sequence 1
        told.tell(new AffiliationRetracted(person("r"), SPELL, Remarks.NONE));
        told.tell(Told.spell("r", "s", "zju", "2019", null)); // sequence 3
        told.tell(new ReviewRequested(person("r"), 3, Remarks.NONE));
        var claim = Told.spell("r", "s", "zju", "2018", null).claim();
        long corrected = told.tell(new AffiliationCorrected(person("r"), SPELL, claim, null, Titled.NONE));

        assertThat(observed(corrected)).isFalse();
    }

    /** Ledgers of before changes were reviewed as a whole have halves of moves approved on their own. */
    @Test
    void half_a_move_does_not_count_before_the_other_half_does() {
        told.tell(Told.spell("r", "s", "mit", "2019", null)); // sequence 1
        told.tell("move", new AffiliationEnded(person("r"), SPELL, PartialDate.parse("2020"), null, Remarks.NONE));
        told.tell("move", Told.spell("r", "t", "zju", "2020", null)); // sequence 3
        told.tell(new ReviewRequested(person("r"), 2, Remarks.NONE));
        long asked = told.tell(new ReviewRequested(person("r"), 3, Remarks.NONE));
        long half = told.tell(new ReviewApproved(person("r"), 2, Remarks.NONE));
        long whole = told.tell(new ReviewApproved(person("r"), 3, Remarks.NONE));

        assertThat(institution(asked)).isEqualTo("mit");
        assertThat(institution(half)).isEqualTo("mit");
        assertThat(institution(whole)).isEqualTo("zju");
    }

    @Test
    void what_awaits_approval_no_longer_holds_back_the_rest_of_its_change_once_it_is_undone() {
        told.tell(Told.spell("r", "s", "mit", "2019", null)); // sequence 1
        told.tell("move", new AffiliationEnded(person("r"), SPELL, PartialDate.parse("2020"), null, Remarks.NONE));
        told.tell("move", Told.spell("r", "t", "zju", "2020", null)); // sequence 3
        told.tell(new ReviewRequested(person("r"), 3, Remarks.NONE));
        long undone = told.tell(new ResearcherEventUndone(person("r"), 3, Remarks.NONE));

        assertThat(observed(undone)).isFalse(); // ended, and nowhere since
    }

    private String institution(long position) {
        var view = told.timeline.at(position).reviewed();
        return view.spells().institutionId(view.states().deciding(0, DAY)).value();
    }

    private boolean observed(long position) {
        return told.timeline.at(position).reviewed().states().deciding(0, DAY) >= 0;
    }
}
