package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Rules;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * How fresh what is known of some people's states on a day is. Each of them is exactly one of confirmed, carried,
 * unobserved and inactive; and each of those carried and unobserved is exactly one of searched and unchecked.
 *
 * <p>A search counts if it was on a later day than any on which something showed any spell of the person true, whenever
 * that was: who was found after a search is not missing any more, and what became of them on a day in between nobody
 * is known to have looked up.
 *
 * @param confirmed those whose deciding spell something showed to be true within the time asked for
 * @param carried those whose deciding spell nothing did
 * @param unobserved those with no spell that covers the day
 * @param inactive those whose career has ended
 * @param searched those carried or unobserved for whom somebody looked since they were last seen, and found nothing
 */
public record Staleness(int confirmed, int carried, int unobserved, int inactive, int searched) {

    /** How many numbers tell it. */
    public static final int NUMBERS = 5;

    /** Of nobody. */
    public static final Staleness NONE = new Staleness(0, 0, 0, 0, 0);

    /** Those carried or unobserved for whom nobody is known to have looked since they were last seen. */
    public int unchecked() {
        return carried + unobserved - searched;
    }

    /** How many they are. */
    public int people() {
        return confirmed + carried + unobserved + inactive;
    }

    /**
     * The day, since 1970, after which something must have shown a state on a later day true for it not to be carried:
     * {@code maxAge} before that day, or else the first day asked about.
     */
    public static int carriedUpTo(Rules rules, LocalDate from, LocalDate day) {
        return (int) (rules.maxAge() == null ? from : day.minus(rules.maxAge())).toEpochDay();
    }

    /** Of some more people. */
    public Staleness and(Staleness more) {
        return new Staleness(
                confirmed + more.confirmed,
                carried + more.carried,
                unobserved + more.unobserved,
                inactive + more.inactive,
                searched + more.searched);
    }

    /** Of all of several lists of people. */
    public static Staleness sum(List<Staleness> parts) {
        return parts.stream().reduce(NONE, Staleness::and);
    }

    /**
     * Of one person.
     *
     * @param row the deciding row, or a state without one
     * @param since the day, since 1970, after which something must have shown the spell to be true
     */
    public static Staleness of(Lens lens, int researcher, int row, int since) {
        int carried = lens.carried(row, since) ? 1 : 0;
        int unobserved = row == Values.UNOBSERVED ? 1 : 0;
        int inactive = row == Values.INACTIVE ? 1 : 0;
        int searched = carried + unobserved > 0 && lens.soughtInVain(researcher) ? 1 : 0;
        return new Staleness(1 - carried - unobserved - inactive, carried, unobserved, inactive, searched);
    }

    /**
     * Of some people.
     *
     * @param rows the deciding rows, side by side
     * @param since the day, since 1970, after which something must have shown a spell to be true
     */
    public static Staleness of(Lens lens, Chosen people, int[] rows, int since, int[] scratch) {
        int unobserved = 0;
        int inactive = 0;
        for (int at = 0; at < people.size(); at++) {
            unobserved += rows[at] == Values.UNOBSERVED ? 1 : 0;
            inactive += rows[at] == Values.INACTIVE ? 1 : 0;
        }
        int carried = lens.notObservedAfter(since, people, rows, scratch);
        int searched = carried + unobserved == 0 ? 0 : lens.soughtInVain(since, people, rows);
        return new Staleness(people.size() - carried - unobserved - inactive, carried, unobserved, inactive, searched);
    }

    /** As the first of the numbers that are kept beside what is counted of a block. */
    public int[] numbers(int... more) {
        int[] all = {confirmed, carried, unobserved, inactive, searched};
        int[] numbers = Arrays.copyOf(all, NUMBERS + more.length);
        System.arraycopy(more, 0, numbers, NUMBERS, more.length);
        return numbers;
    }

    /** Reads the first of such numbers. */
    public static Staleness of(int[] numbers) {
        return new Staleness(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }
}
