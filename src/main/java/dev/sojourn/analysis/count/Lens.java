package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.Sector;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.day.Coding;
import dev.sojourn.projection.day.DayStates;
import dev.sojourn.projection.day.OpenDates;
import dev.sojourn.projection.day.Proof;
import dev.sojourn.projection.institution.InstitutionDay;
import dev.sojourn.projection.institution.InstitutionState;
import dev.sojourn.projection.person.Precedence;
import dev.sojourn.projection.person.Readings.Standing;
import dev.sojourn.projection.person.SpellRows;
import dev.sojourn.projection.person.States;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How people look on one day, under the rules of a question: the deciding spell of each, and its attributes. */
public final class Lens {

    private static final int[] ORIGINS = numbered(Country.COUNT);

    private final View view;
    private final SpellRows spells;
    private final Rules rules;
    private final int day;
    private final int oldest;
    private final DayStates everybody;
    private final InstitutionDay institutions;
    /** No year or month goes on after a 31 December, so no reading of a coarse date can make a difference then. */
    private final boolean settled;

    private final Map<Attribute, Optional<boolean[]>> doubtful = new ConcurrentHashMap<>();

    public Lens(View view, Rules rules, LocalDate day) {
        this.view = view;
        this.spells = view.spells();
        this.rules = rules;
        this.day = (int) day.toEpochDay();
        this.oldest = rules.maxAge() == null
                ? SpellRows.NEVER
                : (int) day.minus(rules.maxAge()).toEpochDay();
        this.everybody = view.day(day);
        this.institutions = view.institutions(day);
        this.settled = day.getMonthValue() == 12 && day.getDayOfMonth() == 31;
    }

    /** The day. */
    public LocalDate on() {
        return institutions.day();
    }

    /** Since 1970. */
    int day() {
        return day;
    }

    /** The deciding rows of some people, side by side. */
    public void rows(Chosen people, int[] into) {
        everybody.rows(people.block(), people.places(), people.size(), into);
        if (drops()) {
            for (int at = 0; at < people.size(); at++) {
                into[at] = ruled(into[at]);
            }
        }
    }

    private boolean drops() {
        return rules.carried() == Rules.Carried.UNOBSERVED;
    }

    /** How many codes an attribute has, and which value, or state without one, each stands for. */
    public int[] values(Attribute attribute) {
        return switch (attribute) {
            case ORIGIN -> ORIGINS;
            case ORIGIN_REGION -> numbered(rules.regions().names().size());
            case FOUNDER, LEADERSHIP -> numbered(2);
            default -> Codes.of(attribute, rules, institutions, spells).values();
        };
    }

    private static int[] numbered(int values) {
        int[] byCode = new int[Coding.FIRST + values];
        Arrays.setAll(byCode, code -> code < Coding.FIRST ? -1 - code : code - Coding.FIRST);
        return byCode;
    }

    /** The codes that an attribute has for some people, side by side. */
    public void codes(Attribute attribute, Chosen people, int[] into) {
        switch (attribute) {
            case ORIGIN, ORIGIN_REGION -> {
                origins(attribute, people, into);
                states(people, into);
            }
            case FOUNDER -> flags(Flag.FOUNDER, people, into);
            case LEADERSHIP -> flags(Flag.LEADERSHIP, people, into);
            default -> codes(Codes.of(attribute, rules, institutions, spells), people, into);
        }
    }

    /** Of some people whether they are in any of some groups, as codes of 0 and 1. */
    void groups(List<String> groups, Chosen people, int[] into) {
        codes(Codes.ofGroups(groups, institutions), people, into);
    }

    private void codes(Coding coding, Chosen people, int[] into) {
        everybody.codes(people.block(), coding, people.places(), people.size(), into);
        if (drops()) {
            states(people, into);
        }
    }

    /** Codes of origins or their regions, whatever the state on the day. */
    void origins(Attribute attribute, Chosen people, int[] into) {
        int[] countries = view.origins(people.block());
        for (int at = 0; at < people.size(); at++) {
            int country = countries[people.place(at)];
            into[at] = country == Country.UNKNOWN
                    ? Coding.UNKNOWN
                    : Coding.FIRST + (attribute == Attribute.ORIGIN ? country : region(country));
        }
    }

    /** Overwrites the codes of those whom no spell decides. */
    private void states(Chosen people, int[] codes) {
        int[] rows = new int[people.size()];
        rows(people, rows);
        for (int at = 0; at < people.size(); at++) {
            codes[at] = rows[at] < 0 ? -1 - rows[at] : codes[at];
        }
    }

    /** Few people ever have a flag, and only they are looked at. */
    private void flags(Flag flag, Chosen people, int[] into) {
        var marked = new boolean[Block.SIZE];
        for (int researcher : view.flagged(people.block())) {
            marked[researcher & Block.MASK] = true;
        }
        for (int researcher : view.apart(people.block())) {
            marked[researcher & Block.MASK] = true;
        }
        for (int at = 0; at < people.size(); at++) {
            boolean holds = marked[people.place(at)] && view.states().has(people.researcher(at), day, flag);
            into[at] = Coding.FIRST + (holds ? 1 : 0);
        }
        states(people, into);
    }

    /** How many of some people have a spell that nothing showed to be true after a day. */
    public int notObservedAfter(int since, Chosen people, int[] rows, int[] scratch) {
        int count = 0;
        if (Proof.tells(since)) {
            codes(Proof.OBSERVED, people, scratch);
            int limit = Proof.day(since);
            for (int at = 0; at < people.size(); at++) {
                count += (rows[at] >= 0 ? 1 : 0) & (scratch[at] <= limit ? 1 : 0);
            }
        } else {
            for (int at = 0; at < people.size(); at++) {
                count += carried(rows[at], since) ? 1 : 0;
            }
        }
        return count;
    }

    /** How many of those with no spell, or with one that nothing showed to be true after a day, were sought in vain. */
    int soughtInVain(int since, Chosen people, int[] rows) {
        int[] searched = view.searched(people.block());
        int[] apart = view.apart(people.block()); // of one who is the same person the search can be in another block
        if (searched.length + apart.length == 0) {
            return 0;
        }
        var marked = new boolean[Block.SIZE];
        for (int researcher : searched) {
            marked[researcher & Block.MASK] = true;
        }
        for (int researcher : apart) {
            marked[researcher & Block.MASK] = true;
        }
        int count = 0;
        for (int at = 0; at < people.size(); at++) {
            boolean open = marked[people.place(at)] && (rows[at] == States.UNOBSERVED || carried(rows[at], since));
            count += open && soughtInVain(people.researcher(at)) ? 1 : 0;
        }
        return count;
    }

    /** Whether somebody looked for a researcher after anything last showed where they are, and found nothing. */
    public boolean soughtInVain(int researcher) {
        return view.soughtInVain(researcher);
    }

    /** Whether a row decides, but nothing showed it to be true after a day. */
    public boolean carried(int row, int since) {
        return row >= 0 && !observedAfter(row, since);
    }

    /** How many of some people have a deciding spell with a date that was written as approximate or uncertain. */
    public int qualified(Chosen people, int[] scratch) {
        if (!spells.anyQualified()) {
            return 0;
        }
        int count = 0;
        codes(Proof.QUALIFIED, people, scratch);
        for (int at = 0; at < people.size(); at++) {
            count += scratch[at] == Coding.FIRST + 1 ? 1 : 0;
        }
        return count;
    }

    /** Whether no reading of a coarse date can make a difference on the day. */
    boolean settled() {
        return settled;
    }

    /** What open dates leave open about some people; null where nobody has any. */
    public Doubts doubts(Chosen people) {
        return settled ? null : new Doubts(this, people, everybody.open(people.block()), openInstitutions());
    }

    SpellRows spells() {
        return spells;
    }

    /**
     * The codes that the rows in a list give an attribute; of origins any row tells the same. Not for flags.
     *
     * @param into room for all
     */
    void codes(Attribute attribute, OpenDates list, int[] into) {
        int size = list.begin(list.size());
        int[] rows = list.rows();
        var codes = origin(attribute) ? null : Codes.of(attribute, rules, institutions, spells);
        if (codes != null && codes.byInstitution() != null && !drops()) {
            int[] byInstitution = codes.byInstitution();
            for (int at = 0; at < size; at++) {
                into[at] = byInstitution[list.institutions()[at]];
            }
            return;
        }
        for (int at = 0; at < size; at++) {
            int row = ruled(rows[at]);
            into[at] = codes == null ? Math.min(row, 0) : codes.codeOf(spells, row);
        }
    }

    /** The institutions of the deciding rows of a block, as of {@link DayStates#institutions}; null if not at hand. */
    int[] institutions(int block) {
        return everybody.institutions(block);
    }

    /**
     * By institution, as of {@link DayStates#institutions}, whether readings of its own dates make an attribute differ; null
     * if they never do.
     */
    boolean[] severalInstitutions(Attribute attribute) {
        boolean[] several = origin(attribute) ? new boolean[0] : several(attribute);
        return several.length == 0 ? null : several;
    }

    /** Whether readings of such an institution's dates make an attribute of a row differ. */
    boolean several(Attribute attribute, int row) {
        return ruled(row) >= 0
                && several(attribute)[Coding.FIRST + spells.institution(row)]
                && !atWorkplace(attribute, row);
    }

    /** By code of an attribute, whether {@link #severalInstitutions} says so of some institution that has it; null for none. */
    boolean[] doubtful(Attribute attribute) {
        return doubtful.computeIfAbsent(attribute, this::doubtfulCodes).orElse(null);
    }

    private Optional<boolean[]> doubtfulCodes(Attribute attribute) {
        boolean[] several = origin(attribute) ? new boolean[0] : several(attribute);
        if (several.length == 0) {
            return Optional.empty();
        }
        var codes = Codes.of(attribute, rules, institutions, spells);
        boolean[] doubtful = new boolean[codes.size()];
        for (int institution = 0; Coding.FIRST + institution < several.length; institution++) {
            doubtful[codes.ofInstitution(institution)] |= several[Coding.FIRST + institution];
        }
        return Optional.of(doubtful);
    }

    private static boolean origin(Attribute attribute) {
        return attribute == Attribute.ORIGIN || attribute == Attribute.ORIGIN_REGION;
    }

    /** Whether a recorded workplace tells an attribute, so that the institution does not. */
    private boolean atWorkplace(Attribute attribute, int row) {
        return spells.workplace(row) != Country.UNKNOWN && Codes.site(attribute, rules);
    }

    /** By institution, as of {@link DayStates#institutions}, whether readings of its dates differ; empty if none do. */
    private boolean[] several(Attribute attribute) {
        if (attribute == Attribute.ROLE) {
            return new boolean[0];
        }
        boolean[] open = openInstitutions(); // outside, since something derived cannot derive another
        return institutions.derived(List.of(attribute, rules.regions()), day -> {
            boolean[] several = new boolean[Coding.FIRST + open.length];
            boolean any = false;
            for (int institution = 0; institution < open.length; institution++) {
                several[Coding.FIRST + institution] = open[institution]
                        && day.possible(institution).stream()
                                        .map(state -> ofInstitution(attribute, state))
                                        .distinct()
                                        .count()
                                > 1;
                any |= several[Coding.FIRST + institution];
            }
            return any ? several : new boolean[0];
        });
    }

    private int ofInstitution(Attribute attribute, InstitutionState state) {
        return switch (attribute) {
            case INSTITUTION -> state.institution();
            case PARENT -> state.parent();
            case COUNTRY, SITE -> state.country();
            case REGION -> region(state.country());
            case SECTOR ->
                state.sector() == Sector.NOT_STATED
                        ? Values.UNKNOWN
                        : state.sector().ordinal();
            default -> throw new IllegalArgumentException(attribute.text() + " is not told by an institution");
        };
    }

    /** Those that can be different things on the day; empty where none can. */
    private boolean[] openInstitutions() {
        return institutions.derived("open", day -> {
            var open = new boolean[day.table().size()];
            boolean any = false;
            for (int institution = 0; institution < open.length; institution++) {
                open[institution] = day.open(institution);
                any |= open[institution];
            }
            return any ? open : new boolean[0];
        });
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
    int ruled(int row) {
        boolean dropped = row >= 0 && drops() && !observedAfter(row, oldest);
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
        return institutions.table().survivor(spells.institution(row));
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
            case INSTITUTION, PARENT, SECTOR -> ofInstitution(attribute, state);
            case COUNTRY -> country(row, state);
            case SITE -> site(row, state);
            case REGION -> region(country(row, state));
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
