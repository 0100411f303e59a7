package dev.sojourn.command.rule;

import dev.sojourn.command.CareerCommand.EndCareer;
import dev.sojourn.command.CareerCommand.RecordSearchedNotFound;
import dev.sojourn.command.CareerCommand.ResumeCareer;
import dev.sojourn.command.CohortCommand.AddMembers;
import dev.sojourn.command.CohortCommand.DefineCohort;
import dev.sojourn.command.CohortCommand.FreezeCohort;
import dev.sojourn.command.CohortCommand.RemoveMember;
import dev.sojourn.command.Command;
import dev.sojourn.command.EducationCommand.CorrectEducation;
import dev.sojourn.command.EducationCommand.RecordEducation;
import dev.sojourn.command.EducationCommand.RetractEducation;
import dev.sojourn.command.IdentityCommand.ChangeNames;
import dev.sojourn.command.IdentityCommand.LinkIdentifier;
import dev.sojourn.command.IdentityCommand.MergeResearchers;
import dev.sojourn.command.IdentityCommand.RecordDistinctFrom;
import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.IdentityCommand.UnlinkIdentifier;
import dev.sojourn.command.IdentityCommand.UnmergeResearchers;
import dev.sojourn.command.ReleaseCommand.PublishRelease;
import dev.sojourn.command.ReleaseCommand.WithdrawRelease;
import dev.sojourn.command.SpellCommand.ConfirmAffiliation;
import dev.sojourn.command.SpellCommand.CorrectAffiliation;
import dev.sojourn.command.SpellCommand.EndAffiliation;
import dev.sojourn.command.SpellCommand.RecordAffiliation;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.CareerResumed;
import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.CohortEventUndone;
import dev.sojourn.event.CohortEvent.CohortFrozen;
import dev.sojourn.event.CohortEvent.MemberRemoved;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.EducationEvent.EducationRetracted;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.DistinctFromRecorded;
import dev.sojourn.event.IdentityEvent.IdentifierLinked;
import dev.sojourn.event.IdentityEvent.IdentifierUnlinked;
import dev.sojourn.event.IdentityEvent.NamesChanged;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.Overloads;
import dev.sojourn.event.ReleaseEvent.ReleaseEventUndone;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.ReleaseEvent.ReleaseWithdrawn;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Personal.Remarks;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** For each event the commands that would bring it about: none where no rule has a say. A move is its two halves. */
final class AskedAgain {

    private static final Overloads<Event, List<Command>> COMMANDS =
            new Overloads<>(MethodHandles.lookup(), "again", Event.class);

    private static final AskedAgain ALL = new AskedAgain();

    private AskedAgain() {}

    static List<Command> commands(Event event) {
        return COMMANDS.call(ALL, event);
    }

    List<Command> again(ResearcherRegistered event) {
        return List.of(new RegisterResearcher(event.researcher(), null, List.of(), Remarks.NONE));
    }

    List<Command> again(NamesChanged event) {
        return event.personal().names() == null
                ? List.of() // erased
                : List.of(new ChangeNames(event.researcher(), event.personal().names(), Remarks.NONE));
    }

    List<Command> again(IdentifierLinked event) {
        return event.personal().identifiers().stream()
                .<Command>map(identifier -> new LinkIdentifier(event.researcher(), identifier, Remarks.NONE))
                .toList();
    }

    List<Command> again(IdentifierUnlinked event) {
        return event.personal().identifiers().stream()
                .<Command>map(identifier -> new UnlinkIdentifier(event.researcher(), identifier, Remarks.NONE))
                .toList();
    }

    List<Command> again(ResearcherMerged event) {
        return List.of(new MergeResearchers(event.researcher(), event.into(), event.personal()));
    }

    List<Command> again(ResearcherUnmerged event) {
        return List.of(new UnmergeResearchers(event.researcher(), event.personal()));
    }

    List<Command> again(DistinctFromRecorded event) {
        return List.of(new RecordDistinctFrom(event.researcher(), event.other(), event.personal()));
    }

    /** Never refused because of what came before it. */
    List<Command> again(PersonErased event) {
        return List.of();
    }

    /** What is under review may be undone; the review stays, and says why. */
    List<Command> again(ReviewEvent event) {
        return List.of();
    }

    List<Command> again(EducationRecorded event) {
        return List.of(new RecordEducation(event.researcher(), event.education(), event.degree(), event.personal()));
    }

    List<Command> again(EducationCorrected event) {
        return List.of(new CorrectEducation(event.researcher(), event.education(), event.degree(), event.personal()));
    }

    List<Command> again(EducationRetracted event) {
        return List.of(new RetractEducation(event.researcher(), event.education(), event.personal()));
    }

    List<Command> again(AffiliationRecorded event) {
        return List.of(new RecordAffiliation(
                event.researcher(), event.spell(), event.claim(), event.observedOn(), event.personal()));
    }

    List<Command> again(AffiliationEnded event) {
        return List.of(new EndAffiliation(
                event.researcher(), event.spell(), event.end(), event.observedOn(), event.personal()));
    }

    List<Command> again(AffiliationCorrected event) {
        return List.of(new CorrectAffiliation(
                event.researcher(), event.spell(), event.claim(), event.observedOn(), event.personal()));
    }

    List<Command> again(AffiliationRetracted event) {
        return List.of(new RetractAffiliation(event.researcher(), event.spell(), event.personal()));
    }

    List<Command> again(AffiliationConfirmed event) {
        return event.observedOn() == null
                ? List.of()
                : List.of(new ConfirmAffiliation(
                        event.researcher(), event.spell(), event.observedOn(), event.personal()));
    }

    List<Command> again(SearchedNotFound event) {
        return List.of(new RecordSearchedNotFound(event.researcher(), event.searchedOn(), event.personal()));
    }

    List<Command> again(CareerEnded event) {
        return List.of(new EndCareer(event.researcher(), event.cause(), event.on(), event.personal()));
    }

    List<Command> again(CareerResumed event) {
        return List.of(new ResumeCareer(event.researcher(), event.on(), event.personal()));
    }

    List<Command> again(InstitutionEvent event) {
        return AskedAgainOfInstitutions.commands(event);
    }

    List<Command> again(CohortDefined event) {
        return List.of(new DefineCohort(
                event.cohort(),
                event.title(),
                event.frame(),
                event.referenceYear(),
                event.drawn(),
                event.source(),
                event.personal()));
    }

    List<Command> again(MembersAdded event) {
        return List.of(new AddMembers(event.cohort(), event.researchers(), event.personal()));
    }

    List<Command> again(MemberRemoved event) {
        return List.of(new RemoveMember(event.cohort(), event.researcher(), event.personal()));
    }

    List<Command> again(CohortFrozen event) {
        return List.of(new FreezeCohort(event.cohort(), event.personal()));
    }

    List<Command> again(ReleasePublished event) {
        return List.of(new PublishRelease(
                event.release(),
                event.title(),
                event.position(),
                event.ruleSet(),
                event.digests(),
                event.questions(),
                event.regions(),
                event.personal()));
    }

    List<Command> again(ReleaseWithdrawn event) {
        return List.of(new WithdrawRelease(event.release(), event.personal()));
    }

    /** Never asked for: undoing events do not count. */
    List<Command> again(ResearcherEventUndone event) {
        return List.of();
    }

    /** Never asked for: undoing events do not count. */
    List<Command> again(CohortEventUndone event) {
        return List.of();
    }

    /** Never asked for: undoing events do not count. */
    List<Command> again(ReleaseEventUndone event) {
        return List.of();
    }
}
