package dev.sojourn.analysis.move;

import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.course.Courses;
import dev.sojourn.projection.View;
import java.time.LocalDate;

/** The journeys of people between the two days of a question. Threads may share it. */
public final class Journeys {

    private final Moves.Question question;
    private final Courses courses;
    private final Lens first;

    /** @param view what counts under the question's rules */
    public Journeys(View view, Moves.Question question) {
        var rules = question.population().rules();
        this.question = question;
        this.courses = new Courses(view, rules, question.by(), question.from(), question.to());
        this.first = new Lens(view, rules, question.from());
    }

    /** Somebody's. */
    public Journey of(int researcher) {
        var home = question.home();
        return Journey.of(courses.of(researcher), home == null ? Values.UNKNOWN : first.origin(home, researcher));
    }

    /** How people look on a day. */
    public Lens lens(LocalDate day) {
        return courses.lens(day);
    }
}
