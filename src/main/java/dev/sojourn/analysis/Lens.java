package dev.sojourn.analysis;

import dev.sojourn.event.Flag;
import dev.sojourn.event.Sector;
import dev.sojourn.projection.Country;
import dev.sojourn.projection.InstitutionDay;
import dev.sojourn.projection.InstitutionState;
import dev.sojourn.projection.SpellRows;
import dev.sojourn.projection.States;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/** How people look on one day, under the rules of a question: the deciding spell of each, and its attributes. */
final class Lens {

    private final View view;
    private final SpellRows spells;
    private final Rules rules;
    private final int day;
    private final int oldest;
    private final InstitutionDay institutions;
    /** No year or month goes on after a 31 December, so no reading of a coarse date can make a difference then. */
    private final boolean settled;

    Lens(View view, Rules rules, LocalDate day) {
        this.view = view;
        this.spells = view.spells();
        this.rules = rules;
        this.day = (int) day.toEpochDay();
        this.oldest = rules.maxAge() == null
                ? SpellRows.NEVER
                : (int) day.minus(rules.maxAge()).toEpochDay();
        this.institutions = view.institutions(day);
        this.settled = day.getMonthValue() == 12 && day.getDayOfMonth() == 31;
    }

    /** The row that decides, or a state without one. */
    int deciding(int researcher) {
        return ruled(view.states().deciding(researcher, day));
    }

    /** Under {@code carried=unobserved} a state that nothing showed to be true of late does not count. */
    private int ruled(int row) {
        boolean dropped = row >= 0 && rules.carried() == Rules.Carried.UNOBSERVED && !observedAfter(row, oldest);
        return dropped ? States.UNOBSERVED : row;
    }

    /** Whether anything showed a spell true after a day. */
    boolean observedAfter(int row, int since) {
        return spells.observed(row) > since;
    }

    /** The value of an attribute for a researcher whose deciding row is known; for a state without one, that. */
    int value(Attribute attribute, int researcher, int row) {
        if (row < 0) {
            return row;
        }
        return value(attribute, researcher, row, institutions.state(spells.institution(row)));
    }

    /** The institution of a row as of this day, mergers followed. */
    int institution(int row) {
        return institutions.state(spells.institution(row)).institution();
    }

    /** Calls back with every pair of deciding row and institution's state that some reading of the dates gives. */
    private void everyReading(int researcher, BiConsumer<Integer, InstitutionState> each) {
        for (int possible : view.readings().possible(researcher, day)) {
            int row = ruled(possible);
            if (row < 0) {
                each.accept(row, null);
            } else {
                institutions.possible(spells.institution(row)).forEach(state -> each.accept(row, state));
            }
        }
    }

    /** The values that the readings of the dates give. */
    Set<Integer> possible(Attribute attribute, int researcher) {
        if (settled) {
            return Set.of(value(attribute, researcher, deciding(researcher)));
        }
        var values = new HashSet<Integer>();
        everyReading(researcher, (row, state) -> values.add(row < 0 ? row : value(attribute, researcher, row, state)));
        return values;
    }

    /** Whether a researcher's cell depends on how coarse dates are read. */
    boolean uncertain(Cells cells, int researcher) {
        if (settled) {
            return false;
        }
        var found = new HashSet<Long>();
        everyReading(
                researcher,
                (row, state) ->
                        found.add(cells.cell(attribute -> row < 0 ? row : value(attribute, researcher, row, state))));
        return found.size() > 1;
    }

    /** Origin or its region, which no day and no spell decides. */
    int origin(Attribute attribute, int researcher) {
        int origin = view.origin(researcher);
        return attribute == Attribute.ORIGIN ? origin : region(origin);
    }

    /** Whether a researcher is in a group; null where no spell says. */
    Boolean inGroup(String group, int row) {
        if (row == States.UNOBSERVED) {
            return null;
        }
        return row >= 0
                && institutions.state(spells.institution(row)).groups().stream()
                        .anyMatch(id -> id.value().equals(group));
    }

    /** Whether a researcher can be in any of some groups, over the readings; null among them where no spell says. */
    Set<Boolean> possiblyInGroups(Iterable<String> groups, int researcher) {
        var found = new HashSet<Boolean>();
        everyReading(researcher, (row, state) -> {
            if (row == States.UNOBSERVED) {
                found.add(null);
            } else {
                boolean member = false;
                for (var group : groups) {
                    member |= row >= 0
                            && state.groups().stream().anyMatch(id -> id.value().equals(group));
                }
                found.add(member);
            }
        });
        return found;
    }

    private int value(Attribute attribute, int researcher, int row, InstitutionState state) {
        return switch (attribute) {
            case INSTITUTION -> state.institution();
            case PARENT -> state.parent();
            case COUNTRY -> country(row, state);
            case SITE -> site(row, state);
            case REGION -> region(country(row, state));
            case SECTOR ->
                state.sector() == Sector.NOT_STATED
                        ? Values.UNKNOWN
                        : state.sector().ordinal();
            case ROLE -> spells.role(row).ordinal();
            case ORIGIN, ORIGIN_REGION -> origin(attribute, researcher);
            case FOUNDER -> view.states().has(researcher, day, Flag.FOUNDER) ? 1 : 0;
            case LEADERSHIP -> view.states().has(researcher, day, Flag.LEADERSHIP) ? 1 : 0;
            case GROUP ->
                throw new IllegalArgumentException("group is a filter only: an institution can be in several");
        };
    }

    private int country(int row, InstitutionState state) {
        return rules.place() == Rules.Place.SITE ? site(row, state) : state.country();
    }

    private int site(int row, InstitutionState state) {
        int workplace = spells.workplace(row);
        return workplace == Country.UNKNOWN ? state.country() : workplace;
    }

    private int region(int country) {
        return country == Country.UNKNOWN ? Values.UNKNOWN : rules.regions().region(country);
    }
}
