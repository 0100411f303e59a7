package dev.sojourn.command.rule;

import dev.sojourn.command.Command;
import dev.sojourn.command.InstitutionCommand.ChangeParent;
import dev.sojourn.command.InstitutionCommand.CloseInstitution;
import dev.sojourn.command.InstitutionCommand.CorrectInstitution;
import dev.sojourn.command.InstitutionCommand.JoinGroup;
import dev.sojourn.command.InstitutionCommand.LeaveGroup;
import dev.sojourn.command.InstitutionCommand.MergeInstitution;
import dev.sojourn.command.InstitutionCommand.MoveHeadquarters;
import dev.sojourn.command.InstitutionCommand.RegisterInstitution;
import dev.sojourn.command.InstitutionCommand.RenameInstitution;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionClosed;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionEventUndone;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRenamed;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.LeftGroup;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.Overloads;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** For each event of an institution the commands that would bring it about; see {@link AskedAgain}. */
final class AskedAgainOfInstitutions {

    private static final Overloads<InstitutionEvent, List<Command>> COMMANDS =
            new Overloads<>(MethodHandles.lookup(), "again", InstitutionEvent.class);

    private static final AskedAgainOfInstitutions ALL = new AskedAgainOfInstitutions();

    private AskedAgainOfInstitutions() {}

    static List<Command> commands(InstitutionEvent event) {
        return COMMANDS.call(ALL, event);
    }

    List<Command> again(InstitutionRegistered event) {
        return List.of(new RegisterInstitution(event.institution(), event.profile(), event.personal()));
    }

    List<Command> again(InstitutionCorrected event) {
        return List.of(new CorrectInstitution(event.institution(), event.profile(), event.personal()));
    }

    List<Command> again(InstitutionRenamed event) {
        return List.of(new RenameInstitution(event.institution(), event.names(), event.from(), event.personal()));
    }

    List<Command> again(HeadquartersMoved event) {
        return List.of(new MoveHeadquarters(event.institution(), event.country(), event.from(), event.personal()));
    }

    List<Command> again(ParentChanged event) {
        return List.of(new ChangeParent(event.institution(), event.parent(), event.from(), event.personal()));
    }

    List<Command> again(InstitutionMerged event) {
        return List.of(new MergeInstitution(event.institution(), event.into(), event.from(), event.personal()));
    }

    List<Command> again(InstitutionClosed event) {
        return List.of(new CloseInstitution(event.institution(), event.from(), event.personal()));
    }

    List<Command> again(JoinedGroup event) {
        return List.of(new JoinGroup(event.institution(), event.group(), event.from(), event.personal()));
    }

    List<Command> again(LeftGroup event) {
        return List.of(new LeaveGroup(event.institution(), event.group(), event.to(), event.personal()));
    }

    /** Never asked for: undoing events do not count. */
    List<Command> again(InstitutionEventUndone event) {
        return List.of();
    }
}
