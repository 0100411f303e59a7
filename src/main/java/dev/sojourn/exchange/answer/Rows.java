package dev.sojourn.exchange.answer;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * The rows of a table, each made when it is asked for: a table of a hundred thousand is written row by row, and counted
 * without being made. Never changed, as long as the items are not.
 *
 * @param <T> what a row is made of
 */
final class Rows<T> extends AbstractList<List<Object>> implements RandomAccess {
    private final List<? extends T> items;
    private final Function<? super T, List<Object>> row;

    private Rows(List<? extends T> items, Function<? super T, List<Object>> row) {
        this.items = items;
        this.row = row;
    }

    /** One row for each item, in the same order. */
    static <T> List<List<Object>> of(List<? extends T> items, Function<? super T, List<Object>> row) {
        return new Rows<>(items, row);
    }

    @Override
    public List<Object> get(int at) {
        return row.apply(items.get(at));
    }

    @Override
    public int size() {
        return items.size();
    }
}
