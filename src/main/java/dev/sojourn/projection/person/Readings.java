package dev.sojourn.projection.person;

import dev.sojourn.event.value.Flag;
import dev.sojourn.projection.column.PackedDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where somebody can be on a day, over all readings of the dates of their spells and career.
 *
 * <p>A reading picks one day for each date within its days; it matters only whether that day has come, so a date counts
 * as open if it stands for days on both sides. An end and a start written alike are one handover and share their day.
 * Which of several covering spells comes first is decided by their starts as written, in every reading: so with
 * year-only dates a 31 December is never uncertain.
 */
public final class Readings {

    private final SpellRows spells;
    private final States states;

    public Readings(SpellRows spells, States states) {
        this.spells = spells;
        this.states = states;
    }

    /**
     * What one reading makes of somebody on a day.
     *
     * @param row the deciding row, {@link States#UNOBSERVED} or {@link States#INACTIVE}
     * @param flags those of any covering spell, a bit each
     */
    public record Standing(int row, int flags) {

        /** Whether any covering spell has a flag. */
        public boolean has(Flag flag) {
            return (flags & bit(flag)) != 0;
        }
    }

    /** What is possible. */
    public Set<Standing> possible(int researcher, int day) {
        int[] rows = states.spells(researcher);
        var careers = careerReadings(researcher, day);
        if (careers.size() == 1 && !anyOpen(rows, day)) {
            return Set.of(asWritten(researcher, day));
        }
        var possible = new LinkedHashSet<Standing>();
        if (careers.contains(true)) {
            possible.add(new Standing(States.INACTIVE, 0));
        }
        if (careers.contains(false)) {
            addSpells(ranked(rows), day, possible);
        }
        return possible;
    }

    /** What somebody is on a day, each date taken as its earliest day. */
    public Standing asWritten(int researcher, int day) {
        int flags = 0;
        for (var flag : Flag.values()) {
            flags |= states.has(researcher, day, flag) ? bit(flag) : 0;
        }
        return new Standing(states.deciding(researcher, day), flags);
    }

    private static int bit(Flag flag) {
        return 1 << flag.ordinal();
    }

    private boolean anyOpen(int[] rows, int day) {
        for (int row : rows) {
            if (open(spells.startDay(row), spells.startForm(row), day)
                    || open(spells.endDay(row), spells.endForm(row), day)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a date may, but need not, have come by the day. */
    static boolean open(int date, int form, int day) {
        return date <= day && day < PackedDate.latest(date, form);
    }

    private List<Integer> ranked(int[] rows) {
        var ranked = new ArrayList<Integer>();
        for (int row : rows) {
            if (spells.startDay(row) != PackedDate.UNKNOWN_DAY) {
                ranked.add(row);
            }
        }
        ranked.sort((one, other) -> one.equals(other) ? 0 : states.precedes(one, other) ? -1 : 1);
        return ranked;
    }

    /**
     * Goes through the choices for the shared dates, at most six: a day lies within one year and one month, and a date
     * has one of three qualifiers. A spell with an open date of its own can be there or not, whatever the others are.
     */
    private void addSpells(List<Integer> ranked, int day, Set<Standing> possible) {
        var shared = handovers(ranked, day);
        for (int choice = 0; choice < 1 << shared.size(); choice++) {
            var below = Set.of(0); // the flags that spells further down can add
            var found = new LinkedHashSet<Standing>(Set.of(new Standing(States.UNOBSERVED, 0)));
            for (int at = ranked.size() - 1; at >= 0; at--) {
                int row = ranked.get(at);
                var covers = covers(row, day, ranked, shared, choice);
                if (covers == Covers.NOT) {
                    continue;
                }
                int own = flags(row);
                var here = below.stream().map(flags -> flags | own).collect(Collectors.toSet());
                if (covers == Covers.SURELY) {
                    found.clear();
                    below = here;
                } else {
                    below = union(below, here);
                }
                here.forEach(flags -> found.add(new Standing(row, flags)));
            }
            possible.addAll(found);
        }
    }

    private static Set<Integer> union(Set<Integer> some, Set<Integer> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private int flags(int row) {
        int flags = 0;
        for (var flag : Flag.values()) {
            flags |= spells.has(row, flag) ? bit(flag) : 0;
        }
        return flags;
    }

    private enum Covers {
        SURELY,
        PERHAPS,
        NOT
    }

    private Covers covers(int row, int day, List<Integer> ranked, Map<Long, Integer> shared, int choice) {
        int start = spells.startDay(row);
        int end = spells.endDay(row);
        int startForm = spells.startForm(row);
        int endForm = spells.endForm(row);
        // A date is part of a handover only if another spell meets it: one of "2019 to 2019" does not hand over to
        // itself.
        boolean met = ranked.stream().anyMatch(other -> other != row && ends(other, start, startForm));
        boolean meets = ranked.stream().anyMatch(other -> other != row && starts(other, end, endForm));
        var started = come(start, startForm, day, met ? shared : Map.of(), choice);
        var ended = come(end, endForm, day, meets ? shared : Map.of(), choice);
        if (started == Covers.NOT || ended == Covers.SURELY) {
            return Covers.NOT;
        }
        return started == Covers.SURELY && ended == Covers.NOT ? Covers.SURELY : Covers.PERHAPS;
    }

    /** Whether a date has come by the day, under a choice for the shared ones. */
    private static Covers come(int date, int form, int day, Map<Long, Integer> shared, int choice) {
        if (!open(date, form, day)) {
            return date <= day ? Covers.SURELY : Covers.NOT;
        }
        var bit = shared.get(key(date, form));
        if (bit == null) {
            return Covers.PERHAPS;
        }
        return (choice >>> bit & 1) != 0 ? Covers.SURELY : Covers.NOT;
    }

    /** The open dates that end one spell and start another, each with its bit in a choice. */
    private Map<Long, Integer> handovers(List<Integer> rows, int day) {
        var bits = new HashMap<Long, Integer>();
        for (int ending : rows) {
            int end = spells.endDay(ending);
            int form = spells.endForm(ending);
            if (open(end, form, day) && rows.stream().anyMatch(row -> row != ending && starts(row, end, form))) {
                bits.putIfAbsent(key(end, form), bits.size());
            }
        }
        return bits;
    }

    private boolean ends(int row, int date, int form) {
        return spells.endDay(row) == date && spells.endForm(row) == form;
    }

    private boolean starts(int row, int date, int form) {
        return spells.startDay(row) == date && spells.startForm(row) == form;
    }

    static long key(int date, int form) {
        return (long) date << 4 | form;
    }

    /** Whether the career has ended by the day: what can be true of it. */
    private Set<Boolean> careerReadings(int researcher, int day) {
        var ended = new LinkedHashSet<Boolean>(List.of(false));
        for (var turn : states.turns(researcher)) {
            int date = PackedDate.day(turn.on());
            if (open(date, PackedDate.form(turn.on()), day)) {
                ended.add(turn.ends());
            } else if (date <= day) {
                ended = new LinkedHashSet<>(List.of(turn.ends()));
            }
        }
        return ended;
    }
}
