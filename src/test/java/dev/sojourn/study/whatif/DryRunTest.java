package dev.sojourn.study.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.command.Command;
import dev.sojourn.command.IdentityCommand.MergeResearchers;
import dev.sojourn.command.InstitutionCommand.MergeInstitution;
import dev.sojourn.command.InstitutionCommand.MoveHeadquarters;
import dev.sojourn.command.Request;
import dev.sojourn.command.SpellCommand.EndAffiliation;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import dev.sojourn.command.Undo;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.exchange.Progress;
import dev.sojourn.exchange.ReferenceLoader;
import dev.sojourn.projection.Follower;
import dev.sojourn.projection.Timeline;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.Figures;
import dev.sojourn.study.Knowledge;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.time.KnownAt.AtPosition;
import dev.sojourn.time.PartialDate;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What commands would change in the figures of the reference ledger")
class DryRunTest {
    private static final Remarks WHY = Remarks.because("to see");
    private static final RuleBook RULES = RuleBook.load();
    private static final Figures FIGURES = Figures.load();

    /** Each is foreseen on the ledger as the ones before have left it, and then carried out. */
    private static final List<Function<LedgerStore, Command>> COMMANDS = List.of(
            store -> new RetractAffiliation(person("n19-001"), new SpellId("n19-001-1"), WHY),
            store -> new MoveHeadquarters(
                    new InstitutionId("google"), new CountryCode("CN"), PartialDate.parse("2020"), WHY),
            store -> new MergeInstitution(
                    new InstitutionId("meta"), new InstitutionId("google"), PartialDate.parse("2018"), WHY),
            store -> Undo.of(person("n19-001"), store.version(person("n19-001"), store.head()), WHY),
            store -> new MergeResearchers(person("n19-001"), person("n19-002"), WHY),
            store -> new EndAffiliation(
                    person("n19-002"), new SpellId("n19-002-1"), PartialDate.parse("2020-05"), null, WHY));

    @Test
    void are_what_they_do_change_once_they_are_carried_out(@TempDir Path folder) {
        try (var store = LedgerStore.open(folder, Clock.systemUTC());
                var curation = Curation.open(store, folder, Clock.systemUTC())) {
            try (var session = curation.bulk()) {
                new ReferenceLoader(session, Progress.NONE).reference();
            }
            var timeline = Follower.of(store).timeline();
            var whatIf = new WhatIf(timeline, Follower.history(store), FIGURES, RULES);
            int changing = 0;
            for (var made : COMMANDS) {
                var command = made.apply(store);
                var tried = curation.dryRun(Request.of(command, "kim", "try"));
                long head = store.head();

                var foreseen = whatIf.of(tried.events(), tried.position());

                assertThat(store.head()).isEqualTo(head);
                var before = values(timeline);
                var receipt = curation.send(
                        Request.of(command, "kim", command.toString().hashCode() + ""));
                new Knowledge(timeline).at(new AtPosition(receipt.position()));
                assertThat(told(foreseen)).as(command.toString()).isEqualTo(changes(before, values(timeline)));
                changing += told(foreseen).isEmpty() ? 0 : 1;
            }
            assertThat(changing).isGreaterThan(3);
        }
    }

    private static List<String> told(Foreseen foreseen) {
        var told = new ArrayList<String>();
        foreseen.figures().forEach(change -> change.values()
                .forEach(value -> told.add(
                        change.figure().id() + " " + value.value() + " " + value.from() + " > " + value.to())));
        return told;
    }

    private static List<String[]> values(Timeline timeline) {
        var view = timeline.now();
        return FIGURES.compute(any -> view, RULES).stream()
                .map(result -> new String[] {
                    result.figure().id() + " " + result.expectation().read(), result.computed()
                })
                .toList();
    }

    private static List<String> changes(List<String[]> before, List<String[]> after) {
        var changes = new ArrayList<String>();
        for (int at = 0; at < before.size(); at++) {
            if (!Objects.equals(before.get(at)[1], after.get(at)[1])) {
                changes.add(before.get(at)[0] + " " + before.get(at)[1] + " > " + after.get(at)[1]);
            }
        }
        return changes;
    }

    private static ResearcherId person(String id) {
        return new ResearcherId(id);
    }
}
