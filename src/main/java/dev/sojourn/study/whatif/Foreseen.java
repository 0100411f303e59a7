package dev.sojourn.study.whatif;

import dev.sojourn.analysis.Share;
import dev.sojourn.analysis.survival.Survival.Unit;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.study.Figure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What some events would change in the figures, all of them asked as known now, whatever moment of knowledge they are pinned
 * to: what is recorded now changes no answer at a past moment.
 *
 * @param position the last event before them
 * @param figures those that would change, in the order of their file
 */
public record Foreseen(long position, List<Change> figures) {

    /**
     * A figure that would change.
     *
     * @param values its published values that would read otherwise
     * @param answers its questions with the numbers that would change
     */
    public record Change(Figure figure, List<Value> values, List<Answer> answers) {}

    /**
     * A published value, as shown beside what was published.
     *
     * @param value what is read out of the answer
     * @param from null if there is no answer now
     * @param to null if there would be none
     */
    public record Value(String value, String from, String to) {}

    /**
     * A question of a figure.
     *
     * @param parameters where they are others than the figure's own
     * @param on of a retention the day of its series, else null
     * @param units of a survival whose times would be in another unit, both, else null; numbers of one time then count
     *     something else under the same name
     * @param people everybody who would be in another cell, by id
     */
    public record Answer(
            Map<String, List<String>> parameters,
            LocalDate on,
            Units units,
            List<Amount> numbers,
            List<Person> people) {}

    /** In what a survival counts time, now and then. */
    public record Units(Unit from, Unit to) {}

    /**
     * A number that would change.
     *
     * @param from null if there is no answer now
     * @param to null if there would be none
     * @param shareFrom as a share, where it is one, else null
     * @param shareTo as a share, where it is one, else null
     */
    public record Amount(String number, Integer from, Integer to, Share shareFrom, Share shareTo) {}

    /**
     * Somebody who would be in another cell; where an answer tells people's states, with what would differ of theirs.
     *
     * @param from {@code outside} for nobody that the answer is about
     * @param to likewise
     */
    public record Person(ResearcherId researcher, String from, String to) {}
}
