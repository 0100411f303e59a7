package dev.sojourn.exchange.answer;

import dev.sojourn.event.value.Names;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A list of records as a table: a column for each component, named like it. Of names the first is shown, of a moment of
 * knowledge the position, and several values stand in one cell with {@code ;} between them.
 */
public record RecordTable(List<String> columns, List<List<Object>> rows) implements Tabular {
    /** The table of some items of a type. */
    public static <T extends Record> RecordTable of(Class<T> type, List<? extends T> items) {
        var components = type.getRecordComponents();
        return new RecordTable(
                Arrays.stream(components).map(RecordComponent::getName).toList(),
                Rows.of(items, item -> row(components, item)));
    }

    private static List<Object> row(RecordComponent[] components, Object item) {
        return Arrays.asList(Arrays.stream(components)
                .map(component -> cell(read(component, item)))
                .toArray());
    }

    private static Object cell(Object value) {
        if (value instanceof Names names) {
            return names.first();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(RecordTable::cell).map(String::valueOf).collect(Collectors.joining(";"));
        }
        if (value instanceof Map<?, ?> several) {
            return several.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(";"));
        }
        return value instanceof KnownForm known ? Long.valueOf(known.position()) : value;
    }

    private static Object read(RecordComponent component, Object item) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(item);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible); // a record's components can be read
        }
    }
}
