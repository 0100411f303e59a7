package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.ALREADY_IN_GROUP;
import static dev.sojourn.command.RuleViolation.Rule.ENDS_BEFORE_START;
import static dev.sojourn.command.RuleViolation.Rule.INSTITUTION_CLOSED;
import static dev.sojourn.command.RuleViolation.Rule.INSTITUTION_EXISTS;
import static dev.sojourn.command.RuleViolation.Rule.INSTITUTION_MERGED;
import static dev.sojourn.command.RuleViolation.Rule.NOTHING_CHANGES;
import static dev.sojourn.command.RuleViolation.Rule.NOT_IN_GROUP;
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
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.Profile;
import dev.sojourn.time.PartialDate;
import java.lang.invoke.MethodHandles;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Decides what is asked of an institution. What its relatives have a say in is for {@link Surroundings} to see. */
public final class InstitutionState extends State<InstitutionCommand, InstitutionEvent> {

    private static final Overloads<InstitutionCommand, List<InstitutionEvent>> RULES =
            new Overloads<>(MethodHandles.lookup(), "handle", InstitutionCommand.class);
    private static final Overloads<InstitutionEvent, Void> FOLDS =
            new Overloads<>(MethodHandles.lookup(), "on", InstitutionEvent.class);

    /** As registered, to tell the same registration again from another one; and as corrected since. */
    private Profile registered;

    private Profile profile;
    private InstitutionMerged merged;
    private InstitutionClosed closed;
    /** What holds from a day on, by the kind of change: the latest word about each day. */
    private final Map<Class<?>, TreeMap<LocalDate, Object>> changes = new HashMap<>(2);
    /** First day in each group it is in, {@link LocalDate#MIN} for all days. */
    private final Map<GroupId, LocalDate> groups = new HashMap<>(2);

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
        merged = null;
        closed = null;
        changes.clear();
        groups.clear();
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
        requireAlive(command.from());
        requireNews(InstitutionRenamed.class, profile.names(), command.names(), command.from());
        return List.of(
                new InstitutionRenamed(command.institution(), command.names(), command.from(), command.personal()));
    }

    List<InstitutionEvent> handle(MoveHeadquarters command) {
        requireAlive(command.from());
        requireNews(HeadquartersMoved.class, profile.headquarters(), command.country(), command.from());
        return List.of(
                new HeadquartersMoved(command.institution(), command.country(), command.from(), command.personal()));
    }

    List<InstitutionEvent> handle(ChangeParent command) {
        requireAlive(command.from());
        requireNews(ParentChanged.class, profile.parent(), command.parent(), command.from());
        return List.of(new ParentChanged(command.institution(), command.parent(), command.from(), command.personal()));
    }

    List<InstitutionEvent> handle(MergeInstitution command) {
        Reason.require(command.personal(), "a merger");
        if (merged != null) {
            throw new RuleViolation(
                    INSTITUTION_MERGED,
                    command.institution() + " went on as " + merged.into() + " from " + merged.from() + " already");
        }
        requireAlive(command.from());
        return List.of(
                new InstitutionMerged(command.institution(), command.into(), command.from(), command.personal()));
    }

    List<InstitutionEvent> handle(CloseInstitution command) {
        requireAlive(command.from());
        if (closed != null) {
            throw new RuleViolation(
                    INSTITUTION_CLOSED,
                    command.institution() + " closed from " + closed.from()
                            + " already; if that is wrong, undo it and record it anew");
        }
        return List.of(new InstitutionClosed(command.institution(), command.from(), command.personal()));
    }

    List<InstitutionEvent> handle(JoinGroup command) {
        if (groups.containsKey(command.group())) {
            throw new RuleViolation(
                    ALREADY_IN_GROUP,
                    command.institution() + " is in " + command.group()
                            + " and has not left it; record when it left first");
        }
        return List.of(new JoinedGroup(command.institution(), command.group(), command.from(), command.personal()));
    }

    List<InstitutionEvent> handle(LeaveGroup command) {
        var since = groups.get(command.group());
        if (since == null) {
            throw new RuleViolation(
                    NOT_IN_GROUP,
                    command.institution() + " is not in " + command.group() + "; it is in " + groups.keySet());
        }
        if (command.to().latest().isBefore(since)) {
            throw new RuleViolation(
                    ENDS_BEFORE_START,
                    command.institution() + " joined " + command.group() + " on " + since + ", after " + command.to()
                            + "; if it joined earlier, undo the joining and record it anew");
        }
        return List.of(new LeftGroup(command.institution(), command.group(), command.to(), command.personal()));
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
        changed(InstitutionRenamed.class, event.from(), event.names());
    }

    void on(HeadquartersMoved event) {
        changed(HeadquartersMoved.class, event.from(), event.country());
    }

    void on(ParentChanged event) {
        changed(ParentChanged.class, event.from(), event.parent());
    }

    void on(InstitutionMerged event) {
        merged = event;
    }

    void on(InstitutionClosed event) {
        closed = event;
    }

    void on(JoinedGroup event) {
        groups.put(
                event.group(),
                event.from() == null ? LocalDate.MIN : event.from().earliest());
    }

    void on(LeftGroup event) {
        groups.remove(event.group());
    }

    /** Never folded: undoing starts over without it. */
    void on(InstitutionEventUndone event) {}

    private void changed(Class<?> kind, PartialDate from, Object value) {
        changes.computeIfAbsent(kind, any -> new TreeMap<>()).put(from.earliest(), Optional.ofNullable(value));
    }

    /** Refuses what holds on that day already, by a dated change or from registration on. */
    private void requireNews(Class<?> kind, Object base, Object value, PartialDate from) {
        var change = changes.getOrDefault(kind, new TreeMap<>()).floorEntry(from.earliest());
        var now = change == null ? Optional.ofNullable(base) : change.getValue();
        if (Objects.equals(now, Optional.ofNullable(value))) {
            throw new RuleViolation(
                    NOTHING_CHANGES, "that is so on " + from.earliest() + " already: there is nothing to record");
        }
    }

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

    private void requireAlive(PartialDate from) {
        if (merged != null && !from.earliest().isBefore(merged.from().latest())) {
            throw new RuleViolation(
                    INSTITUTION_MERGED,
                    "it went on as " + merged.into() + " from " + merged.from() + "; record the change there");
        }
        if (closed != null && !from.earliest().isBefore(closed.from().latest())) {
            throw new RuleViolation(
                    INSTITUTION_CLOSED, "it closed from " + closed.from() + "; if that is wrong, undo it first");
        }
    }
}
