package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Rules;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The people a share is taken over, and where each was on the first day.
 *
 * @param researchers by number, ascending
 * @param rows the deciding row of each on the first day
 * @param uncertain how many people belong in some readings of coarse dates and not in others
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; as long as the cohort
public record Base(int[] researchers, int[] rows, int uncertain) {

    public static Base of(View view, Rules rules, Selection people, Condition held, LocalDate from) {
        var lens = new Lens(view, rules, from);
        int[] researchers = Arrays.stream(people.people())
                .filter(researcher -> holds(held, researcher, lens.deciding(researcher)))
                .toArray();
        int[] rows = Arrays.stream(researchers).map(lens::deciding).toArray();
        int uncertain = (int) people.everybody()
                .filter(researcher -> people.uncertain(researcher, held))
                .count();
        return new Base(researchers, rows, uncertain);
    }

    /** Somebody unobserved or inactive holds nothing that could be kept, not even an origin. */
    private static boolean holds(Condition held, int researcher, int row) {
        return row >= 0 && held.holds(researcher, row) == Condition.Holds.YES;
    }

    public int size() {
        return researchers.length;
    }
}
