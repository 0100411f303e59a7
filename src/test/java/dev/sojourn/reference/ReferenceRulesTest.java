package dev.sojourn.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.command.CohortCommand.AddMembers;
import dev.sojourn.command.CohortCommand.DefineCohort;
import dev.sojourn.command.CohortCommand.FreezeCohort;
import dev.sojourn.command.Command;
import dev.sojourn.command.EducationCommand.CorrectEducation;
import dev.sojourn.command.EducationCommand.RecordEducation;
import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.InstitutionCommand.ChangeParent;
import dev.sojourn.command.InstitutionCommand.JoinGroup;
import dev.sojourn.command.InstitutionCommand.RegisterInstitution;
import dev.sojourn.command.ReleaseCommand.PublishRelease;
import dev.sojourn.command.Request;
import dev.sojourn.command.SpellCommand.ConfirmAffiliation;
import dev.sojourn.command.SpellCommand.RecordAffiliation;
import dev.sojourn.command.SpellCommand.RecordMove;
import dev.sojourn.command.curation.BulkCuration;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.CohortFrozen;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.exchange.LedgerLines;
import dev.sojourn.store.LedgerStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger is loaded without asking the rules again, so here they are asked: could curators have recorded it? */
@DisplayName("The reference ledger and the rules of recording")
class ReferenceRulesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void the_commands_it_tells_of_give_exactly_its_events(@TempDir Path folder) throws IOException {
        try (var store = LedgerStore.open(folder, CLOCK);
                var curation = Curation.open(store, folder, CLOCK);
                var ledger = curation.bulk()) {
            var open = new ArrayList<LedgerLines.Line>();
            for (String text : Files.readAllLines(Path.of("events", "reference", "ledger.jsonl"))) {
                var line = LedgerLines.parse(text);
                if (!open.isEmpty() && !open.get(0).commandId().equals(line.commandId())) {
                    check(ledger, open);
                    open.clear();
                }
                open.add(line);
            }
            check(ledger, open);
            ledger.flush();
            assertThat(store.head()).isEqualTo(5047);
        }
    }

    private static void check(BulkCuration ledger, List<LedgerLines.Line> lines) {
        var events = lines.stream().map(LedgerLines.Line::event).toList();
        var first = lines.get(0);
        if (events.get(0) instanceof ReleasePublished) {
            ledger.flush(); // a release can only name what is recorded
        }
        var request = new Request(command(events), first.actor(), first.commandId(), null, null);
        assertThat(ledger.apply(request, first.recorded(), null)).isEqualTo(events);
    }

    /** The command that gave these events. */
    private static Command command(List<Event> events) {
        Event event = events.get(0);
        if (event instanceof InstitutionRegistered told) {
            return new RegisterInstitution(told.institution(), told.profile(), told.personal());
        }
        if (event instanceof ParentChanged told) {
            return new ChangeParent(told.institution(), told.parent(), told.from(), told.personal());
        }
        if (event instanceof JoinedGroup told) {
            return new JoinGroup(told.institution(), told.group(), told.from(), told.personal());
        }
        if (event instanceof CohortDefined told) {
            return new DefineCohort(
                    told.cohort(),
                    told.title(),
                    told.frame(),
                    told.referenceYear(),
                    told.drawn(),
                    told.source(),
                    told.personal());
        }
        if (event instanceof MembersAdded told) {
            return new AddMembers(told.cohort(), told.researchers(), told.personal());
        }
        if (event instanceof CohortFrozen told) {
            return new FreezeCohort(told.cohort(), told.personal());
        }
        if (event instanceof ReleasePublished told) {
            return new PublishRelease(
                    told.release(), told.title(), told.position(), told.ruleSet(), told.digests(), told.personal());
        }
        return ofResearcher(events);
    }

    private static Command ofResearcher(List<Event> events) {
        Event event = events.get(0);
        if (event instanceof ResearcherRegistered told) {
            var personal = told.personal();
            var remarks = new Remarks(personal.reason(), personal.evidence(), personal.notes());
            return new RegisterResearcher(told.researcher(), personal.names(), personal.identifiers(), remarks);
        }
        if (event instanceof EducationRecorded told) {
            return new RecordEducation(told.researcher(), told.education(), told.degree(), told.personal());
        }
        if (event instanceof EducationCorrected told) {
            return new CorrectEducation(told.researcher(), told.education(), told.degree(), told.personal());
        }
        if (event instanceof AffiliationRecorded told) {
            return new RecordAffiliation(
                    told.researcher(), told.spell(), told.claim(), told.observedOn(), told.personal());
        }
        if (event instanceof AffiliationConfirmed told) {
            return new ConfirmAffiliation(told.researcher(), told.spell(), told.observedOn(), told.personal());
        }
        var ended = (AffiliationEnded) event;
        var opened = (AffiliationRecorded) events.get(1);
        return new RecordMove(
                ended.researcher(),
                ended.spell(),
                ended.end(),
                opened.spell(),
                opened.claim(),
                opened.observedOn(),
                opened.personal());
    }
}
