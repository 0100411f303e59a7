package dev.sojourn.command.rule;

import static dev.sojourn.command.Warning.Kind.FUTURE_DATE;
import static dev.sojourn.command.Warning.Kind.UNLIKELY_DATE;

import dev.sojourn.command.Warning;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.Personal;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Gathers what people often get wrong about dates, though it may be right. For one event. */
final class DateWarnings {

    /** Nobody whose career can still be checked began it earlier; a slip of the pen, as in 0219 or 1219, did. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final LocalDate today;
    private final List<Warning> found = new ArrayList<>();

    /** A gatherer for an event that is recorded today. */
    DateWarnings(LocalDate today) {
        this.today = today;
    }

    /** Looks at a date; null is one that is not known. */
    DateWarnings date(String what, PartialDate date) {
        if (date != null && date.earliest().isAfter(today)) {
            add(FUTURE_DATE, what + ", " + date + ", has not come yet; is it meant?");
        } else if (date != null && date.latest().isBefore(EARLIEST)) {
            add(UNLIKELY_DATE, what + ", " + date + ", is before " + EARLIEST.getYear() + "; is it meant?");
        }
        return this;
    }

    /** Looks at the day on which somebody saw, or looked for, something. */
    DateWarnings day(String what, LocalDate day) {
        if (day != null && day.isAfter(today)) {
            add(FUTURE_DATE, what + " " + day + ", which has not come yet; is it meant?");
        }
        return this;
    }

    /** Looks at the days of the evidence. */
    DateWarnings sources(Personal personal) {
        personal.evidence().stream()
                .map(Evidence::observedOn)
                .filter(today::isBefore)
                .distinct()
                .forEach(day -> day("evidence of", day));
        return this;
    }

    void add(Warning.Kind kind, String detail) {
        found.add(new Warning(kind, detail));
    }

    /** What was found, in the order in which it was looked for. */
    List<Warning> found() {
        return List.copyOf(found);
    }
}
