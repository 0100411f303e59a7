package dev.sojourn.access;

import dev.sojourn.command.CareerCommand.EndCareer;
import dev.sojourn.command.CareerCommand.RecordSearchedNotFound;
import dev.sojourn.command.CareerCommand.ResumeCareer;
import dev.sojourn.command.CohortCommand.AddMembers;
import dev.sojourn.command.CohortCommand.DefineCohort;
import dev.sojourn.command.CohortCommand.FreezeCohort;
import dev.sojourn.command.CohortCommand.RemoveMember;
import dev.sojourn.command.CohortCommand.UndoCohortEvent;
import dev.sojourn.command.Command;
import dev.sojourn.command.EducationCommand.CorrectEducation;
import dev.sojourn.command.EducationCommand.RecordEducation;
import dev.sojourn.command.EducationCommand.RetractEducation;
import dev.sojourn.command.IdentityCommand.ChangeNames;
import dev.sojourn.command.IdentityCommand.ErasePerson;
import dev.sojourn.command.IdentityCommand.LinkIdentifier;
import dev.sojourn.command.IdentityCommand.MergeResearchers;
import dev.sojourn.command.IdentityCommand.RecordDistinctFrom;
import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.IdentityCommand.UnlinkIdentifier;
import dev.sojourn.command.IdentityCommand.UnmergeResearchers;
import dev.sojourn.command.InstitutionCommand.ChangeParent;
import dev.sojourn.command.InstitutionCommand.CloseInstitution;
import dev.sojourn.command.InstitutionCommand.CorrectInstitution;
import dev.sojourn.command.InstitutionCommand.JoinGroup;
import dev.sojourn.command.InstitutionCommand.LeaveGroup;
import dev.sojourn.command.InstitutionCommand.MergeInstitution;
import dev.sojourn.command.InstitutionCommand.MoveHeadquarters;
import dev.sojourn.command.InstitutionCommand.RegisterInstitution;
import dev.sojourn.command.InstitutionCommand.RenameInstitution;
import dev.sojourn.command.InstitutionCommand.UndoInstitutionEvent;
import dev.sojourn.command.ReleaseCommand.PublishRelease;
import dev.sojourn.command.ReleaseCommand.UndoReleaseEvent;
import dev.sojourn.command.ReleaseCommand.WithdrawRelease;
import dev.sojourn.command.ResearcherCommand.UndoResearcherEvent;
import dev.sojourn.command.ReviewCommand.ApproveReview;
import dev.sojourn.command.ReviewCommand.RejectReview;
import dev.sojourn.command.ReviewCommand.RequestReview;
import dev.sojourn.command.SpellCommand.ConfirmAffiliation;
import dev.sojourn.command.SpellCommand.CorrectAffiliation;
import dev.sojourn.command.SpellCommand.EndAffiliation;
import dev.sojourn.command.SpellCommand.RecordAffiliation;
import dev.sojourn.command.SpellCommand.RecordMove;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one list of the least role that each command takes. A command that is not in it is refused; a test finds it. */
public final class CommandRules {
    private static final Map<AccountRole, List<Class<? extends Command>>> LEAST = Map.of(
            AccountRole.CURATOR,
            List.of(
                    RegisterResearcher.class,
                    ChangeNames.class,
                    LinkIdentifier.class,
                    UnlinkIdentifier.class,
                    MergeResearchers.class,
                    UnmergeResearchers.class,
                    RecordDistinctFrom.class,
                    RequestReview.class,
                    ApproveReview.class,
                    RejectReview.class,
                    UndoResearcherEvent.class,
                    UndoInstitutionEvent.class,
                    UndoCohortEvent.class,
                    UndoReleaseEvent.class,
                    RecordEducation.class,
                    CorrectEducation.class,
                    RetractEducation.class,
                    RecordAffiliation.class,
                    EndAffiliation.class,
                    CorrectAffiliation.class,
                    RetractAffiliation.class,
                    ConfirmAffiliation.class,
                    RecordMove.class,
                    RecordSearchedNotFound.class,
                    EndCareer.class,
                    ResumeCareer.class,
                    RegisterInstitution.class,
                    CorrectInstitution.class,
                    RenameInstitution.class,
                    MoveHeadquarters.class,
                    ChangeParent.class,
                    MergeInstitution.class,
                    CloseInstitution.class,
                    JoinGroup.class,
                    LeaveGroup.class,
                    DefineCohort.class,
                    AddMembers.class,
                    RemoveMember.class,
                    FreezeCohort.class,
                    PublishRelease.class,
                    WithdrawRelease.class),
            AccountRole.ADMIN,
            List.of(ErasePerson.class));

    private static final Map<Class<? extends Command>, AccountRole> BY_COMMAND = byCommand();

    private CommandRules() {}

    /** The least role that may give a command; empty if nobody may. */
    public static Optional<AccountRole> least(Class<? extends Command> command) {
        return Optional.ofNullable(BY_COMMAND.get(command));
    }

    private static Map<Class<? extends Command>, AccountRole> byCommand() {
        var rules = new HashMap<Class<? extends Command>, AccountRole>();
        LEAST.forEach((role, commands) -> commands.forEach(command -> rules.put(command, role)));
        return Map.copyOf(rules);
    }
}
