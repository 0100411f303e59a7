package dev.sojourn.analysis.cell;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.projection.View;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where each person stands in one answer. An analysis adds its numbers by extending this; names of numbers are those of
 * the fields of its answer, with the values they are about after colons: {@code retained}, {@code destination:CN}, {@code
 * cell:US>CN}.
 */
public abstract class Places {

    /**
     * The places of a question.
     *
     * @throws IllegalArgumentException if the cohort, or a value of a condition, does not exist
     */
    public static Places of(View view, Composition.Question question) {
        return new CompositionPlaces(view, question);
    }

    /** The places at the end point of a retention. */
    public static Places of(View view, Retention.Question question) {
        return new RetentionPlaces(view, question, question.to());
    }

    /** The places between the two days. */
    public static Places of(View view, Flows.Question question) {
        return new FlowPlaces(view, question);
    }

    /** Everybody who may count: the members of the cohort, ascending. */
    public abstract IntStream members();

    /** Where somebody stands; somebody who is no member stands outside. */
    public abstract Place of(int researcher);

    /** The days whose deciding spells make the place, in order, each as one sees people on it. */
    public abstract List<Lens> days();

    /** Every number that an answer of this kind can have; of those with a value only what stands before the colon. */
    public abstract List<String> numbers();

    /**
     * Those whom a number counts, ascending.
     *
     * @throws IllegalArgumentException if no answer of this kind has such a number
     */
    public int[] people(String number) {
        int colon = number.indexOf(':');
        if (!numbers().contains(colon < 0 ? number : number.substring(0, colon + 1))) {
            throw new IllegalArgumentException(
                    "there is no number \"" + number + "\" in this answer; there are " + String.join(", ", numbers()));
        }
        return members()
                .filter(researcher -> {
                    var place = of(researcher);
                    return place.numbers().contains(number) || place.cell().equals(number);
                })
                .toArray();
    }
}
