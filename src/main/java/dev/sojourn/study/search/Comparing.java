package dev.sojourn.study.search;

import dev.sojourn.event.value.Identifier;
import dev.sojourn.projection.View;
import dev.sojourn.projection.person.SpellRows;
import dev.sojourn.study.search.Likeness.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why two may be one person, as known in a view. */
final class Comparing {
    /** Catalogues that take care to give one identifier to a person; others give several all the time. */
    private static final Set<String> ONE_EACH = Set.of("orcid", "dblp", "openreview");

    private final View view;

    Comparing(View view) {
        this.view = view;
    }

    Candidates of(int one, int other) {
        var reasons = new ArrayList<Likeness>();
        var others = Traits.of(view, other);
        Traits.of(view, one).forEach((trait, text) -> {
            if (others.containsKey(trait)) {
                var kind = trait.startsWith(Traits.NAME) ? Kind.SAME_NAME : Kind.SIMILAR_IDENTIFIER;
                reasons.add(new Likeness(kind, both(text, others.get(trait))));
            }
        });
        if (reasons.stream().noneMatch(reason -> reason.kind() == Kind.SAME_NAME)) {
            shortened(one, other).ifPresent(reasons::add);
        }
        places(one, other)
                .forEach((place, together) ->
                        reasons.add(new Likeness(together ? Kind.SAME_PLACE_AND_TIME : Kind.SAME_PLACE, place)));
        clashes(one, other, reasons);
        reasons.sort(Comparator.comparingInt((Likeness reason) -> -reason.kind().weight)
                .thenComparing(Likeness::detail));
        return new Candidates(one, other, List.copyOf(reasons));
    }

    /** A name of the one that may be short for one of the other, or the other way round. */
    private Optional<Likeness> shortened(int one, int other) {
        return names(one)
                .flatMap(ours -> names(other)
                        .filter(theirs -> shortened(ours, theirs) || shortened(theirs, ours))
                        .map(theirs -> new Likeness(Kind.SHORT_NAME, both(ours, theirs))))
                .findFirst();
    }

    private static boolean shortened(String brief, String name) {
        return Folding.readings(brief).stream()
                .map(Abbreviation::of)
                .anyMatch(abbreviation ->
                        abbreviation != null && Folding.readings(name).stream().anyMatch(abbreviation::shortFor));
    }

    private Stream<String> names(int researcher) {
        return view.states().parts(researcher).stream()
                .map(view::names)
                .filter(Objects::nonNull)
                .flatMap(names -> names.byScript().values().stream());
    }

    /** The numbers of the institutions that somebody was ever at, as believed. */
    Set<Integer> institutions(int researcher) {
        var places = new TreeSet<Integer>();
        rows(researcher).forEach(row -> places.add(view.spells().institution(row)));
        return places;
    }

    /** Institutions of both, as recorded, and whether they are known to have been there at the same time. */
    private Map<String, Boolean> places(int one, int other) {
        var places = new TreeMap<String, Boolean>();
        var spells = view.spells();
        rows(one).forEach(row -> rows(other)
                .filter(with -> spells.institution(row) == spells.institution(with))
                .forEach(with -> places.merge(
                        spells.institutionId(row).value(), together(spells, row, with), Boolean::logicalOr)));
        return places;
    }

    /** Where a day is not known it is later than any: who came at an unknown time was not surely there with anybody. */
    private static boolean together(SpellRows spells, int row, int with) {
        return Math.max(spells.startDay(row), spells.startDay(with))
                < Math.min(spells.endDay(row), spells.endDay(with));
    }

    private IntStream rows(int researcher) {
        return view.states().parts(researcher).stream()
                .flatMapToInt(part -> IntStream.of(view.spells().of(part)));
    }

    private void clashes(int one, int other, List<Likeness> reasons) {
        for (String scheme : new TreeSet<>(ONE_EACH)) {
            var ours = of(scheme, one);
            var theirs = of(scheme, other);
            boolean alike = reasons.stream()
                    .anyMatch(reason -> reason.kind() == Kind.SIMILAR_IDENTIFIER
                            && reason.detail().startsWith(scheme + ":"));
            if (!ours.isEmpty() && !theirs.isEmpty() && !alike) {
                reasons.add(new Likeness(Kind.CLASHING_IDENTIFIERS, ours.get(0) + " / " + theirs.get(0)));
            }
        }
    }

    private List<String> of(String scheme, int researcher) {
        return view.states().parts(researcher).stream()
                .flatMap(part -> view.identifiers(part).stream())
                .filter(identifier -> identifier.scheme().equals(scheme))
                .map(Identifier::toString)
                .toList();
    }

    private static String both(String one, String other) {
        return one.equals(other) ? one : one + " / " + other;
    }
}
