package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.NOTHING_CHANGES;
import static dev.sojourn.command.RuleViolation.Rule.NOT_UNDER_REVIEW;
import static dev.sojourn.command.RuleViolation.Rule.REVIEW_BY_AUTHOR;

import dev.sojourn.command.ReviewCommand;
import dev.sojourn.command.ReviewCommand.ApproveReview;
import dev.sojourn.command.ReviewCommand.RejectReview;
import dev.sojourn.command.ReviewCommand.RequestReview;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.event.Overloads;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.ReviewEvent.ReviewApproved;
import dev.sojourn.event.ReviewEvent.ReviewRejected;
import dev.sojourn.event.ReviewEvent.ReviewRequested;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules about reviews of one researcher's events. */
public final class Reviews {

    private static final Overloads<ReviewCommand, List<ResearcherEvent>> RULES =
            new Overloads<>(MethodHandles.lookup(), "handle", ReviewCommand.class);
    private static final Overloads<ReviewEvent, Void> FOLDS =
            new Overloads<>(MethodHandles.lookup(), "on", ReviewEvent.class);

    /** The last word about an event that was ever under review: one that awaits review is requested. */
    private final Map<Long, ReviewEvent> last = new HashMap<>(2);

    List<ResearcherEvent> decide(ReviewCommand command) {
        return RULES.call(this, command);
    }

    /** Which events of a change a command is about: of those that await review all, or of the others, to ask for it. */
    NavigableSet<Long> concerned(ReviewCommand command, Set<Long> change) {
        boolean waiting = !(command instanceof RequestReview);
        return change.stream()
                .filter(sequence -> last.get(sequence) instanceof ReviewRequested == waiting)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void fold(ReviewEvent event) {
        FOLDS.call(this, event);
    }

    /**
     * Who recorded something does not decide whether it stands.
     *
     * @param author who recorded the event under review
     * @throws RuleViolation if it is the reviewer
     */
    public static void requireAnother(String author, String reviewer) {
        if (author.equals(reviewer)) {
            throw new RuleViolation(
                    REVIEW_BY_AUTHOR, "you recorded it yourself; somebody else has to approve or reject it");
        }
    }

    List<ResearcherEvent> handle(RequestReview command) {
        if (last.get(command.sequence()) instanceof ReviewRequested) {
            throw new RuleViolation(NOTHING_CHANGES, "event " + command.sequence() + " awaits review already");
        }
        return List.of(new ReviewRequested(command.researcher(), command.sequence(), command.personal()));
    }

    List<ResearcherEvent> handle(ApproveReview command) {
        requireAwaiting(command);
        return List.of(new ReviewApproved(command.researcher(), command.sequence(), command.personal()));
    }

    List<ResearcherEvent> handle(RejectReview command) {
        Reason.require(command.personal(), "a rejection");
        requireAwaiting(command);
        return List.of(new ReviewRejected(command.researcher(), command.sequence(), command.personal()));
    }

    void on(ReviewRequested event) {
        last.put(event.sequence(), event);
    }

    void on(ReviewApproved event) {
        last.put(event.sequence(), event);
    }

    void on(ReviewRejected event) {
        last.put(event.sequence(), event);
    }

    private void requireAwaiting(ReviewCommand command) {
        if (!(last.get(command.sequence()) instanceof ReviewRequested)) {
            throw new RuleViolation(
                    NOT_UNDER_REVIEW,
                    "event " + command.sequence() + " of " + command.researcher() + " does not await review");
        }
    }
}
