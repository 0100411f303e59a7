package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.Sector;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.institution.InstitutionDay;
import dev.sojourn.projection.institution.InstitutionState;
import dev.sojourn.projection.person.Precedence;
import dev.sojourn.projection.person.Readings.Standing;
import dev.sojourn.projection.person.SpellRows;
import dev.sojourn.projection.person.States;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How people look on one day, under the rules of a question: the deciding spell of each, and its attributes. */
public final class Lens {

    private final View view;
    private final SpellRows spells;
    private final Rules rules;
    private final int day;
    private final int oldest;
    private final InstitutionDay institutions;
    /** No year or month goes on after a 31 December, so no reading of a coarse date can make a difference then. */
    private final boolean settled;

    public Lens(View view, Rules rules, LocalDate day) {
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

    /** Since 1970. */
    int day() {
        return day;
    }

    /** The row that decides, or a state without one. */
    public int deciding(int researcher) {
        return ruled(view.states().deciding(researcher, day));
    }

    /** By which rule a deciding row came first. */
    public Precedence decidedBy(int researcher, int row) {
        return view.states().decidedBy(researcher, day, row);
    }

    /** Under {@code carried=unobserved} a state that nothing showed to be true of late does not count. */
    private int ruled(int row) {
        boolean dropped = row >= 0 && rules.carried() == Rules.Carried.UNOBSERVED && !observedAfter(row, oldest);
        return dropped ? States.UNOBSERVED : row;
    }

    /** Whether a date of a deciding spell was written as approximate or uncertain. */
    public boolean qualified(int row) {
        return row >= 0 && spells.qualified(row);
    }

    /** Whether anything showed a spell true after a day. */
    public boolean observedAfter(int row, int since) {
        return spells.observed(row) > since;
    }

    /** The value of an attribute for a researcher whose deciding row is known; for a state without one, that. */
    public int value(Attribute attribute, int researcher, int row) {
        if (row < 0) {
            return row;
        }
        return value(attribute, researcher, row, institutions.state(spells.institution(row)), flag -> view.states()
                .has(researcher, day, flag));
    }

    /** The institution of a row as of this day, mergers followed. */
    public int institution(int row) {
        return institutions.state(spells.institution(row)).institution();
    }

    /** What one reading of the dates makes of somebody; without an institution where no spell decides. */
    record Reading(Standing standing, InstitutionState institution) {

        int row() {
            return standing.row();
        }
    }

    /** All readings that can differ. */
    List<Reading> readings(int researcher) {
        var possible = settled
                ? Set.of(view.readings().asWritten(researcher, day))
                : view.readings().possible(researcher, day);
        var readings = new ArrayList<Reading>();
        for (var standing : possible) {
            int row = ruled(standing.row());
            if (row < 0) {
                readings.add(new Reading(new Standing(row, 0), null));
            } else {
                institutionsOf(row).forEach(institution -> readings.add(new Reading(standing, institution)));
            }
        }
        return readings;
    }

    private Set<InstitutionState> institutionsOf(int row) {
        int institution = spells.institution(row);
        return settled ? Set.of(institutions.state(institution)) : institutions.possible(institution);
    }

    /** The value of an attribute in a reading. */
    public int value(Attribute attribute, int researcher, Reading reading) {
        return reading.row() < 0
                ? reading.row()
                : value(attribute, researcher, reading.row(), reading.institution(), reading.standing()::has);
    }

    /** The values that the readings of the dates give. */
    public Set<Integer> possible(Attribute attribute, int researcher) {
        if (settled) {
            return Set.of(value(attribute, researcher, deciding(researcher)));
        }
        return readings(researcher).stream()
                .map(reading -> value(attribute, researcher, reading))
                .collect(Collectors.toSet());
    }

    /** Whether a researcher's cell depends on how coarse dates are read. */
    public boolean uncertain(Cells cells, int researcher) {
        return !settled
                && readings(researcher).stream()
                                .map(reading -> cells.cell(attribute -> value(attribute, researcher, reading)))
                                .distinct()
                                .count()
                        > 1;
    }

    /** Origin or its region, which no day and no spell decides. */
    public int origin(Attribute attribute, int researcher) {
        int origin = view.origin(researcher);
        return attribute == Attribute.ORIGIN ? origin : region(origin);
    }

    /** Whether a researcher whose deciding row is known is in any of some groups; null where no spell says. */
    Boolean inGroup(List<String> groups, int row) {
        return inGroup(groups, row, row < 0 ? null : institutions.state(spells.institution(row)));
    }

    /** The same in a reading. */
    Boolean inGroup(List<String> groups, Reading reading) {
        return inGroup(groups, reading.row(), reading.institution());
    }

    private static Boolean inGroup(List<String> groups, int row, InstitutionState state) {
        if (row == States.UNOBSERVED) {
            return null;
        }
        return row >= 0 && state.groups().stream().anyMatch(group -> groups.contains(group.value()));
    }

    private int value(Attribute attribute, int researcher, int row, InstitutionState state, Predicate<Flag> flagged) {
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
            case FOUNDER -> flagged.test(Flag.FOUNDER) ? 1 : 0;
            case LEADERSHIP -> flagged.test(Flag.LEADERSHIP) ? 1 : 0;
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
