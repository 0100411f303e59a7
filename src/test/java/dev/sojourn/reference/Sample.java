package dev.sojourn.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Turns a joint table into as many authors as it counts. */
final class Sample {

    /** Has no divisor in common with 675 or 867, so that it deals each number once. */
    private static final int STRIDE = 392;

    private Sample() {}

    /** The authors by number. Numbers are dealt in strides, so that neighbours come from different cells. */
    static List<Author> of(JointTable table, int year) {
        int size = table.cells().stream().mapToInt(JointTable.Cell::people).sum();
        var authors = new ArrayList<Author>(size);
        for (JointTable.Cell cell : table.cells()) {
            for (int i = 0; i < cell.people(); i++) {
                int number = authors.size() * STRIDE % size + 1;
                authors.add(author(table, cell, i, year, number, authors.size()));
            }
        }
        authors.sort(Comparator.comparingInt(Author::number));
        return authors;
    }

    /** The i-th of a cell: first those who work at home. */
    private static Author author(JointTable table, JointTable.Cell cell, int i, int year, int number, int turn) {
        if (cell.origin().equals("unknown")) {
            return new Author(year, number, null, null, Countries.work(cell.work(), turn, table.works(), null));
        }
        // Nobody of the rest's origin may come from a country that has a row or a column of its own.
        String origin = Countries.origin(cell.origin(), turn, union(table.origins(), table.works()));
        String work = i < cell.home() ? origin : Countries.work(cell.work(), turn, table.works(), origin);
        String first = i < cell.corrected() ? Countries.origin(cell.was(), turn, table.origins()) : origin;
        return new Author(year, number, origin, first, work);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
