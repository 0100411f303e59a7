package dev.sojourn.analysis.cell;

import dev.sojourn.analysis.count.Condition;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.survival.Lifetime;
import dev.sojourn.analysis.survival.Lifetime.End;
import dev.sojourn.analysis.survival.Lifetimes;
import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.analysis.survival.Survival.Unit;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A survival, person by person. A number of one time has the time after a colon, in the unit of the answer. The cells are
 * what ended a stay and in which year of it, whatever the unit: it depends on what is known of all, and cells must not.
 */
final class SurvivalPlaces extends Places {

    private static final String AT_RISK = "atRisk:";

    private final LocalDate from;
    private final Condition held;
    private final Lifetimes lifetimes;
    private final Lens last;
    private final int since;
    private final Map<Integer, Lifetime> byPerson = new HashMap<>();

    SurvivalPlaces(View view, Survival.Question question) {
        super(view, question.population(), question.from());
        var population = question.population();
        this.from = question.from();
        this.held = Condition.of(view, population.rules(), question.held(), from);
        this.lifetimes = Lifetimes.of(view, question);
        this.last = new Lens(view, population.rules(), lifetimes.to());
        this.since = Staleness.carriedUpTo(population.rules(), from, lifetimes.to());
        lifetimes.list().forEach(life -> byPerson.put(life.researcher(), life));
    }

    @Override
    public List<Lens> days(int researcher) {
        var life = byPerson.get(researcher);
        return life == null
                ? days()
                : life.stages().stream()
                        .map(stage -> lifetimes.courses().lens(stage.since()))
                        .toList();
    }

    @Override
    public List<String> numbers() {
        return List.of(
                "base",
                "exits",
                "ended",
                "censored",
                "interval",
                AT_RISK,
                "exits:",
                "ended:",
                "censored:",
                "partly:",
                "year:",
                "end:",
                "baseUncertain",
                "whereUnknown",
                Place.OUTSIDE);
    }

    @Override
    protected Set<String> beside(int researcher) {
        var numbers = super.beside(researcher);
        if (judge.uncertain(researcher, held)) {
            numbers.add("baseUncertain");
        }
        return numbers;
    }

    @Override
    protected Place inside(int researcher, Set<String> numbers) {
        var life = byPerson.get(researcher);
        return life == null ? Place.outside(numbers) : inBase(life, numbers);
    }

    private Place inBase(Lifetime life, Set<String> numbers) {
        String end =
                switch (life.end()) {
                    case GONE -> "exits";
                    case ENDED -> "ended";
                    case CENSORED -> "censored";
                };
        numbers.addAll(List.of("base", end, end + ":" + time(life)));
        Doubt.staleness(numbers, last, life.researcher(), last.deciding(life.researcher()), since, "end:");
        if (life.gap() && life.end() != End.CENSORED) {
            numbers.add("interval");
        }
        if (life.end() == End.CENSORED && lifetimes.unit().between(from, life.by(), false) != time(life)) {
            numbers.add("partly:" + time(life));
        }
        String cell = "year:" + Unit.YEARS.between(from, life.by(), true) + ":"
                + (life.end() == End.ENDED ? life.cause().name() : end);
        numbers.add(cell);
        return new Place(cell, numbers);
    }

    private int time(Lifetime life) {
        return lifetimes.unit().between(from, life.by(), true);
    }

    /** Those at risk at each time are so many that nobody's numbers list them. */
    @Override
    protected boolean counts(int researcher, String number) {
        if (!number.startsWith(AT_RISK)) {
            return super.counts(researcher, number);
        }
        var life = byPerson.get(researcher);
        String time = number.substring(AT_RISK.length());
        return life != null && time.matches("\\d{1,6}") && Integer.parseInt(time) <= time(life);
    }
}
