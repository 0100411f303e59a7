package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.INSTITUTION_EXISTS;
import static dev.sojourn.command.RuleViolation.Rule.NOTHING_CHANGES;
import static dev.sojourn.command.RuleViolation.Rule.UNKNOWN_INSTITUTION;

import dev.sojourn.command.InstitutionCommand;
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
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.Undo;
import dev.sojourn.command.Warning;
import dev.sojourn.command.lookup.Surroundings;
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
import dev.sojourn.event.value.Profile;
import dev.sojourn.time.PartialDate;
import java.lang.invoke.MethodHandles;
import java.time.LocalDate;
import java.util.List;

/** Decides what is asked of an institution. What its relatives have a say in is for {@link Surroundings} to see. */
public final class InstitutionState extends State<InstitutionCommand, InstitutionEvent> {

    private static final Overloads<InstitutionCommand, List<InstitutionEvent>> RULES =
            new Overloads<>(MethodHandles.lookup(), "handle", InstitutionCommand.class);
    private static final Overloads<InstitutionEvent, Void> FOLDS =
            new Overloads<>(MethodHandles.lookup(), "on", InstitutionEvent.class);

    /** As registered, to tell the same registration again from another one; and as corrected since. */
    private Profile registered;

    private Profile profile;
    private final Lifespan lifespan = new Lifespan();
    private final DatedChanges changes = new DatedChanges();
    private final Memberships memberships = new Memberships();

    @Override
    public List<InstitutionEvent> decide(InstitutionCommand command) {
        if (profile == null && !(command instanceof RegisterInstitution || command instanceof Undo)) {
            throw unknown(command.institution().value());
        }
        return RULES.call(this, command);
    }

    @Override
    public List<Warning> warnings(InstitutionEvent event, LocalDate today) {
        return new DateWarnings(today)
                .date("the day of the change", day(event))
                .sources(event.personal())
                .found();
    }

    @Override
    void startOver() {
        registered = null;
        profile = null;
        lifespan.clear();
        changes.clear();
        memberships.clear();
    }

    @Override
    void fold(InstitutionEvent event) {
        FOLDS.call(this, event);
    }

    /** The refusal of an institution that is not in the ledger. */
    public static RuleViolation unknown(String institution) {
        return new RuleViolation(
                UNKNOWN_INSTITUTION, "no institution " + institution + " is in the ledger; register it first");
    }

    List<InstitutionEvent> handle(RegisterInstitution command) {
        if (profile != null) {
            boolean same =
                    command.profile().equals(registered) || command.profile().equals(profile);
            throw same
                    ? new RuleViolation(
                            NOTHING_CHANGES,
                            "institution " + command.institution() + " is registered like this already")
                    : new RuleViolation(
                            INSTITUTION_EXISTS,
                            "institution " + command.institution()
                                    + " is in the ledger with other content; correct it, or take another id");
        }
        return List.of(new InstitutionRegistered(command.institution(), command.profile(), command.personal()));
    }

    List<InstitutionEvent> handle(CorrectInstitution command) {
        Reason.require(command.personal(), "a correction");
        if (command.profile().equals(profile)) {
            throw new RuleViolation(
                    NOTHING_CHANGES, "institution " + command.institution() + " reads like this already");
        }
        return List.of(new InstitutionCorrected(command.institution(), command.profile(), command.personal()));
    }

    List<InstitutionEvent> handle(RenameInstitution command) {
        lifespan.requireAlive(command.from());
        changes.requireNews(InstitutionRenamed.class, profile.names(), command.names(), command.from());
        return List.of(
                new InstitutionRenamed(command.institution(), command.names(), command.from(), command.personal()));
    }

    List<InstitutionEvent> handle(MoveHeadquarters command) {
        lifespan.requireAlive(command.from());
        changes.requireNews(HeadquartersMoved.class, profile.headquarters(), command.country(), command.from());
        return List.of(
                new HeadquartersMoved(command.institution(), command.country(), command.from(), command.personal()));
    }

    List<InstitutionEvent> handle(ChangeParent command) {
        lifespan.requireAlive(command.from());
        changes.requireNews(ParentChanged.class, profile.parent(), command.parent(), command.from());
        return List.of(new ParentChanged(command.institution(), command.parent(), command.from(), command.personal()));
    }

    List<InstitutionEvent> handle(MergeInstitution command) {
        return lifespan.handle(command);
    }

    List<InstitutionEvent> handle(CloseInstitution command) {
        return lifespan.handle(command);
    }

    List<InstitutionEvent> handle(JoinGroup command) {
        return memberships.handle(command);
    }

    List<InstitutionEvent> handle(LeaveGroup command) {
        return memberships.handle(command);
    }

    List<InstitutionEvent> handle(UndoInstitutionEvent command) {
        requireUndoable(command);
        return List.of(new InstitutionEventUndone(command.institution(), command.sequence(), command.personal()));
    }

    void on(InstitutionRegistered event) {
        registered = event.profile();
        profile = event.profile();
    }

    void on(InstitutionCorrected event) {
        profile = event.profile();
    }

    void on(InstitutionRenamed event) {
        changes.on(InstitutionRenamed.class, event.from(), event.names());
    }

    void on(HeadquartersMoved event) {
        changes.on(HeadquartersMoved.class, event.from(), event.country());
    }

    void on(ParentChanged event) {
        changes.on(ParentChanged.class, event.from(), event.parent());
    }

    void on(InstitutionMerged event) {
        lifespan.on(event);
    }

    void on(InstitutionClosed event) {
        lifespan.on(event);
    }

    void on(JoinedGroup event) {
        memberships.on(event);
    }

    void on(LeftGroup event) {
        memberships.on(event);
    }

    /** Never folded: undoing starts over without it. */
    void on(InstitutionEventUndone event) {}

    /** The first day on which it holds; null for what holds on all days. */
    private static PartialDate day(InstitutionEvent event) {
        if (event instanceof InstitutionRenamed renamed) {
            return renamed.from();
        } else if (event instanceof HeadquartersMoved moved) {
            return moved.from();
        } else if (event instanceof ParentChanged changed) {
            return changed.from();
        } else if (event instanceof InstitutionMerged merger) {
            return merger.from();
        } else if (event instanceof InstitutionClosed closing) {
            return closing.from();
        } else if (event instanceof JoinedGroup joined) {
            return joined.from();
        }
        return event instanceof LeftGroup left ? left.to() : null;
    }
}
