package dev.sojourn.analysis.survival;

import dev.sojourn.analysis.survival.Survival.Unit;
import dev.sojourn.event.CareerEvent.Cause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up lifetimes: who is at risk when, and what happens then. */
final class RiskTable {

    /** What happens at one time. */
    private static final class Line {
        private int gone;
        private int censored;
        private int partly;
        private final Map<Cause, Integer> ended = new EnumMap<>(Cause.class);

        private Line() {
            for (var cause : Cause.values()) {
                ended.put(cause, 0);
            }
        }

        private void add(Lifetime life, boolean partial) {
            switch (life.end()) {
                case GONE -> gone++;
                case ENDED -> ended.merge(life.cause(), 1, Integer::sum);
                case CENSORED -> {
                    censored++;
                    partly += partial ? 1 : 0;
                }
            }
        }
    }

    private RiskTable() {}

    /** In years each has a line; in days only those on which anything happened, and the first. */
    static List<Risk> of(List<Lifetime> lifetimes, LocalDate from, Unit unit) {
        var lines = new TreeMap<Integer, Line>();
        lines.put(0, new Line());
        for (var life : lifetimes) {
            int time = unit.between(from, life.by(), true);
            boolean partial = unit.between(from, life.by(), false) != time;
            lines.computeIfAbsent(time, fresh -> new Line()).add(life, partial);
        }
        for (int year = 0; unit == Unit.YEARS && year < lines.lastKey(); year++) {
            lines.putIfAbsent(year, new Line());
        }
        var table = new ArrayList<Risk>();
        int atRisk = lifetimes.size();
        for (var line : lines.entrySet()) {
            var here = line.getValue();
            var risk = new Risk(line.getKey(), atRisk, here.gone, here.ended, here.censored, here.partly);
            table.add(risk);
            atRisk -= here.gone + risk.endedInAll() + here.censored;
        }
        return List.copyOf(table);
    }
}
