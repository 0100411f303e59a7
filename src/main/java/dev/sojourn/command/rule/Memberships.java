package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.ALREADY_IN_GROUP;
import static dev.sojourn.command.RuleViolation.Rule.ENDS_BEFORE_START;
import static dev.sojourn.command.RuleViolation.Rule.NOT_IN_GROUP;

import dev.sojourn.command.InstitutionCommand.JoinGroup;
import dev.sojourn.command.InstitutionCommand.LeaveGroup;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.LeftGroup;
import dev.sojourn.event.value.GroupId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules about the groups of one institution. */
final class Memberships {

    /** First day in each group it is in, {@link LocalDate#MIN} for all days. */
    private final Map<GroupId, LocalDate> groups = new HashMap<>(2);

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

    void on(JoinedGroup event) {
        groups.put(
                event.group(),
                event.from() == null ? LocalDate.MIN : event.from().earliest());
    }

    void on(LeftGroup event) {
        groups.remove(event.group());
    }

    void clear() {
        groups.clear();
    }
}
