package dev.sojourn.analysis.cell;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.count.Judge;
import dev.sojourn.analysis.count.Judge.Verdict;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.move.Moves;
import dev.sojourn.analysis.path.Paths;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where each person stands in one answer. An analysis adds its numbers by extending this; names of numbers are those of
 * the fields of its answer, with the values they are about after colons: {@code retained}, {@code destination:CN}, {@code
 * cell:US>CN}.
 */
public abstract class Places {

    /** Who is meant, by the question's conditions. */
    protected final Judge judge;

    private final View view;

    /**
     * Of an answer.
     *
     * @param view what counts under the question's rules; people are numbers in it
     * @param first the day on which conditions hold
     */
    protected Places(View view, Population population, LocalDate first) {
        this.view = view;
        this.judge = new Judge(view, population, first);
    }

    /** What counts under the question's rules; people are numbers in it. */
    public final View view() {
        return view;
    }

    /**
     * The places of a question.
     *
     * @throws IllegalArgumentException if the cohort, or a value of a condition, does not exist
     */
    public static Places of(View believed, Composition.Question question) {
        return new CompositionPlaces(question.population().rules().of(believed), question);
    }

    /** The places at the end point of a retention. */
    public static Places of(View believed, Retention.Question question) {
        return of(believed, question, question.to());
    }

    /** The places on a day from {@code from} on, as a rule one of the series. */
    public static Places of(View believed, Retention.Question question, LocalDate day) {
        return new RetentionPlaces(question.population().rules().of(believed), question, day);
    }

    /** The states on a day, of all and not of one page. */
    public static Places of(View believed, Roster.Question question) {
        return new RosterPlaces(question.population().rules().of(believed), question);
    }

    /** The places between the two days. */
    public static Places of(View believed, Flows.Question question) {
        return new FlowPlaces(question.population().rules().of(believed), question);
    }

    /** The places of a survival. */
    public static Places of(View believed, Survival.Question question) {
        return new SurvivalPlaces(question.population().rules().of(believed), question);
    }

    /** The places on the way through several days. */
    public static Places of(View believed, Paths.Question question) {
        return new PathsPlaces(question.population().rules().of(believed), question);
    }

    /** The places of those who move between two days, and those who do not. */
    public static Places of(View believed, Moves.Question question) {
        return new MovesPlaces(question.population().rules().of(believed), question);
    }

    /** Everybody who may count: the members of the cohort, ascending. */
    public final IntStream members() {
        return judge.members();
    }

    /** Where somebody stands; somebody who is no member stands outside. */
    public final Place of(int researcher) {
        var verdict = judge.of(researcher);
        if (verdict == Verdict.NO_MEMBER) {
            return Place.NOWHERE;
        }
        var numbers = beside(researcher);
        if (verdict == Verdict.IN) {
            return inside(researcher, numbers);
        }
        if (verdict == Verdict.NOT_KNOWN) {
            numbers.add("whereUnknown");
        }
        return Place.outside(numbers);
    }

    /** The numbers that count somebody whether the conditions hold or not; to be added to. */
    protected Set<String> beside(int researcher) {
        return new HashSet<>();
    }

    /**
     * Where somebody stands for whom the conditions hold.
     *
     * @param numbers those of {@link #beside}, to be added to
     */
    protected abstract Place inside(int researcher, Set<String> numbers);

    /** The days whose deciding spells make the place, in order, each as one sees people on it. */
    public List<Lens> days() {
        return List.of(judge.first());
    }

    /** Those of one person, where they are not the same for all. */
    public List<Lens> days(int researcher) {
        return days();
    }

    /** How often a number counts somebody whom it counts: once, but of moves as often as the person made them. */
    public int times(int researcher, String number) {
        return 1;
    }

    /** Whether a number counts somebody; a cell is a number, too. */
    protected boolean counts(int researcher, String number) {
        var place = of(researcher);
        return place.numbers().contains(number) || place.cell().equals(number);
    }

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
        return members().filter(researcher -> counts(researcher, number)).toArray();
    }

    /** How many people are in each cell, nobody outside among them. */
    public Map<String, Integer> counts() {
        var counts = new HashMap<String, Integer>();
        members().forEach(researcher -> counts.merge(of(researcher).cell(), 1, Integer::sum));
        counts.remove(Place.OUTSIDE);
        return counts;
    }

    /** What a number is: how often it counts people. */
    public int count(String number) {
        return IntStream.of(people(number))
                .map(researcher -> times(researcher, number))
                .sum();
    }
}
