package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.EDUCATION_EXISTS;
import static dev.sojourn.command.RuleViolation.Rule.NOTHING_CHANGES;
import static dev.sojourn.command.RuleViolation.Rule.UNKNOWN_EDUCATION;

import dev.sojourn.command.EducationCommand;
import dev.sojourn.command.EducationCommand.CorrectEducation;
import dev.sojourn.command.EducationCommand.RecordEducation;
import dev.sojourn.command.EducationCommand.RetractEducation;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.event.EducationEvent;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.EducationEvent.EducationRetracted;
import dev.sojourn.event.Overloads;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.Personal.Titled;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rules about one researcher's degrees. Their ids are the researcher's own; another may use the same. */
public final class Degrees {

    private static final Overloads<EducationCommand, List<ResearcherEvent>> RULES =
            new Overloads<>(MethodHandles.lookup(), "handle", EducationCommand.class);
    private static final Overloads<EducationEvent, Void> FOLDS =
            new Overloads<>(MethodHandles.lookup(), "on", EducationEvent.class);

    private record Known(Degree degree, Titled said) {}

    private final Map<EducationId, Known> degrees = new HashMap<>(2);

    List<ResearcherEvent> decide(EducationCommand command) {
        return RULES.call(this, command);
    }

    void fold(EducationEvent event) {
        FOLDS.call(this, event);
    }

    List<ResearcherEvent> handle(RecordEducation command) {
        if (degrees.containsKey(command.education())) {
            throw new RuleViolation(
                    EDUCATION_EXISTS,
                    "degree " + command.education() + " is recorded already; correct or retract it, or take a new id");
        }
        return List.of(
                new EducationRecorded(command.researcher(), command.education(), command.degree(), command.personal()));
    }

    List<ResearcherEvent> handle(CorrectEducation command) {
        Reason.require(command.personal(), "a correction");
        var known = known(command.education());
        var said = command.personal();
        if (known.degree().equals(command.degree())
                && Objects.equals(known.said().title(), said.title())
                && known.said().evidence().equals(said.evidence())
                && known.said().notes().equals(said.notes())) {
            throw new RuleViolation(NOTHING_CHANGES, "degree " + command.education() + " reads like this already");
        }
        return List.of(new EducationCorrected(command.researcher(), command.education(), command.degree(), said));
    }

    List<ResearcherEvent> handle(RetractEducation command) {
        Reason.require(command.personal(), "a retraction");
        known(command.education());
        return List.of(new EducationRetracted(command.researcher(), command.education(), command.personal()));
    }

    void on(EducationRecorded event) {
        degrees.put(event.education(), new Known(event.degree(), event.personal()));
    }

    void on(EducationCorrected event) {
        degrees.put(event.education(), new Known(event.degree(), event.personal()));
    }

    void on(EducationRetracted event) {
        degrees.remove(event.education());
    }

    private Known known(EducationId education) {
        var known = degrees.get(education);
        if (known == null) {
            throw new RuleViolation(
                    UNKNOWN_EDUCATION,
                    "this researcher has no degree " + education + "; there are " + degrees.keySet());
        }
        return known;
    }
}
