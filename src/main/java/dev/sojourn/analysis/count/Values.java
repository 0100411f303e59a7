package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.person.States;

/**
 * The values of attributes as numbers from 0, for counting, and as the texts of answers. Below 0 stand the states in
 * which there is no value.
 */
public final class Values {

    /** There is a spell, but the attribute is not known. */
    public static final int UNKNOWN = -1;

    public static final int UNOBSERVED = States.UNOBSERVED;
    public static final int INACTIVE = States.INACTIVE;

    private static final Sector[] SECTORS = Sector.values();
    private static final Role[] ROLES = Role.values();

    private final View view;
    private final RegionMap regions;

    public Values(View view, RegionMap regions) {
        this.view = view;
        this.regions = regions;
    }

    /** How many values an attribute can have. */
    public int count(Attribute attribute) {
        return switch (attribute) {
            case INSTITUTION, PARENT -> view.institutionCount();
            case COUNTRY, SITE, ORIGIN -> Country.COUNT;
            case REGION, ORIGIN_REGION -> regions.names().size();
            case SECTOR -> SECTORS.length;
            case ROLE -> ROLES.length;
            case FOUNDER, LEADERSHIP -> 2;
            case GROUP ->
                throw new IllegalArgumentException("group is a filter only: an institution can be in several");
        };
    }

    /** The text of a value or of a state without one. */
    public String text(Attribute attribute, int value) {
        if (value < 0) {
            return state(value);
        }
        return switch (attribute) {
            case INSTITUTION, PARENT -> view.institution(value).value();
            case COUNTRY, SITE, ORIGIN -> Country.code(value);
            case REGION, ORIGIN_REGION -> regions.names().get(value);
            case SECTOR -> SECTORS[value].name();
            case ROLE -> ROLES[value].name();
            case FOUNDER, LEADERSHIP -> value == 1 ? "true" : "false";
            case GROUP ->
                throw new IllegalArgumentException("group is a filter only: an institution can be in several");
        };
    }

    public static String state(int state) {
        return switch (state) {
            case UNOBSERVED -> "unobserved";
            case INACTIVE -> "inactive";
            default -> "unknown";
        };
    }

    /**
     * The number of a text, checked before by {@link Filter}.
     *
     * @throws IllegalArgumentException for an institution not in the ledger, or a region not in the map
     */
    int number(Attribute attribute, String text) {
        return switch (attribute) {
            case INSTITUTION, PARENT -> {
                int institution = view.find(new InstitutionId(text));
                if (institution < 0) {
                    throw new IllegalArgumentException(
                            "there is no institution \"" + text + "\" as known at position " + view.position());
                }
                yield institution;
            }
            case COUNTRY, SITE, ORIGIN -> Country.number(text);
            case REGION, ORIGIN_REGION -> {
                int region = regions.names().indexOf(text);
                if (region < 0) {
                    throw new IllegalArgumentException("\"" + text + "\" is no region of the map " + regions.version()
                            + "; there are " + regions.names());
                }
                yield region;
            }
            case SECTOR -> Sector.valueOf(text).ordinal();
            case ROLE -> Role.valueOf(text).ordinal();
            case FOUNDER, LEADERSHIP -> text.equals("true") ? 1 : 0;
            case GROUP ->
                throw new IllegalArgumentException("group is a filter only: an institution can be in several");
        };
    }
}
