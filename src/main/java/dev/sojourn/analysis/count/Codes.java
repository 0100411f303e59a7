package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.day.Coding;
import dev.sojourn.projection.institution.InstitutionDay;
import dev.sojourn.projection.person.SpellRows;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The values that deciding rows have of one attribute on one day: worked out once for each institution, so that for each
 * person it is looking up. Values are numbered without gaps where there are few, so that pairs of them fit a small array.
 */
final class Codes implements Coding {

    /** What else the codes depend on, beside the day of the institutions. */
    private record Key(Attribute attribute, boolean site, RegionMap regions, int workplaces) {}

    private record Groups(List<String> groups) {}

    private static final int[] NONE = {};

    private final boolean role;
    private final int[] byInstitution; // as of Coding
    private final int[] byWorkplace; // by country; empty where the workplace makes no difference
    private final int[] values; // by code

    private Codes(boolean role, int[] byInstitution, int[] byWorkplace, int[] values) {
        this.role = role;
        this.byInstitution = IntStream.concat(IntStream.range(0, FIRST), Arrays.stream(byInstitution))
                .toArray();
        this.byWorkplace = byWorkplace;
        this.values = values;
    }

    /** The codes of an attribute that the deciding row and its institution tell: not of origins, and not of flags. */
    static Codes of(Attribute attribute, Rules rules, InstitutionDay day, SpellRows spells) {
        boolean site = site(attribute, rules);
        int[] workplaces = site ? spells.workplaces() : NONE;
        var asked = attribute == Attribute.SITE ? Attribute.COUNTRY : attribute;
        var regions = attribute == Attribute.REGION ? rules.regions() : null;
        var key = new Key(asked, site, regions, workplaces.length);
        return day.derived(key, institutions -> make(asked, regions, workplaces, institutions));
    }

    /** Whether a recorded workplace comes before the institution's headquarters. */
    static boolean site(Attribute attribute, Rules rules) {
        return attribute == Attribute.SITE
                || (rules.place() == Rules.Place.SITE
                        && (attribute == Attribute.COUNTRY || attribute == Attribute.REGION));
    }

    /** Whether an institution is in any of some groups: 0 or 1. */
    static Codes ofGroups(List<String> groups, InstitutionDay day) {
        return day.derived(new Groups(groups), institutions -> {
            int[] codes = IntStream.range(0, institutions.table().size())
                    .map(institution -> FIRST + (institutions.inGroup(institution, groups) ? 1 : 0))
                    .toArray();
            return new Codes(false, codes, NONE, values(2, value -> value));
        });
    }

    private static Codes make(Attribute attribute, RegionMap regions, int[] workplaces, InstitutionDay day) {
        var table = day.table();
        return switch (attribute) {
            case INSTITUTION -> plain(table.size(), table.size(), table::survivor);
            case PARENT -> plain(table.size(), table.size(), table::parent);
            case SECTOR ->
                plain(
                        table.size(),
                        Sector.values().length,
                        institution -> table.sector(institution) == Sector.NOT_STATED.ordinal()
                                ? -1
                                : table.sector(institution));
            case ROLE -> new Codes(true, NONE, NONE, values(Role.values().length, role -> role));
            case COUNTRY -> countries(table.size(), table::country, workplaces);
            case REGION -> regions(table.size(), table::country, workplaces, regions);
            default -> throw new IllegalArgumentException(attribute.text() + " is not told by a row");
        };
    }

    private static Codes plain(int institutions, int values, IntUnaryOperator valueOf) {
        int[] codes = new int[institutions];
        Arrays.setAll(codes, institution -> {
            int value = valueOf.applyAsInt(institution);
            return value < 0 ? UNKNOWN : FIRST + value;
        });
        return new Codes(false, codes, NONE, values(values, value -> value));
    }

    private static Codes countries(int institutions, IntUnaryOperator countryOf, int[] workplaces) {
        int[] found = IntStream.concat(
                        IntStream.range(0, institutions).map(countryOf).filter(country -> country >= 0),
                        Arrays.stream(workplaces))
                .distinct()
                .sorted()
                .toArray();
        int[] codes = new int[Country.COUNT];
        for (int at = 0; at < found.length; at++) {
            codes[found[at]] = FIRST + at;
        }
        return placed(institutions, countryOf, workplaces, codes, values(found.length, at -> found[at]));
    }

    private static Codes regions(int institutions, IntUnaryOperator countryOf, int[] workplaces, RegionMap regions) {
        int[] codes = new int[Country.COUNT];
        Arrays.setAll(codes, country -> FIRST + regions.region(country));
        return placed(
                institutions,
                countryOf,
                workplaces,
                codes,
                values(regions.names().size(), region -> region));
    }

    private static Codes placed(
            int institutions, IntUnaryOperator countryOf, int[] workplaces, int[] codes, int[] values) {
        int[] byInstitution = new int[institutions];
        Arrays.setAll(byInstitution, institution -> {
            int country = countryOf.applyAsInt(institution);
            return country < 0 ? UNKNOWN : codes[country];
        });
        return new Codes(false, byInstitution, workplaces.length == 0 ? NONE : codes, values);
    }

    private static int[] values(int count, IntUnaryOperator value) {
        int[] values = new int[FIRST + count];
        values[UNKNOWN] = Values.UNKNOWN;
        values[UNOBSERVED] = Values.UNOBSERVED;
        values[INACTIVE] = Values.INACTIVE;
        for (int at = 0; at < count; at++) {
            values[FIRST + at] = value.applyAsInt(at);
        }
        return values;
    }

    @Override
    public int size() {
        return values.length;
    }

    /** The value, or state without one, that each code stands for; not to be written to. */
    int[] values() {
        return values;
    }

    /** The code of an institution where no workplace is recorded; not of a role. */
    int ofInstitution(int institution) {
        return byInstitution[FIRST + institution];
    }

    @Override
    public int code(SpellRows spells, int row) {
        if (role) {
            return FIRST + spells.role(row).ordinal();
        }
        if (byWorkplace.length > 0) {
            int workplace = spells.workplace(row);
            if (workplace != Country.UNKNOWN) {
                return byWorkplace[workplace];
            }
        }
        int institution = spells.institution(row);
        // One that came later than these codes: whoever asks for these does not see the row.
        return FIRST + institution < byInstitution.length ? byInstitution[FIRST + institution] : UNKNOWN;
    }

    @Override
    public int[] byInstitution() {
        return role || byWorkplace.length > 0 ? null : byInstitution;
    }

    /** The plain case in a loop of its own: all but roles and workplaces. */
    @Override
    public void codes(SpellRows spells, int[] rows, int size, int[] into) {
        if (role || byWorkplace.length > 0) {
            Coding.super.codes(spells, rows, size, into);
            return;
        }
        int[] codes = byInstitution;
        for (int at = 0; at < size; at++) {
            int row = rows[at];
            int institution = row < 0 ? -1 - row : FIRST + spells.institution(row);
            into[at] = institution < codes.length ? codes[institution] : UNKNOWN;
        }
    }
}
