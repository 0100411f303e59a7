package dev.sojourn.analysis.course;

import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.PackedDate;
import dev.sojourn.projection.person.SpellRows;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where people go on between two days, stage by stage. A state can change only on the first day of a date that is written
 * for the person or for an institution of theirs, so only those days are looked at. Threads may share it.
 */
public final class Courses {

    private final View view;
    private final Rules rules;
    private final Attribute attribute;
    private final LocalDate from;
    private final LocalDate to;
    private final Map<LocalDate, Lens> lenses = new ConcurrentHashMap<>();
    private final Map<Integer, Set<PartialDate>> institutions = new ConcurrentHashMap<>();

    /** From a day to a later one, both included. */
    public Courses(View view, Rules rules, Attribute attribute, LocalDate from, LocalDate to) {
        this.view = view;
        this.rules = rules;
        this.attribute = attribute;
        this.from = from;
        this.to = to;
    }

    /** The stages of somebody, the first from {@code from} on; consecutive ones differ. */
    public List<Stage> of(int researcher) {
        var stages = new ArrayList<Stage>();
        var days = new TreeMap<LocalDate, LocalDate>();
        days.put(from, from);
        changes(researcher, days);
        Stage last = null;
        for (var day : days.entrySet()) {
            var lens = lens(day.getKey());
            int row = lens.deciding(researcher);
            int value = lens.value(attribute, researcher, row);
            if (last == null || row != last.row() || value != last.value()) {
                last = new Stage(day.getKey(), day.getValue(), row, value);
                stages.add(last);
            }
        }
        return stages;
    }

    /** How people look on a day, as they are followed. */
    public Lens lens(LocalDate day) {
        return lenses.computeIfAbsent(day, on -> new Lens(view, rules, on));
    }

    /** Whether any date that counts between the two days is known only to the month or year. */
    public boolean coarse(int researcher) {
        for (int row : view.states().spells(researcher)) {
            if (coarse(view.spells().start(row)) || coarse(view.spells().end(row))) {
                return true;
            }
            if (dates(row).stream().anyMatch(this::coarse)) {
                return true;
            }
        }
        return view.states().careerDates(researcher).stream().anyMatch(this::coarse);
    }

    private boolean coarse(PartialDate date) {
        return date != null
                && date.day() == 0
                && date.latest().isAfter(from)
                && !date.earliest().isAfter(to);
    }

    private Set<PartialDate> dates(int row) {
        return institutions.computeIfAbsent(view.spells().institution(row), institution -> view.institutions(from)
                .dates(institution));
    }

    /** The days on which something is written to begin or end, each with the last day that this can mean. */
    private void changes(int researcher, Map<LocalDate, LocalDate> days) {
        var spells = view.spells();
        for (int row : view.states().spells(researcher)) {
            change(spells.startDay(row), spells.startForm(row), days);
            change(spells.endDay(row), spells.endForm(row), days);
            dates(row).forEach(date -> change(date, days));
            stale(row, days);
        }
        view.states().careerDates(researcher).forEach(date -> change(date, days));
    }

    private void change(PartialDate date, Map<LocalDate, LocalDate> days) {
        change(PackedDate.day(date), PackedDate.form(date), days);
    }

    private void change(int day, int form, Map<LocalDate, LocalDate> days) {
        if (day > from.toEpochDay() && day <= to.toEpochDay()) {
            var latest = LocalDate.ofEpochDay(PackedDate.latest(day, form));
            days.merge(LocalDate.ofEpochDay(day), latest, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** Where states that are only carried forward do not count, one ends as soon as its observation is too old. */
    private void stale(int row, Map<LocalDate, LocalDate> days) {
        int observed = view.spells().observed(row);
        if (rules.carried() == Rules.Carried.UNOBSERVED && observed != SpellRows.NEVER) {
            var last = LocalDate.ofEpochDay(observed);
            var day = last.plus(rules.maxAge()).minusDays(4); // lengths of months differ
            while (day.minus(rules.maxAge()).isBefore(last)) {
                day = day.plusDays(1);
            }
            change(PackedDate.day(PartialDate.of(day)), PackedDate.form(PartialDate.of(day)), days);
        }
    }
}
