package dev.sojourn.command;

import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.institution.InstitutionState;
import dev.sojourn.projection.person.SpellRows;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that is believed of some subjects, in one form for the read model and for the {@link SimpleModel}. */
final class Pictures {

    private static final List<LocalDate> DAYS = IntStream.range(1999, 2022)
            .mapToObj(year -> LocalDate.of(year, 12, 31))
            .toList();

    private Pictures() {}

    static Map<String, Object> of(View view, List<Id> subjects) {
        var all = new TreeMap<String, Object>();
        for (var id : subjects) {
            if (id instanceof ResearcherId one) {
                all.put(id.key(), view.find(one) == View.NONE ? "nobody" : person(view, view.find(one)));
            } else if (id instanceof InstitutionId one) {
                all.put(id.key(), view.find(one) == View.NONE ? "nowhere" : place(view, view.find(one)));
            } else if (id instanceof CohortId one) {
                boolean defined =
                        view.cohorts().stream().map(CohortDefined::cohort).anyMatch(one::equals);
                all.put(id.key(), defined ? List.of(members(view, one), view.frozen(one)) : "nothing");
            } else if (id instanceof ReleaseName one) {
                boolean published =
                        view.releases().stream().map(ReleasePublished::release).anyMatch(one::equals);
                all.put(id.key(), published ? view.withdrawn(one) : "nothing");
            }
        }
        return all;
    }

    static Map<String, Object> of(SimpleModel model, List<Id> subjects) {
        var all = new TreeMap<String, Object>();
        for (var id : subjects) {
            if (id instanceof ResearcherId one) {
                all.put(id.key(), model.people.containsKey(one) ? person(model, one) : "nobody");
            } else if (id instanceof InstitutionId one) {
                all.put(id.key(), model.places.containsKey(one) ? place(model, one) : "nowhere");
            } else if (id instanceof CohortId one) {
                all.put(
                        id.key(),
                        model.cohorts.containsKey(one)
                                ? List.of(members(model, one), model.frozen.contains(one))
                                : "nothing");
            } else {
                var withdrawn = model.releasesWithdrawn.get(id);
                all.put(id.key(), withdrawn == null ? "nothing" : withdrawn);
            }
        }
        return all;
    }

    private static List<Object> person(View view, int number) {
        var rows = view.spells();
        return Arrays.asList(
                view.names(number),
                Set.copyOf(view.identifiers(number)),
                view.researcher(view.survivor(number)).value(),
                view.lastSearched(number),
                Arrays.stream(view.states().spells(number))
                        .mapToObj(row -> Arrays.asList(
                                rows.spell(row),
                                rows.institutionId(row),
                                rows.role(row),
                                rows.kind(row),
                                rows.start(row),
                                rows.end(row),
                                rows.observed(row),
                                Arrays.stream(Flag.values())
                                        .filter(flag -> rows.has(row, flag))
                                        .toList()))
                        .collect(Collectors.toSet()),
                view.degrees(number).stream()
                        .map(degree -> Arrays.asList(
                                degree.education(),
                                degree.level(),
                                degree.institution() == View.NONE ? null : view.institution(degree.institution()),
                                degree.country(),
                                degree.end()))
                        .collect(Collectors.toSet()),
                DAYS.stream()
                        .map(day -> view.states().endedBy(number, (int) day.toEpochDay()))
                        .toList());
    }

    private static List<Object> person(SimpleModel model, ResearcherId id) {
        var one = model.people.get(id);
        return Arrays.asList(
                one.names,
                one.identifiers,
                (one.into == null ? id : one.into).value(),
                model.parts(id)
                        .map(part -> part.searched)
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo)
                        .orElse(null),
                model.parts(id)
                        .flatMap(part -> part.stays.entrySet().stream())
                        .map(stay -> {
                            var claim = stay.getValue().claim();
                            var seen = stay.getValue().seen();
                            return Arrays.asList(
                                    stay.getKey(),
                                    claim.institution(),
                                    claim.role(),
                                    claim.kind(),
                                    claim.start(),
                                    claim.end(),
                                    seen == null ? SpellRows.NEVER : (int) seen.toEpochDay(),
                                    List.copyOf(claim.flags()));
                        })
                        .collect(Collectors.toSet()),
                model.parts(id)
                        .flatMap(part -> part.degrees.entrySet().stream())
                        .map(degree -> Arrays.asList(
                                degree.getKey(),
                                degree.getValue().level(),
                                degree.getValue().institution(),
                                Country.number(degree.getValue().country()),
                                degree.getValue().end()))
                        .collect(Collectors.toSet()),
                DAYS.stream().map(day -> ended(model, id, day)).toList());
    }

    /** Of the turns that have come by a day the one with the latest date, of several of one date the one told last. */
    private static Object ended(SimpleModel model, ResearcherId id, LocalDate day) {
        SimpleModel.Turn last = null;
        for (var turn : model.turns(id)) {
            var on = turn.on().earliest();
            if (!on.isAfter(day) && (last == null || !on.isBefore(last.on().earliest()))) {
                last = turn;
            }
        }
        return last == null ? null : last.cause();
    }

    private static List<Object> place(View view, int number) {
        return Stream.concat(Stream.of(view.profile(number)), DAYS.stream().map(day -> {
                    var state = view.institutions(day).state(number);
                    return named(view, state);
                }))
                .collect(Collectors.toList());
    }

    private static List<Object> named(View view, InstitutionState state) {
        return Arrays.asList(
                view.institution(state.institution()),
                state.country(),
                view.institution(state.parent()),
                state.groups());
    }

    private static List<Object> place(SimpleModel model, InstitutionId id) {
        return Stream.concat(
                        Stream.of(model.places.get(id).profile), DAYS.stream().map(day -> onDay(model, id, day)))
                .collect(Collectors.toList());
    }

    private static List<Object> onDay(SimpleModel model, InstitutionId id, LocalDate day) {
        var here = survivor(model, id, day);
        var groups = new HashSet<Object>();
        var seen = new HashSet<InstitutionId>(); // one merged into what is below it comes up again
        var top = here;
        while (seen.add(top)) {
            model.places.get(top).groups.forEach((group, membership) -> {
                var change = membership.floorEntry(day);
                if (change != null && change.getValue()) {
                    groups.add(group);
                }
            });
            var above = model.places.get(top).parent(day);
            top = above == null ? top : survivor(model, above, day);
        }
        CountryCode country = model.places.get(here).country(day);
        return Arrays.asList(here, Country.number(country), top, groups);
    }

    private static InstitutionId survivor(SimpleModel model, InstitutionId id, LocalDate day) {
        var merged = model.places.get(id).merged;
        return merged == null || merged.from().earliest().isAfter(day) ? id : survivor(model, merged.into(), day);
    }

    private static Set<String> members(View view, CohortId cohort) {
        return Arrays.stream(view.members(cohort).orElseThrow())
                .mapToObj(number -> view.researcher(number).value())
                .collect(Collectors.toSet());
    }

    private static Set<String> members(SimpleModel model, CohortId cohort) {
        return model.cohorts.get(cohort).stream()
                .map(id -> model.people.get(id).into == null ? id : model.people.get(id).into)
                .map(ResearcherId::value)
                .collect(Collectors.toSet());
    }
}
