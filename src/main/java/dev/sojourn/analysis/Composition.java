package dev.sojourn.analysis;

import dev.sojourn.analysis.count.Cells;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Selection;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stock by attribute: how many people are in each cell on a day.
 *
 * <p>{@code total = known + unknown + unobserved + inactive}; known means that every attribute asked for is known, and
 * shares are over the known. Somebody unobserved or inactive on the day is in no cell, whatever else is known of them.
 *
 * @param asked the question again
 * @param asOf the day
 * @param by the attributes
 * @param total the people asked about
 * @param known those in a cell
 * @param unknown those with a spell of whom an attribute is not known
 * @param unobserved those with no spell that covers the day
 * @param inactive those whose career has ended
 * @param uncertain those whose cell depends on how coarse dates are read
 * @param carried those whose spell nothing showed to be true within {@code maxAge}, or 24 months, before the day
 * @param qualified those whose spell has a date that was written as approximate or uncertain
 * @param whereUnknown those left out only because an attribute of a condition is not known
 * @param cells the largest first, then by value
 */
public record Composition(
        Asked asked,
        LocalDate asOf,
        List<Attribute> by,
        int total,
        int known,
        int unknown,
        int unobserved,
        int inactive,
        int uncertain,
        int carried,
        int qualified,
        int whereUnknown,
        List<Cell> cells) {

    /** How far back an observation counts as recent where the question gives no {@code maxAge}. */
    private static final int RECENT_MONTHS = 24;

    /** The question. */
    public record Question(Population population, LocalDate asOf, List<Attribute> by) {}

    /** A cell: its values in the order of {@code by}, how many are in it, and of how many that are known. */
    public record Cell(List<String> values, Share share) {

        /** How many are in it. */
        public int count() {
            return share.count();
        }
    }

    /**
     * Answers.
     *
     * @throws IllegalArgumentException if the cohort, or a value of a condition, does not exist
     */
    public static Composition of(View view, Question question) {
        var rules = question.population().rules();
        var people = Selection.of(view, question.population(), question.asOf());
        var cells = new Cells(question.by(), new Values(view, rules.regions()));
        var lens = new Lens(view, rules, question.asOf());
        int since = (int) (rules.maxAge() == null
                        ? question.asOf().minusMonths(RECENT_MONTHS)
                        : question.asOf().minus(rules.maxAge()))
                .toEpochDay();
        Map<Long, Integer> counts = new HashMap<>();
        int uncertain = 0;
        int carried = 0;
        int qualified = 0;
        for (int researcher : people.people()) {
            int row = lens.deciding(researcher);
            counts.merge(cells.cell(attribute -> lens.value(attribute, researcher, row)), 1, Integer::sum);
            uncertain += lens.uncertain(cells, researcher) ? 1 : 0;
            carried += row >= 0 && !lens.observedAfter(row, since) ? 1 : 0;
            qualified += lens.qualified(row) ? 1 : 0;
        }
        int unknown = counts.getOrDefault((long) Values.UNKNOWN, 0);
        int unobserved = counts.getOrDefault((long) Values.UNOBSERVED, 0);
        int inactive = counts.getOrDefault((long) Values.INACTIVE, 0);
        int total = people.people().length;
        int known = total - unknown - unobserved - inactive;
        var listed = counts.entrySet().stream()
                .filter(entry -> entry.getKey() >= 0)
                .map(entry -> new Cell(cells.texts(entry.getKey()), new Share(entry.getValue(), known)))
                .sorted(Comparator.comparingInt(Cell::count)
                        .reversed()
                        .thenComparing(cell -> String.join("\0", cell.values())))
                .toList();
        return new Composition(
                Asked.of(view, question.population(), question.asOf()),
                question.asOf(),
                question.by(),
                total,
                known,
                unknown,
                unobserved,
                inactive,
                uncertain,
                carried,
                qualified,
                people.unknown(),
                listed);
    }
}
