package dev.sojourn.command.lookup;

import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one institution belongs to and goes on as, and when it closes.
 *
 * @param parents the parent from a day on, until the next day there is; {@link LocalDate#MIN} is from the beginning
 * @param merger what it goes on as, or null
 * @param closing the first day on which it is no more, or null
 */
record Relatives(NavigableMap<LocalDate, Optional<InstitutionId>> parents, Merger merger, PartialDate closing) {

    /** What an institution goes on as. */
    record Merger(InstitutionId into, PartialDate from) {}

    /** Of most institutions. */
    static final Relatives NONE = new Relatives(Collections.emptyNavigableMap(), null, null);

    private static final String PARENT = "parent";
    private static final String MERGER = "merger";
    private static final String CLOSING = "closing";
    private static final String NOTHING = "";
    private static final String TAB = "\t";

    /** The parent from a day on; null for none. */
    Relatives withParent(LocalDate from, InstitutionId parent) {
        var with = new TreeMap<>(parents);
        with.put(from, Optional.ofNullable(parent));
        return new Relatives(Collections.unmodifiableNavigableMap(with), merger, closing);
    }

    Relatives withMerger(Merger into) {
        return new Relatives(parents, into, closing);
    }

    Relatives withClosing(PartialDate from) {
        return new Relatives(parents, merger, from);
    }

    /** A line for each: ids have neither tabs nor ends of lines. */
    String text() {
        var lines = parents.entrySet().stream()
                .map(parent -> PARENT
                        + TAB
                        + (parent.getKey().equals(LocalDate.MIN) ? NOTHING : parent.getKey())
                        + TAB
                        + parent.getValue().map(InstitutionId::value).orElse(NOTHING));
        var one = merger == null ? Stream.<String>of() : Stream.of(MERGER + TAB + merger.from() + TAB + merger.into());
        var other = closing == null ? Stream.<String>of() : Stream.of(CLOSING + TAB + closing);
        return Stream.of(lines, one, other).flatMap(each -> each).collect(Collectors.joining("\n"));
    }

    static Relatives parse(String text) {
        var parsed = NONE;
        for (String line : text.split("\n", 0)) {
            String[] parts = line.split(TAB, -1);
            parsed = switch (parts[0]) {
                case PARENT ->
                    parsed.withParent(
                            parts[1].equals(NOTHING) ? LocalDate.MIN : LocalDate.parse(parts[1]),
                            parts[2].equals(NOTHING) ? null : new InstitutionId(parts[2]));
                case MERGER -> parsed.withMerger(new Merger(new InstitutionId(parts[2]), PartialDate.parse(parts[1])));
                case CLOSING -> parsed.withClosing(PartialDate.parse(parts[1]));
                default -> throw new IllegalArgumentException("no relation of institutions: " + parts[0]);
            };
        }
        return parsed;
    }
}
