package dev.sojourn.analysis.survival;

import dev.sojourn.analysis.count.Condition;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.course.Stage;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.PackedDate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How long one person is known to have stayed, and what ended it.
 *
 * @param researcher who
 * @param end what ended it
 * @param cause of the end of the career; null for the others
 * @param stages where the person was until then, the exit the last of them
 * @param by the day by which the exit has certainly happened, or on which the person was last known to be there
 * @param gap whether nothing was known of the person right before the exit, so that it lies somewhere between
 */
public record Lifetime(int researcher, End end, Cause cause, List<Stage> stages, LocalDate by, boolean gap) {

    /** What can end it. */
    public enum End {
        GONE,
        ENDED,
        CENSORED
    }

    /**
     * Goes through the stages of somebody who is there in the first one.
     *
     * @param to the last day looked at
     */
    static Lifetime of(View view, Condition held, int researcher, List<Stage> stages, LocalDate to) {
        var lastThere = stages.get(0).since();
        boolean gap = false;
        for (int at = 0; at < stages.size(); at++) {
            var stage = stages.get(at);
            if (stage.value() == Values.INACTIVE) {
                var cause =
                        view.states().endedBy(researcher, (int) stage.since().toEpochDay());
                return new Lifetime(researcher, End.ENDED, cause, stages.subList(0, at + 1), stage.certainBy(), gap);
            }
            if (stage.known() && !held.names(stage.value())) {
                return new Lifetime(researcher, End.GONE, null, stages.subList(0, at + 1), stage.certainBy(), gap);
            }
            gap = !stage.known();
            if (stage.known()) {
                lastThere = at + 1 < stages.size()
                        ? stages.get(at + 1).since().minusDays(1)
                        : later(lastThere, shown(view, stage, to));
            }
        }
        return new Lifetime(researcher, End.CENSORED, null, stages, lastThere, gap);
    }

    /** Until when a stage that goes on to the last day is known to go on: until its written end, or as last observed. */
    private static LocalDate shown(View view, Stage stage, LocalDate to) {
        var spells = view.spells();
        var today = view.recorded().atZone(ZoneOffset.UTC).toLocalDate();
        int end = spells.endDay(stage.row());
        boolean over =
                end != PackedDate.UNKNOWN_DAY && !LocalDate.ofEpochDay(end).isAfter(today.plusDays(1));
        var shown = LocalDate.ofEpochDay(over ? end - 1L : spells.observed(stage.row()));
        return shown.isAfter(to) ? to : later(stage.since(), shown);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
