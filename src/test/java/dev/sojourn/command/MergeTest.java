package dev.sojourn.command;

import static dev.sojourn.command.Samples.CLOCK;
import static dev.sojourn.command.Samples.LIN;
import static dev.sojourn.command.Samples.MIT;
import static dev.sojourn.command.Samples.ORCID;
import static dev.sojourn.command.Samples.WANG;
import static dev.sojourn.command.Samples.WHY;
import static dev.sojourn.command.Samples.claim;
import static dev.sojourn.command.Samples.record;
import static dev.sojourn.command.Samples.register;
import static dev.sojourn.command.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sojourn.command.IdentityCommand.LinkIdentifier;
import dev.sojourn.command.IdentityCommand.MergeResearchers;
import dev.sojourn.command.IdentityCommand.RecordDistinctFrom;
import dev.sojourn.command.IdentityCommand.UnmergeResearchers;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.LedgerStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A merge")
class MergeTest {

    private static final ResearcherId LI = new ResearcherId("li");

    @TempDir
    Path directory;

    private LedgerStore store;
    private Curation curation;
    private int sent;

    @BeforeEach
    void open() {
        store = LedgerStore.open(directory, CLOCK);
        curation = Curation.open(store, directory, CLOCK);
        given(register(MIT), register(LIN), register(WANG, ORCID), register(LI)); // positions 1 to 4
    }

    @AfterEach
    void close() {
        curation.close();
        store.close();
    }

    @Test
    void leaves_nothing_to_record_on_who_went_and_names_who_stays() {
        given(merge(WANG, LIN));
        assertThat(refused(record(WANG, "s1", claim(MIT, "2019", null))))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo(Rule.RESEARCHER_MERGED))
                .hasMessageContaining("counts as lin");
        given(new UnmergeResearchers(WANG, WHY), record(WANG, "s1", claim(MIT, "2019", null)));
    }

    @Test
    void needs_a_reason_and_two_people() {
        assertRefused(Rule.REASON_REQUIRED, new MergeResearchers(WANG, LIN, Remarks.NONE));
        assertThatThrownBy(() -> new MergeResearchers(WANG, WANG, WHY)).isInstanceOf(IllegalArgumentException.class);
        assertRefused(Rule.UNKNOWN_RESEARCHER, merge(WANG, new ResearcherId("nobody")));
        assertRefused(Rule.UNKNOWN_RESEARCHER, merge(new ResearcherId("nobody"), WANG));
    }

    @Test
    void forms_no_chain_in_either_direction() {
        given(merge(WANG, LIN));
        assertRefused(Rule.RESEARCHER_MERGED, merge(LI, WANG));
        assertRefused(Rule.MERGE_CHAIN, merge(LIN, LI));
        given(merge(LI, LIN));
    }

    @Test
    void leaves_identifiers_with_whom_they_were_recorded() {
        given(merge(WANG, LIN));
        assertRefused(Rule.IDENTIFIER_TAKEN, new LinkIdentifier(LI, ORCID, Remarks.NONE));
    }

    @Test
    void is_refused_for_those_who_are_not_the_same_whoever_of_the_two_it_was_recorded_of() {
        given(new RecordDistinctFrom(LIN, WANG, Remarks.NONE)); // position 5
        assertRefused(Rule.DISTINCT_PERSONS, merge(WANG, LIN));
        assertRefused(Rule.DISTINCT_PERSONS, merge(LIN, WANG));
        assertRefused(Rule.NOTHING_CHANGES, new RecordDistinctFrom(WANG, LIN, Remarks.NONE));
        given(curation.undoing().command(5, WHY));
        given(merge(WANG, LIN));
        assertRefused(Rule.RESEARCHER_MERGED, new RecordDistinctFrom(LIN, WANG, Remarks.NONE));
    }

    @Test
    void can_be_undone_like_any_event_and_not_taken_back_twice() {
        given(merge(WANG, LIN)); // position 5
        given(curation.undoing().command(5, WHY));
        assertRefused(Rule.NOT_MERGED, new UnmergeResearchers(WANG, WHY));
        given(merge(LIN, WANG)); // now the other way round
        assertRefused(Rule.RESEARCHER_MERGED, curation.undoing().command(6, WHY)); // the first would form a chain
    }

    @Test
    void survives_the_undo_of_nothing_but_its_taking_back() {
        given(merge(WANG, LIN), new UnmergeResearchers(WANG, WHY)); // 5 and 6
        assertRefused(Rule.STANDS_IN_THE_WAY, curation.undoing().command(5, WHY));
        given(merge(LIN, LI)); // lin is gone when the taking back is undone
        assertRefused(Rule.RESEARCHER_MERGED, curation.undoing().command(6, WHY));
    }

    private static MergeResearchers merge(ResearcherId gone, ResearcherId into) {
        return new MergeResearchers(gone, into, WHY);
    }

    private void given(Command... commands) {
        for (var command : commands) {
            curation.send(request("c" + sent++, command));
        }
    }

    private void assertRefused(Rule rule, Command command) {
        assertThat(refused(command).rule()).isEqualTo(rule);
    }

    private RuleViolation refused(Command command) {
        var refusal = catchThrowableOfType(RuleViolation.class, () -> curation.send(request("c" + sent++, command)));
        assertThat(refusal).as("refusal of %s", command).isNotNull();
        return refusal;
    }
}
