package dev.sojourn.study.open;

import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.View;
import dev.sojourn.study.release.ReleaseAnswers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * Somebody who adds and subtracts all public numbers, one person one column, with whole multiples and fractions of them: by
 * elimination modulo another prime than the program uses. It is told whom each number counts, which a reader is not, and
 * so finds whatever a reader could.
 */
final class Attack {

    private static final long P = 2_147_483_647;

    private final Map<ResearcherId, Integer> columns = new HashMap<>();
    private final List<int[]> sets = new ArrayList<>();
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> own = new ArrayList<>();

    /** Takes in all that a release shows. */
    void read(PublicRelease release, LongFunction<View> at) {
        var view = at.apply(release.release().position());
        var answers = new ReleaseAnswers(release.release(), view);
        for (var figure : release.figures()) {
            for (var number : figure.numbers()) {
                if (!number.name().startsWith(PublicFigure.OTHER)) {
                    var places = answers.places(figure.question(), number.on());
                    int[] people = Arrays.stream(places.people(number.name()))
                            .map(who -> columns.computeIfAbsent(view.researcher(who), any -> columns.size()))
                            .sorted()
                            .toArray();
                    sets.add(people);
                }
            }
        }
    }

    /** How many numbers it knows. */
    int numbers() {
        return sets.size();
    }

    int people() {
        return columns.size();
    }

    /** Brings the numbers into reduced form. */
    void eliminate() {
        for (int[] set : sets) {
            long[] row = new long[columns.size()];
            Arrays.stream(set).forEach(person -> row[person] = 1);
            long[] rest = reduced(row);
            int column = 0;
            while (column < rest.length && rest[column] == 0) {
                column++;
            }
            if (column < rest.length) {
                long inverse = power(rest[column], P - 2);
                Arrays.setAll(rest, at -> rest[at] * inverse % P);
                for (long[] other : rows) {
                    long times = other[column];
                    Arrays.setAll(other, at -> Math.floorMod(other[at] - times * rest[at] % P, P));
                }
                rows.add(rest);
                own.add(column);
            }
        }
    }

    private long[] reduced(long[] row) {
        long[] rest = row.clone();
        for (int at = 0; at < rows.size(); at++) {
            long[] other = rows.get(at);
            long times = rest[own.get(at)];
            if (times != 0) {
                Arrays.setAll(rest, column -> Math.floorMod(rest[column] - times * other[column] % P, P));
            }
        }
        return rest;
    }

    /** Whether how many of these people there are (or how many more of some than of others) follows from the numbers. */
    boolean tells(int[] people, int[] signs) {
        long[] row = new long[columns.size()];
        for (int at = 0; at < people.length; at++) {
            row[people[at]] = Math.floorMod(signs[at], P);
        }
        return Arrays.stream(reduced(row)).allMatch(rest -> rest == 0);
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long power = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            result = (rest & 1) == 1 ? result * power % P : result;
            power = power * power % P;
        }
        return result;
    }

    /** The first choice of fewer people than a threshold that the numbers tell, or null: tries all of them. */
    int[] smallGroup(int threshold) {
        eliminate();
        return smallGroup(new int[0], new int[0], threshold);
    }

    private int[] smallGroup(int[] people, int[] signs, int threshold) {
        if (people.length > 0 && tells(people, signs)) {
            return people;
        }
        for (int next = people.length == 0 ? 0 : people[people.length - 1] + 1;
                people.length + 1 < threshold && next < columns.size();
                next++) {
            for (int sign : people.length == 0 ? new int[] {1} : new int[] {1, -1}) {
                var found = smallGroup(and(people, next), and(signs, sign), threshold);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** People whom all numbers count alike. */
    List<int[]> groups() {
        var byPattern = new TreeMap<String, List<Integer>>();
        for (int person = 0; person < columns.size(); person++) {
            var pattern = new StringBuilder();
            for (int[] set : sets) {
                pattern.append(Arrays.binarySearch(set, person) < 0 ? '0' : '1');
            }
            byPattern
                    .computeIfAbsent(pattern.toString(), any -> new ArrayList<>())
                    .add(person);
        }
        return byPattern.values().stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** Subtracts and adds up to three numbers in all ways: what is left must be about nobody, or about many. */
    void subtract(int threshold) {
        var groups = groups();
        int[] sizes = groups.stream().mapToInt(group -> group.length).toArray();
        int[][] numbers = sets.stream()
                .map(set -> groups.stream()
                        .mapToInt(group -> Arrays.binarySearch(set, group[0]) < 0 ? 0 : 1)
                        .boxed()
                        .toList())
                .distinct()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        for (int one = 0; one < numbers.length; one++) {
            for (int two = one; two < numbers.length; two++) {
                for (int three = two; three < numbers.length; three++) {
                    for (int signs = 0; signs < 3; signs++) { // the fourth adds all, and is about no fewer than one
                        int few = about(
                                sizes,
                                numbers[one],
                                numbers[two],
                                signs == 0 ? 1 : -1,
                                numbers[three],
                                signs == 1 ? 1 : -1,
                                threshold);
                        if (few > 0 && few < threshold) {
                            throw new AssertionError("left are " + few);
                        }
                    }
                }
            }
        }
    }

    /** About how many people a sum of numbers is, counted up to a threshold. */
    private static int about(int[] sizes, int[] one, int[] two, int sign, int[] three, int sign3, int threshold) {
        int about = 0;
        for (int group = 0; group < sizes.length && about < threshold; group++) {
            about += one[group] + sign * two[group] + sign3 * three[group] == 0 ? 0 : sizes[group];
        }
        return about;
    }

    private static int[] and(int[] list, int more) {
        int[] longer = Arrays.copyOf(list, list.length + 1);
        longer[list.length] = more;
        return longer;
    }
}
