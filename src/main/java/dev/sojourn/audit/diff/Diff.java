package dev.sojourn.audit.diff;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.audit.diff.Difference.Field;
import dev.sojourn.audit.diff.Difference.How;
import dev.sojourn.audit.history.Histories;
import dev.sojourn.audit.telling.Teller;
import dev.sojourn.event.EducationEvent.EducationRetracted;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.Effective;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What differs of one person between two vantages.
 *
 * @param first the picture at the first
 * @param second the picture at the second
 * @param differences in the order of the pieces; none if nothing differs
 */
public record Diff(Picture first, Picture second, List<Difference> differences) {
    /** From where to look. */
    public record At(View view, LocalDate day) {}

    /**
     * Compares.
     *
     * @param teller tells from the later of the two positions
     */
    public static Diff of(ResearcherId researcher, At first, At second, RegionMap regions, Teller teller) {
        var before = picture(researcher, first, regions, teller);
        var after = picture(researcher, second, regions, teller);
        var causes = new Causes(researcher, first, second, before, after, teller);
        var pieces = new TreeSet<>(before.pieces().keySet());
        pieces.addAll(after.pieces().keySet());
        var differences = new ArrayList<Difference>();
        for (var piece : pieces) {
            var one = before.pieces().getOrDefault(piece, Map.of());
            var other = after.pieces().getOrDefault(piece, Map.of());
            if (!one.equals(other)) {
                differences.add(difference(piece, one, other, causes, teller));
            }
        }
        return new Diff(before, after, differences);
    }

    private static Picture picture(ResearcherId researcher, At at, RegionMap regions, Teller teller) {
        int number = at.view().find(researcher);
        var counting = new ArrayList<Recorded>();
        if (number != View.NONE) {
            for (int part : at.view().states().parts(number)) {
                counting.addAll(Effective.of(teller.story(at.view().researcher(part)).events().stream()
                        .takeWhile(event -> event.position() <= at.view().position())
                        .toList()));
            }
        }
        return Picture.of(at.view(), number, at.day(), regions, counting);
    }

    private static Difference difference(
            Piece piece, Map<String, String> before, Map<String, String> after, Causes causes, Teller teller) {
        var names = new LinkedHashMap<>(before);
        names.putAll(after);
        var fields = names.keySet().stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new Field(name, before.get(name), after.get(name)))
                .toList();
        var behind = causes.of(piece);
        return new Difference(
                piece,
                how(piece, before, after, fields, behind),
                fields,
                causes.world(behind),
                behind.stream()
                        .sorted(Comparator.comparingLong(Recorded::position))
                        .map(event -> Histories.line(teller, event))
                        .toList());
    }

    private static How how(
            Piece piece,
            Map<String, String> before,
            Map<String, String> after,
            List<Field> fields,
            Iterable<Recorded> causes) {
        if (piece.kind() == Piece.Kind.STATE) {
            return How.CHANGED;
        }
        if (before.isEmpty()) {
            return How.ADDED;
        }
        if (after.isEmpty()) {
            for (var cause : causes) {
                if (cause.event() instanceof AffiliationRetracted || cause.event() instanceof EducationRetracted) {
                    return How.RETRACTED;
                }
            }
            return How.REMOVED;
        }
        if (piece.kind() != Piece.Kind.SPELL) {
            return How.CHANGED;
        }
        boolean onlyObserved = fields.stream().allMatch(field -> field.name().equals("observedOn"));
        boolean ended = fields.stream()
                .allMatch(field ->
                        field.name().equals("observedOn") || (field.name().equals("end") && field.before() == null));
        return onlyObserved ? How.CONFIRMED : ended ? How.ENDED : How.CHANGED;
    }
}
