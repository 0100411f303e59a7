package dev.sojourn.projection.day;

import dev.sojourn.event.value.Level;
import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.person.DegreeRow;
import dev.sojourn.projection.person.Degrees;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the researchers of one block took their bachelor's degree, in columns. Nearly everybody has one, and never had
 * another or a correction of it; who has is listed, to be looked at one by one.
 */
final class OriginPlane {

    /** {@code from} of somebody without a degree. */
    private static final int NEVER = Integer.MAX_VALUE;

    private final int position;
    private final int[] from;
    private final int[] place; // an institution, or a country below 0
    private final int[] several;

    OriginPlane(int block, int known, Degrees degrees, int position) {
        this.position = position;
        from = new int[known];
        place = new int[known];
        var unclear = new ArrayList<Integer>();
        for (int local = 0; local < known; local++) {
            from[local] = NEVER;
            int researcher = (block << Block.BITS) + local;
            var believed = DegreeRow.of(degrees, List.of(researcher), position);
            if (believed.size() == 1 && degrees.ever(researcher, position) == 1) {
                if (believed.get(0).level() == Level.BACHELOR) {
                    from[local] = believed.get(0).recorded();
                    place[local] = place(believed.get(0));
                }
            } else if (degrees.ever(researcher, position) > 0) {
                unclear.add(researcher);
            }
        }
        several = toArray(unclear);
    }

    private static int place(DegreeRow degree) {
        return degree.institution() >= 0 ? degree.institution() : -2 - degree.country();
    }

    private static int[] toArray(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    int position() {
        return position;
    }

    /** Those that have to be looked at one by one. */
    int[] several() {
        return several;
    }

    /**
     * The country of each as known at a position up to that of the plane.
     *
     * @param byInstitution the country that each institution stands for
     */
    void countries(int asKnownAt, int[] byInstitution, int[] into) {
        for (int local = 0; local < from.length; local++) {
            into[local] = from[local] > asKnownAt
                    ? Country.UNKNOWN
                    : place[local] >= 0 ? byInstitution[place[local]] : -2 - place[local];
        }
    }
}
