package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.UNKNOWN_EVENT;

import dev.sojourn.command.CareerCommand;
import dev.sojourn.command.EducationCommand;
import dev.sojourn.command.IdentityCommand;
import dev.sojourn.command.IdentityCommand.ErasePerson;
import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.IdentityCommand.UnmergeResearchers;
import dev.sojourn.command.ResearcherCommand;
import dev.sojourn.command.ResearcherCommand.UndoResearcherEvent;
import dev.sojourn.command.ReviewCommand;
import dev.sojourn.command.ReviewCommand.RejectReview;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.SpellCommand;
import dev.sojourn.command.Warning;
import dev.sojourn.event.CareerEvent;
import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.CareerResumed;
import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.EducationEvent;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.IdentityEvent;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.value.Degree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides what is asked of a researcher, in parts by subject. */
public final class ResearcherState extends State<ResearcherCommand, ResearcherEvent> {

    private Identity identity;
    private Degrees degrees;
    private Spells spells;
    private Career career;
    private Reviews reviews;

    /** A researcher of whom nothing is recorded. */
    public ResearcherState() {
        startOver();
    }

    @Override
    public List<ResearcherEvent> decide(ResearcherCommand command) {
        if (command instanceof UndoResearcherEvent undo) {
            return undo(undo);
        }
        if (command instanceof ReviewCommand review) {
            return decide(review, Set.of(review.sequence()));
        }
        if (command instanceof ErasePerson) {
            identity.requireErasable(command.researcher());
        } else if (!(command instanceof RegisterResearcher || command instanceof UnmergeResearchers)) {
            identity.requireActive(command.researcher());
        }
        if (command instanceof SpellCommand spell) {
            return spells.decide(spell);
        }
        if (command instanceof EducationCommand education) {
            return degrees.decide(education);
        }
        return command instanceof CareerCommand change
                ? career.decide(change)
                : identity.decide((IdentityCommand) command);
    }

    /** Also of one who counts as another: what was recorded under that id may still be wrong. */
    private List<ResearcherEvent> undo(UndoResearcherEvent command) {
        identity.requireNotErased(command.researcher());
        requireUndoable(command);
        return List.of(new ResearcherEventUndone(command.researcher(), command.sequence(), command.personal()));
    }

    /**
     * Decides about a change as a whole. A rejection takes back what it rejects: all of it or nothing.
     *
     * @param change the numbers of all events that came of the same command as the event in question
     * @throws RuleViolation if a rule forbids it
     */
    public List<ResearcherEvent> decide(ReviewCommand command, Set<Long> change) {
        identity.requireNotErased(command.researcher());
        var counted = counted(Set.of()).keySet();
        if (!counted.contains(command.sequence())) {
            throw new RuleViolation(
                    UNKNOWN_EVENT,
                    command.researcher() + " has no event " + command.sequence() + " that counts, so none to review");
        }
        var together = reviews.concerned(command, change);
        together.retainAll(counted);
        if (together.isEmpty()) {
            together.add(command.sequence()); // which is then refused with the reason
        }
        var events = new ArrayList<ResearcherEvent>();
        together.forEach(sequence -> events.addAll(reviews.decide(command.about(sequence))));
        if (command instanceof RejectReview) {
            for (long sequence : together.descendingSet()) {
                var undo = new UndoResearcherEvent(command.researcher(), sequence, command.personal());
                requireUndoable(undo, together);
                events.add(new ResearcherEventUndone(undo.researcher(), undo.sequence(), undo.personal()));
            }
        }
        return events;
    }

    @Override
    public List<Warning> warnings(ResearcherEvent event, LocalDate today) {
        if (event instanceof SpellEvent spell) {
            return spells.warnings(spell, today);
        }
        var warnings = new DateWarnings(today);
        if (event instanceof EducationRecorded recorded) {
            degree(recorded.degree(), warnings);
        } else if (event instanceof EducationCorrected corrected) {
            degree(corrected.degree(), warnings);
        } else if (event instanceof CareerEnded ended) {
            warnings.date("the end of the career", ended.on());
        } else if (event instanceof CareerResumed resumed) {
            warnings.date("the return", resumed.on());
        } else if (event instanceof SearchedNotFound searched) {
            warnings.day("searched on", searched.searchedOn());
        }
        return warnings.sources(event.personal()).found();
    }

    private static void degree(Degree degree, DateWarnings warnings) {
        warnings.date("the start of the degree", degree.start()).date("the end of the degree", degree.end());
    }

    @Override
    void startOver() {
        identity = new Identity();
        degrees = new Degrees();
        spells = new Spells();
        career = new Career();
        reviews = new Reviews();
    }

    @Override
    void fold(ResearcherEvent event) {
        if (event instanceof SpellEvent spell) {
            spells.fold(spell);
        } else if (event instanceof EducationEvent education) {
            degrees.fold(education);
        } else if (event instanceof CareerEvent change) {
            career.fold(change);
        } else if (event instanceof IdentityEvent change) {
            identity.fold(change);
        } else if (event instanceof ReviewEvent review) {
            reviews.fold(review);
        }
    }
}
