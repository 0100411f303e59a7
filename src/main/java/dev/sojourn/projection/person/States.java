package dev.sojourn.projection.person;

import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.value.Flag;
import dev.sojourn.projection.person.Careers.Turn;
import dev.sojourn.time.PartialDate;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where people are on a day, as believed at one position: for each the row of the spell that decides, or why none does.
 * The rules of precedence, each date taken as its earliest day; for other readings of the dates see {@link Readings}.
 */
public final class States {

    /** No spell covers the day. */
    public static final int UNOBSERVED = -2;

    /** The research career has ended by the day. */
    public static final int INACTIVE = -3;

    private final SpellRows spells;
    private final Careers careers;
    private final int position;
    private final Map<Integer, List<Integer>> absorbed;

    public States(SpellRows spells, Careers careers, int position, Map<Integer, List<Integer>> absorbed) {
        this.spells = spells;
        this.careers = careers;
        this.position = position;
        this.absorbed = absorbed;
    }

    /** The deciding row of a researcher on a day (since 1970), {@link #UNOBSERVED} or {@link #INACTIVE}. */
    public int deciding(int researcher, int day) {
        if (careerEnded(researcher, day)) {
            return INACTIVE;
        }
        int best = best(researcher, day, UNOBSERVED);
        for (int part : absorbed(researcher)) {
            best = best(part, day, best);
        }
        return best;
    }

    /** By which rule a deciding row came first on a day. */
    public Precedence decidedBy(int researcher, int day, int deciding) {
        int next = UNOBSERVED;
        for (int part : parts(researcher)) {
            for (int row = spells.first(part); row >= 0; row = spells.next(row)) {
                if (row != deciding && covers(row, day) && (next < 0 || precedes(row, next))) {
                    next = row;
                }
            }
        }
        return next < 0 ? Precedence.ONLY : difference(deciding, next);
    }

    private Precedence difference(int row, int other) {
        if (spells.rank(row) != spells.rank(other)) {
            return Precedence.KIND;
        }
        if (spells.startDay(row) != spells.startDay(other)) {
            return Precedence.START;
        }
        return spells.institutionId(row).equals(spells.institutionId(other))
                ? Precedence.SPELL
                : Precedence.INSTITUTION;
    }

    /** Whether any spell that covers the day has a flag. */
    public boolean has(int researcher, int day, Flag flag) {
        if (hasAlone(researcher, day, flag)) {
            return true;
        }
        for (int part : absorbed(researcher)) {
            if (hasAlone(part, day, flag)) {
                return true;
            }
        }
        return false;
    }

    /** The spells of a researcher and of all merged into them, as believed here. */
    public int[] spells(int researcher) {
        var parts = absorbed(researcher);
        if (parts.isEmpty()) {
            return spells.of(researcher);
        }
        int[] all = spells.of(researcher);
        for (int part : parts) {
            int[] more = spells.of(part);
            int before = all.length;
            all = Arrays.copyOf(all, before + more.length);
            System.arraycopy(more, 0, all, before, more.length);
        }
        return all;
    }

    /** Whether a spell comes before another in deciding where somebody is. */
    public boolean precedes(int row, int other) {
        if (spells.rank(row) != spells.rank(other)) {
            return spells.rank(row) < spells.rank(other);
        }
        if (spells.startDay(row) != spells.startDay(other)) {
            return spells.startDay(row) > spells.startDay(other);
        }
        int byInstitution = compareBytes(
                spells.institutionId(row).value(), spells.institutionId(other).value());
        return byInstitution != 0
                ? byInstitution < 0
                : compareBytes(spells.spell(row).value(), spells.spell(other).value()) < 0;
    }

    /** As UTF-8 bytes, which order texts by code point, as Java's own comparison does not. */
    private static int compareBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** The ends and resumptions of a researcher's career, and of those merged into them, by date. */
    List<Turn> turns(int researcher) {
        var turns = new ArrayList<>(careers.turns(researcher, position));
        absorbed(researcher).forEach(part -> turns.addAll(careers.turns(part, position)));
        turns.removeIf(turn -> turn.on() == null);
        turns.sort(Comparator.comparing((Turn turn) -> turn.on().earliest()).thenComparing(Turn::told));
        return turns;
    }

    /** The dates at which a career ended or was resumed, in their order; those without a date never count. */
    public List<PartialDate> careerDates(int researcher) {
        return turns(researcher).stream().map(Turn::on).toList();
    }

    /** Why a career has ended by a day (since 1970); null if it has not. */
    public Cause endedBy(int researcher, int day) {
        Cause cause = null;
        var asked = LocalDate.ofEpochDay(day);
        for (var turn : turns(researcher)) {
            if (!asked.isBefore(turn.on().earliest())) {
                cause = turn.cause();
            }
        }
        return cause;
    }

    /** A researcher, and those merged into them. */
    public List<Integer> parts(int researcher) {
        var parts = new ArrayList<>(List.of(researcher));
        parts.addAll(absorbed(researcher));
        return parts;
    }

    private List<Integer> absorbed(int researcher) {
        return absorbed.isEmpty() ? List.of() : absorbed.getOrDefault(researcher, List.of());
    }

    private boolean careerEnded(int researcher, int day) {
        if (careers.none() || (!careers.any(researcher) && absorbed(researcher).isEmpty())) {
            return false;
        }
        return endedBy(researcher, day) != null;
    }

    private int best(int researcher, int day, int soFar) {
        int best = soFar;
        for (int row = spells.first(researcher); row >= 0; row = spells.next(row)) {
            if (covers(row, day) && (best < 0 || precedes(row, best))) {
                best = row;
            }
        }
        return best;
    }

    private boolean hasAlone(int researcher, int day, Flag flag) {
        for (int row = spells.first(researcher); row >= 0; row = spells.next(row)) {
            if (covers(row, day) && spells.has(row, flag)) {
                return true;
            }
        }
        return false;
    }

    private boolean covers(int row, int day) {
        return spells.startDay(row) <= day && day < spells.endDay(row);
    }
}
