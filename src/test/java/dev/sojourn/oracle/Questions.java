package dev.sojourn.oracle;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.move.Moves;
import dev.sojourn.analysis.path.Paths;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.analysis.question.Rules.Carried;
import dev.sojourn.analysis.question.Rules.Place;
import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Random questions, from a seed: all attributes, all forms of conditions, all rules. */
final class Questions {

    /** {@code GB} is in no region, and so in {@code other}. */
    static final Map<String, List<CountryCode>> REGIONS = Map.of(
            "greater-china", List.of(new CountryCode("CN"), new CountryCode("HK")),
            "europe", List.of(new CountryCode("FR"), new CountryCode("DE")),
            "america", List.of(new CountryCode("US")));

    private static final RegionMap MAP = new RegionMap("test-1", REGIONS);

    private static final List<Attribute> SINGLE = Arrays.stream(Attribute.values())
            .filter(attribute -> attribute != Attribute.GROUP)
            .toList();

    private final Dice dice;

    Questions(long seed) {
        dice = new Dice(seed);
    }

    Composition.Question composition() {
        var by = new ArrayList<>(List.of(dice.one(SINGLE)));
        if (dice.perCent(40)) {
            by.add(dice.one(SINGLE));
        }
        return new Composition.Question(
                population(), dice.day(), by.stream().distinct().toList());
    }

    Retention.Question retention() {
        var days = days();
        var held = filter(dice.one(SINGLE), null);
        return new Retention.Question(population(), held, days.get(0), days.get(1));
    }

    Flows.Question flows() {
        var days = days();
        return new Flows.Question(population(), days.get(0), days.get(1), dice.one(SINGLE));
    }

    Roster.Question roster() {
        return new Roster.Question(population(), dice.day(), null, 1 + dice.below(8));
    }

    Survival.Question survival() {
        var days = days();
        return new Survival.Question(
                population(), filter(dice.one(SINGLE), null), days.get(0), dice.perCent(80) ? days.get(1) : null);
    }

    Moves.Question moves() {
        var days = days();
        var by = dice.one(SINGLE.stream()
                .filter(attribute -> attribute != Attribute.ORIGIN && attribute != Attribute.ORIGIN_REGION)
                .toList());
        return new Moves.Question(population(), days.get(0), days.get(1), by);
    }

    Paths.Question paths() {
        var by = new ArrayList<>(List.of(dice.one(SINGLE)));
        if (dice.perCent(40)) {
            by.add(dice.one(SINGLE));
        }
        var days = new TreeSet<>(days());
        days.add(dice.yearEnd());
        days.add(LocalDate.of(2030, 12, 31));
        return new Paths.Question(
                population(), List.copyOf(days), by.stream().distinct().toList());
    }

    private List<LocalDate> days() {
        var one = dice.day();
        var other = dice.day();
        return one.isAfter(other) ? List.of(other, one) : List.of(one, other);
    }

    private Population population() {
        var where = new ArrayList<Filter>();
        for (int conditions = dice.below(5) - 2; conditions > 0; conditions--) {
            where.add(filter(dice.one(List.of(Attribute.values())), dice.perCent(30) ? dice.yearEnd() : null));
        }
        var cohort = new CohortId(dice.one(List.of("everyone", "everyone", "first", "second")));
        return new Population(cohort, where, rules());
    }

    private Rules rules() {
        var maxAge = dice.perCent(30) ? Period.ofMonths(dice.one(List.of(6, 12, 24))) : null;
        return new Rules(
                dice.perCent(25) ? Place.SITE : Place.COUNTRY,
                dice.perCent(25),
                maxAge,
                maxAge != null && dice.perCent(60) ? Carried.UNOBSERVED : Carried.COUNT,
                dice.perCent(15),
                MAP);
    }

    private Filter filter(Attribute attribute, LocalDate day) {
        var values = new ArrayList<>(List.of(value(attribute)));
        if (dice.perCent(30)) {
            values.add(value(attribute));
        }
        return new Filter(attribute, values.stream().distinct().toList(), dice.perCent(25), day);
    }

    private String value(Attribute attribute) {
        return switch (attribute) {
            case INSTITUTION, PARENT -> dice.one(List.of("zju", "MIT", "ox"));
            case COUNTRY, SITE, ORIGIN -> dice.one(Dice.COUNTRIES);
            case REGION, ORIGIN_REGION -> dice.one(List.of("greater-china", "europe", "america", "other"));
            case SECTOR -> dice.one(List.of("UNIVERSITY", "COMPANY"));
            case ROLE -> dice.one(List.of("PHD_STUDENT", "FACULTY", "RESEARCHER", "NOT_STATED"));
            case GROUP -> dice.one(Dice.GROUPS);
            case FOUNDER, LEADERSHIP -> dice.one(List.of("true", "false"));
        };
    }
}
