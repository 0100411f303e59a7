package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.UnknownCohort;
import dev.sojourn.event.value.Role;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.day.Coding;
import dev.sojourn.projection.day.Tables;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The people a question is about: the members of the cohort for whom every condition holds.
 *
 * <p>A condition on an attribute that is not known, because it is unknown or the person unobserved on that day, does not
 * hold; people who would be in if such attributes had the value asked for, and are out for no other reason, are counted.
 */
public final class Selection {

    private static final int PHD_STUDENT = Coding.FIRST + Role.PHD_STUDENT.ordinal();

    private final View view;
    private final Population population;
    private final Terms terms;
    private final int[] cohort; // null for everyone
    private final LocalDate firstDay;
    private final Sifted sifted;

    private Selection(View view, Population population, LocalDate firstDay) {
        this.view = view;
        this.population = population;
        this.firstDay = firstDay;
        this.terms = Terms.of(view, population, firstDay);
        this.cohort = population.cohort().equals(View.EVERYONE) ? null : terms.members();
        var kept = tables("chosen");
        var sieving = Sifted.counting(view.blocks(), () -> new Sieve()::sift);
        this.sifted = kept == null ? sieving.atOnce() : kept.of(view.blocks(), sieving);
    }

    /**
     * Selects.
     *
     * @param firstDay when conditions hold that name no day of their own
     * @throws UnknownCohort if the cohort is not defined as known in the view
     */
    public static Selection of(View view, Population population, LocalDate firstDay) {
        return new Selection(view, population, firstDay);
    }

    /** How many blocks of people there are. */
    public int blocks() {
        return sifted.blocks();
    }

    /** The people chosen of a block. */
    public Chosen in(int block) {
        return sifted.in(block);
    }

    /** How many are chosen. */
    public int size() {
        return sifted.size();
    }

    /**
     * How many are chosen of the block of which most are: room for as many is enough to look at any block. Of a cohort of a
     * few hundred, arrays for whole blocks would take longer to be made than the people to be counted.
     */
    public int most() {
        return sifted.most();
    }

    /** The people, by number, ascending. */
    public IntStream people() {
        return IntStream.range(0, blocks()).mapToObj(this::in).flatMapToInt(people -> IntStream.range(0, people.size())
                .map(people::researcher));
    }

    /** How many are out only because an attribute is not known. */
    public int unknown() {
        return sifted.besides();
    }

    /**
     * What was counted of these people for the same question, by block; null where they are not everyone, since a cohort's
     * members are few, and change.
     *
     * @param question what else it depends on
     */
    public Tables.Use tables(Object... question) {
        return cohort == null ? view.tables(List.of(population, firstDay, List.of(question))) : null;
    }

    /** What one thread needs to choose. */
    private final class Sieve {

        private final int[] verdicts = new int[mostJudged()];
        private final int[] codes = new int[verdicts.length];

        Sifted.Part sift(int block) {
            var members = members(block);
            if (everyMember()) {
                return new Sifted.Part(members, 0);
            }
            Arrays.fill(verdicts, Condition.YES);
            terms.conditions().forEach(condition -> condition.judge(members, codes, verdicts));
            if (population.rules().phdOut()) {
                terms.first().codes(Attribute.ROLE, members, codes);
                for (int at = 0; at < members.size(); at++) {
                    verdicts[at] = codes[at] == PHD_STUDENT ? 0 : verdicts[at];
                }
            }
            int[] places = new int[members.size()];
            int size = 0;
            int open = 0;
            for (int at = 0; at < members.size(); at++) {
                places[size] = members.place(at);
                size += verdicts[at] == Condition.YES ? 1 : 0;
                open += verdicts[at] == Condition.NOT_KNOWN ? 1 : 0;
            }
            return new Sifted.Part(new Chosen(members.block(), size, Arrays.copyOf(places, size)), open);
        }
    }

    /** The members of the cohort in a block. */
    Chosen members(int block) {
        int[] places = cohort == null ? view.everyone().of(block) : part(block);
        return new Chosen(block, places == null ? Block.SIZE : places.length, places);
    }

    /** Whether nothing is asked of the members but to be some. */
    private boolean everyMember() {
        return terms.conditions().isEmpty() && !population.rules().phdOut();
    }

    /** How many have to be judged of any block at most. */
    private int mostJudged() {
        int members = cohort == null ? Block.SIZE : Math.min(cohort.length, Block.SIZE);
        return everyMember() ? 0 : members;
    }

    private int[] part(int block) {
        int from = lowest(block << Block.BITS);
        int to = lowest((block + 1) << Block.BITS);
        int[] places = Arrays.copyOfRange(cohort, from, to);
        for (int at = 0; at < places.length; at++) {
            places[at] &= Block.MASK;
        }
        return places;
    }

    private int lowest(int researcher) {
        int found = Arrays.binarySearch(cohort, researcher);
        return found < 0 ? -found - 1 : found;
    }

    /** How many of the cohort in a block some readings of the dates have in and others out, given one more condition. */
    int uncertain(int block, Condition held) {
        if (held.lens().settled()
                && terms.conditions().stream()
                        .allMatch(condition -> condition.lens().settled())) {
            return 0;
        }
        var members = members(block);
        var looks = terms.byDay(held).stream()
                .map(sameDay -> new Look(sameDay, sameDay.contains(held), members))
                .toList();
        int count = 0;
        if (looks.stream().anyMatch(look -> look.doubts != null)) {
            for (int at = 0; at < members.size(); at++) {
                count += uncertain(looks, members.researcher(at), at, held) ? 1 : 0;
            }
        }
        return count;
    }

    private boolean uncertain(List<Look> looks, int researcher, int at, Condition held) {
        boolean several = false;
        for (var look : looks) {
            several |= look.doubts != null && !look.doubts.none(at, look.rows[at]);
        }
        if (!several) {
            return false;
        }
        boolean possible = true;
        boolean certain = true;
        for (var look : looks) {
            int[] readings = look.readings(at);
            if (readings == null) {
                return terms.uncertain(researcher, held);
            }
            possible &= Arrays.stream(readings).anyMatch(row -> look.holds(researcher, row));
            certain &= Arrays.stream(readings).allMatch(row -> look.holds(researcher, row));
        }
        return possible && !certain;
    }

    /** The conditions of one day, and what is known of some people on it. */
    private final class Look {

        private final List<Condition> conditions;
        private final boolean first;
        private final int[] rows;
        private final Doubts doubts;
        private final boolean byRow;

        Look(List<Condition> conditions, boolean first, Chosen members) {
            this.conditions = conditions;
            this.first = first;
            var lens = conditions.get(0).lens();
            rows = new int[members.size()];
            lens.rows(members, rows);
            doubts = lens.doubts(members);
            byRow = conditions.stream().allMatch(Condition::byRow);
        }

        /** The rows that decide in the readings of somebody; null if they do not tell all. */
        int[] readings(int at) {
            return doubts == null ? new int[] {rows[at]} : byRow ? doubts.rows(at, rows[at]) : null;
        }

        boolean holds(int researcher, int row) {
            return (!first || (row >= 0 && !terms.leftOut(row)))
                    && conditions.stream()
                            .allMatch(condition -> condition.holds(researcher, row) == Condition.Holds.YES);
        }
    }
}
