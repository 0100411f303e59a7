package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.CAREER_NOT_ENDED;
import static dev.sojourn.command.RuleViolation.Rule.ENDS_BEFORE_START;
import static dev.sojourn.command.RuleViolation.Rule.NOTHING_CHANGES;

import dev.sojourn.command.CareerCommand;
import dev.sojourn.command.CareerCommand.EndCareer;
import dev.sojourn.command.CareerCommand.RecordSearchedNotFound;
import dev.sojourn.command.CareerCommand.ResumeCareer;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.event.CareerEvent;
import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.CareerResumed;
import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.Overloads;
import dev.sojourn.event.ResearcherEvent;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Objects;

/** The rules about the end of one researcher's career, and about searching in vain. */
public final class Career {

    private static final Overloads<CareerCommand, List<ResearcherEvent>> RULES =
            new Overloads<>(MethodHandles.lookup(), "handle", CareerCommand.class);
    private static final Overloads<CareerEvent, Void> FOLDS =
            new Overloads<>(MethodHandles.lookup(), "on", CareerEvent.class);

    /** Null while the career goes on. */
    private CareerEnded ended;

    List<ResearcherEvent> decide(CareerCommand command) {
        return RULES.call(this, command);
    }

    void fold(CareerEvent event) {
        FOLDS.call(this, event);
    }

    List<ResearcherEvent> handle(RecordSearchedNotFound command) {
        return List.of(new SearchedNotFound(command.researcher(), command.searchedOn(), command.personal()));
    }

    /** Who has retired may still die, so an ended career can end again, for another cause or on another day. */
    List<ResearcherEvent> handle(EndCareer command) {
        if (ended != null && ended.cause() == command.cause() && Objects.equals(ended.on(), command.on())) {
            throw new RuleViolation(NOTHING_CHANGES, "the career is recorded as ended like this already");
        }
        return List.of(new CareerEnded(command.researcher(), command.cause(), command.on(), command.personal()));
    }

    List<ResearcherEvent> handle(ResumeCareer command) {
        if (ended == null) {
            throw new RuleViolation(CAREER_NOT_ENDED, "the career is not recorded as ended; record a spell instead");
        }
        if (ended.on() != null && command.on().latest().isBefore(ended.on().earliest())) {
            throw new RuleViolation(
                    ENDS_BEFORE_START,
                    "the break would end in " + command.on() + ", certainly before its start in " + ended.on());
        }
        return List.of(new CareerResumed(command.researcher(), command.on(), command.personal()));
    }

    void on(CareerEnded event) {
        ended = event;
    }

    void on(CareerResumed event) {
        ended = null;
    }

    /** Ends nothing. */
    void on(SearchedNotFound event) {}
}
