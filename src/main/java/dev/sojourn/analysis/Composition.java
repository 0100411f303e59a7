package dev.sojourn.analysis;

import dev.sojourn.analysis.count.Cells;
import dev.sojourn.analysis.count.Chosen;
import dev.sojourn.analysis.count.Counted;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Look;
import dev.sojourn.analysis.count.Selection;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.List;

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
 * @param staleness how fresh what is known of them is; carried are those whose spell nothing showed to be true within
 *     {@code maxAge}, or 24 months, before the day
 * @param uncertain those whose cell depends on how coarse dates are read
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
        Staleness staleness,
        int uncertain,
        int qualified,
        int whereUnknown,
        List<Cell> cells) {

    /** Those with no spell that covers the day. */
    public int unobserved() {
        return staleness.unobserved();
    }

    /** Those whose career has ended. */
    public int inactive() {
        return staleness.inactive();
    }

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
    public static Composition of(View believed, Question question) {
        var view = question.population().rules().of(believed);
        var rules = question.population().rules();
        var people = Selection.of(view, question.population(), question.asOf());
        var cells = new Cells(question.by(), new Values(view, rules.regions()));
        var lens = new Lens(view, rules, question.asOf());
        int since = carriedUpTo(rules, question.asOf());
        var counted = Counted.of(
                people.tables("composition", question.by()),
                people.blocks(),
                people::in,
                cells.size(lens),
                Staleness.NUMBERS + 2,
                () -> new CellsOf(lens, cells, since, people.most()));
        var listed = new CompositionCells(cells, lens, counted.counts());
        int total = people.size();
        var staleness = Staleness.of(counted.sums());
        int known = total - listed.unknown() - staleness.unobserved() - staleness.inactive();
        return new Composition(
                Asked.of(view, question.population(), question.asOf()),
                question.asOf(),
                question.by(),
                total,
                known,
                listed.unknown(),
                staleness,
                counted.sums()[Staleness.NUMBERS],
                counted.sums()[Staleness.NUMBERS + 1],
                people.unknown(),
                listed.listed(known));
    }

    /** The day, since 1970, after which something must have shown a spell to be true for it not to be carried. */
    public static int carriedUpTo(Rules rules, LocalDate asOf) {
        var maxAge = rules.maxAge();
        return (int) (maxAge == null ? asOf.minusMonths(RECENT_MONTHS) : asOf.minus(maxAge)).toEpochDay();
    }

    /** How one thread looks at people. */
    private static final class CellsOf implements Look {

        private final Lens lens;
        private final Cells by;
        private final int since;
        private final int[] rows;
        private final int[] codes;

        CellsOf(Lens lens, Cells by, int since, int most) {
            this.lens = lens;
            this.by = by;
            this.since = since;
            this.rows = new int[most];
            this.codes = new int[most];
        }

        @Override
        public int[] at(Chosen people, long[] cells) {
            by.of(lens, people, codes, cells);
            lens.rows(people, rows);
            var fresh = Staleness.of(lens, people, rows, since, codes);
            int marked = lens.qualified(people, codes);
            int open = 0;
            var doubts = lens.doubts(people);
            for (int at = 0; doubts != null && at < people.size(); at++) {
                open += by.uncertain(lens, doubts, people.researcher(at), at, rows[at]) ? 1 : 0;
            }
            return fresh.numbers(open, marked);
        }
    }
}
