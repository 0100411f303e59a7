package dev.sojourn.study.side;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.SmallLedger;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.command.Command;
import dev.sojourn.command.IdentityCommand.MergeResearchers;
import dev.sojourn.command.Request;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.Follower;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.why.Asking;
import dev.sojourn.time.KnownAt;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of ada, bai and chi, all at the US university in 2019, bai goes to China in 2021 and chi is not seen after 2022. */
@DisplayName("A base frozen as it was known")
class FrozenBaseTest {
    private static final SavedQuestion QUESTION = new SavedQuestion(
            SavedQuestion.Analysis.RETENTION,
            Map.of(
                    "cohort", List.of("three"),
                    "held", List.of("country:US"),
                    "from", List.of("2019"),
                    "to", List.of("2021")));

    @TempDir
    private Path folder;

    private OpenLedger ledger;

    @BeforeEach
    void open() {
        SmallLedger.in(folder);
        ledger = OpenLedger.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void is_the_base_known_now_while_nothing_was_corrected() {
        var answer = answer();
        assertThat(answer.frozen().base())
                .isEqualTo(3)
                .isEqualTo(answer.rederived().base());
        assertThat(answer.frozen().end().retained().count()).isEqualTo(2);
        assertThat(answer.joined()).isEmpty();
        assertThat(answer.left()).isEmpty();
    }

    /** Chi was never there: of the three as published one is unobserved now, and now only two are in the base. */
    @Test
    void keeps_whom_a_correction_took_out_and_says_why() {
        send(new RetractAffiliation(id("chi"), new SpellId("chi-1"), Remarks.because("never there")));
        var answer = answer();
        assertThat(answer.frozen().base()).isEqualTo(3);
        assertThat(answer.frozen().series().get(0).retained().count()).isEqualTo(2);
        assertThat(answer.frozen().series().get(0).staleness().unobserved()).isEqualTo(1);
        assertThat(answer.frozen().end().retained().count()).isEqualTo(1);
        assertThat(answer.frozen().end().destinations())
                .singleElement()
                .satisfies(to -> assertThat(to.value() + to.count()).isEqualTo("CN1"));
        assertThat(answer.rederived().base()).isEqualTo(2);
        assertThat(answer.rederived().end().retained().count()).isEqualTo(1);
        assertThat(answer.joined()).isEmpty();
        assertThat(answer.left()).singleElement().satisfies(change -> {
            assertThat(change.researcher()).isEqualTo(id("chi"));
            assertThat(change.cause().text()).isEqualTo("corrected");
            assertThat(change.events()).singleElement().satisfies(event -> assertThat(event.position())
                    .isEqualTo(SmallLedger.HEAD + 1));
        });
    }

    @Test
    void counts_once_who_turned_out_to_be_one_person() {
        send(new MergeResearchers(id("chi"), id("ada"), Remarks.because("one person")));
        var answer = answer();
        assertThat(answer.frozen().base()).isEqualTo(2);
        assertThat(answer.frozen().end().retained().count()).isEqualTo(1);
        assertThat(answer.left())
                .singleElement()
                .satisfies(change -> assertThat(change.cause().text()).isEqualTo("identity"));
    }

    @Test
    void is_that_of_a_retention() {
        var composition = new SavedQuestion(
                SavedQuestion.Analysis.COMPOSITION,
                Map.of("cohort", List.of("three"), "asOf", List.of("2019"), "by", List.of("country")));
        assertThatThrownBy(() -> FrozenBase.of(
                        asking(composition, SmallLedger.HEAD),
                        asking(composition, SmallLedger.HEAD),
                        Follower.history(ledger.store())))
                .hasMessage("a composition has no base that could be frozen");
    }

    private FrozenBase answer() {
        return FrozenBase.of(
                asking(QUESTION, SmallLedger.HEAD),
                asking(QUESTION, ledger.store().head()),
                Follower.history(ledger.store()));
    }

    private Asking asking(SavedQuestion question, long position) {
        return new Asking(question, ledger.knowledge().at(new KnownAt.AtPosition(position)), RuleBook.load());
    }

    private void send(Command command) {
        ledger.curation().send(Request.of(command, "kim", "c-" + command.hashCode()));
    }

    private static ResearcherId id(String name) {
        return new ResearcherId(name);
    }
}
