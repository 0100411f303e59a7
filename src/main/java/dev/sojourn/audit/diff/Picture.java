package dev.sojourn.audit.diff;

import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.audit.diff.Piece.Kind;
import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.CareerResumed;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.person.SpellRows;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that is believed of one person from one vantage, as texts: names, identifiers, merges, degrees, spells, career, and
 * the state on the day. Empty for somebody who is not in the ledger then.
 *
 * @param pieces each with its fields, in a fixed order; a field of which nothing is believed is absent
 */
public record Picture(SortedMap<Piece, Map<String, String>> pieces) {
    /**
     * The picture of a researcher.
     *
     * @param number of the researcher, or {@link View#NONE}
     * @param counting the events of the researcher, and of those merged into them, that count then
     */
    static Picture of(View view, int number, LocalDate day, RegionMap regions, List<Recorded> counting) {
        var picture = new Picture(new TreeMap<>());
        if (number != View.NONE) {
            picture.identity(view, number);
            picture.degrees(view, number);
            for (int row : view.states().spells(number)) {
                picture.put(Kind.SPELL, view.spells().spell(row).value(), spell(view.spells(), row));
            }
            picture.career(counting);
            picture.put(Kind.SEARCHED, "", fields("on", view.lastSearched(number)));
            picture.state(view, number, day, regions);
        }
        return picture;
    }

    private void identity(View view, int number) {
        var names = view.names(number);
        put(Kind.NAMES, "", names == null ? Map.of() : new LinkedHashMap<>(names.byScript()));
        view.identifiers(number)
                .forEach(identifier -> put(Kind.IDENTIFIER, identifier.toString(), fields("linked", true)));
        if (view.survivor(number) != number) {
            put(Kind.MERGED_INTO, "", fields("researcher", view.researcher(view.survivor(number))));
        }
        for (int part : view.states().parts(number)) {
            if (part != number) {
                put(Kind.MERGED, view.researcher(part).value(), fields("counts", true));
            }
        }
    }

    private void degrees(View view, int number) {
        for (var degree : view.degrees(number)) {
            boolean placed = degree.institution() != View.NONE;
            put(
                    Kind.DEGREE,
                    degree.education().value(),
                    fields(
                            "level",
                            degree.level(),
                            "institution",
                            placed ? view.institution(degree.institution()) : null,
                            "country",
                            degree.country() == Country.UNKNOWN ? null : Country.code(degree.country()),
                            "start",
                            degree.start(),
                            "end",
                            degree.end()));
        }
    }

    private static Map<String, String> spell(SpellRows rows, int row) {
        String flags = Arrays.stream(Flag.values())
                .filter(flag -> rows.has(row, flag))
                .map(Flag::name)
                .collect(Collectors.joining(", "));
        return fields(
                "institution",
                rows.institutionId(row),
                "role",
                rows.role(row),
                "kind",
                rows.kind(row),
                "start",
                rows.start(row),
                "end",
                rows.end(row),
                "workplace",
                rows.workplace(row) == Country.UNKNOWN ? null : Country.code(rows.workplace(row)),
                "flags",
                flags.isEmpty() ? null : flags,
                "observedOn",
                rows.observed(row) == SpellRows.NEVER ? null : LocalDate.ofEpochDay(rows.observed(row)));
    }

    private void career(List<Recorded> counting) {
        for (var recorded : counting) {
            String told = Long.toString(recorded.position());
            if (recorded.event() instanceof CareerEnded ended) {
                put(Kind.CAREER, told, fields("ended", ended.cause(), "on", ended.on()));
            } else if (recorded.event() instanceof CareerResumed resumed) {
                put(Kind.CAREER, told, fields("resumed", true, "on", resumed.on()));
            }
        }
    }

    private void state(View view, int number, LocalDate day, RegionMap regions) {
        var lens = new Lens(view, Rules.standard(regions), day);
        var values = new Values(view, regions);
        int row = lens.deciding(number);
        put(Kind.STATE, "state", fields("value", row >= 0 ? "observed" : Values.state(row)));
        put(Kind.STATE, "spell", fields("value", row >= 0 ? view.spells().spell(row) : null));
        for (var attribute : Attribute.values()) {
            put(Kind.STATE, attribute.text(), fields("value", value(view, lens, values, attribute, number, row, day)));
        }
    }

    private static String value(
            View view, Lens lens, Values values, Attribute attribute, int number, int row, LocalDate day) {
        if (attribute == Attribute.GROUP) {
            if (row < 0) {
                return null;
            }
            var groups =
                    view.institutions(day).state(view.spells().institution(row)).groups();
            return groups.isEmpty()
                    ? null
                    : groups.stream().map(GroupId::value).sorted().collect(Collectors.joining(", "));
        }
        boolean always = attribute == Attribute.ORIGIN || attribute == Attribute.ORIGIN_REGION;
        int value = always ? lens.origin(attribute, number) : lens.value(attribute, number, row);
        return value < 0 ? null : values.text(attribute, value);
    }

    private void put(Kind kind, String id, Map<String, String> fields) {
        if (!fields.isEmpty()) {
            pieces.put(new Piece(kind, id), fields);
        }
    }

    /** Name, value, name, value …; without those that have none. */
    private static Map<String, String> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            if (namesAndValues[at + 1] != null) {
                fields.put((String) namesAndValues[at], namesAndValues[at + 1].toString());
            }
        }
        return fields;
    }

    /** The value of an attribute of the state, or null. */
    String state(String attribute) {
        return pieces.getOrDefault(new Piece(Kind.STATE, attribute), Map.of()).get("value");
    }

    /** The fields of a spell; none if it is not believed in. */
    Map<String, String> spell(String id) {
        return id == null ? Map.of() : pieces.getOrDefault(new Piece(Kind.SPELL, id), Map.of());
    }
}
