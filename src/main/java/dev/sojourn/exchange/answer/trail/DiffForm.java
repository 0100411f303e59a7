package dev.sojourn.exchange.answer.trail;

import dev.sojourn.audit.diff.Diff;
import dev.sojourn.audit.diff.Difference;
import dev.sojourn.audit.diff.Piece;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.exchange.answer.Tabular;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What differs of a person between two vantages, and why. As a table: a row for each field. */
public record DiffForm(ResearcherId researcher, AtForm first, AtForm second, List<Item> items) implements Tabular {
    /** A vantage. */
    public record AtForm(KnownForm knownAt, LocalDate asOf) {
        static AtForm of(Diff.At at) {
            return new AtForm(KnownForm.of(at.view()), at.day());
        }
    }

    /**
     * One thing that is believed differently.
     *
     * @param what names, identifier, mergedInto, merged, degree, spell, career, searched, or state: what the person is on
     *     the day
     * @param id which one; of a state the attribute
     * @param change added, ended, confirmed, changed, retracted or removed
     * @param world whether only the days differ, not what was known
     * @param causes the events behind it, in the order of recording
     */
    public record Item(
            String what, String id, String change, List<FieldForm> fields, boolean world, List<LineForm> causes) {
        static Item of(Difference difference) {
            return new Item(
                    what(difference.piece().kind()),
                    difference.piece().id(),
                    difference.how().name().toLowerCase(Locale.ROOT),
                    difference.fields().stream()
                            .map(field -> new FieldForm(field.name(), field.before(), field.after()))
                            .toList(),
                    difference.world(),
                    difference.causes().stream().map(LineForm::of).toList());
        }

        private static String what(Piece.Kind kind) {
            return kind == Piece.Kind.MERGED_INTO ? "mergedInto" : kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** A field, with what is believed of it; null for nothing. */
    public record FieldForm(String field, String before, String after) {}

    /** The form of an answer. */
    public static DiffForm of(ResearcherId researcher, Diff.At first, Diff.At second, Diff diff) {
        return new DiffForm(
                researcher,
                AtForm.of(first),
                AtForm.of(second),
                diff.differences().stream().map(Item::of).toList());
    }

    @Override
    public List<String> columns() {
        return List.of("what", "id", "change", "field", "before", "after", "causes");
    }

    @Override
    public List<List<Object>> rows() {
        var rows = new ArrayList<List<Object>>();
        for (var item : items) {
            for (var field : item.fields()) {
                rows.add(Arrays.asList(
                        item.what(),
                        item.id(),
                        item.change(),
                        field.field(),
                        field.before(),
                        field.after(),
                        item.causes().stream().map(DiffForm::cause).collect(Collectors.joining("; "))));
            }
        }
        return rows;
    }

    private static String cause(LineForm line) {
        return line.position() + " " + line.recorded().substring(0, 10) + " " + line.actor() + ": " + line.what()
                + (line.reason() == null ? "" : " (" + line.reason() + ")");
    }
}
