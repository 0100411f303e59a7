package dev.sojourn.study.worklist;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.cell.Places;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.analysis.question.UnknownCohort;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.Awaiting;
import dev.sojourn.study.Figure;
import dev.sojourn.study.rule.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Makes worklists, part by part. The people of a list are found in the read model; only those of a part are read up on. */
public final class Worklists {

    /** How many people are read up on for one part. */
    private static final int READ = 1_000;

    /**
     * What is asked.
     *
     * @param asOf the day; null for that of the last event known
     * @param figure whose value should be moved; null for the list's own order
     * @param rules the name of a rule set: its {@code phd}, {@code maxAge} and {@code reviewed} say who is on the list, and
     *     all of it replaces the figure's own rules; null for the standard one, and the figure's own
     * @param limit lines at most, at least 1
     */
    public record Question(
            Worklist list, CohortId cohort, LocalDate asOf, Figure figure, String rules, Spot from, int limit) {}

    /** Whom a list is about, in order, and its lines about each. */
    private record Plan(List<Integer> people, IntFunction<List<Line>> lines) {}

    private final LedgerStore store;
    private final Awaiting awaiting;
    private final RuleBook rules;

    /** Of one ledger. */
    public Worklists(LedgerStore store, RuleBook rules) {
        this.store = store;
        this.awaiting = new Awaiting(store);
        this.rules = rules;
    }

    /**
     * A part of a list.
     *
     * @throws UnknownCohort if there is no such cohort as known in the view
     * @throws IllegalArgumentException if the figure has nothing to be moved
     */
    public Sheet of(View view, Question question) {
        var asOf = question.asOf() == null ? LocalDate.ofInstant(view.recorded(), ZoneOffset.UTC) : question.asOf();
        var counting = rules.rules(question.rules() == null ? Rules.STANDARD : question.rules());
        int[] members = members(view, question, counting, asOf);
        var plan = plan(question.list(), new Finder(store, counting.of(view), asOf), members);
        Map<Integer, Double> effects =
                question.figure() == null ? null : Effects.of(question.figure(), question.rules(), view, rules);
        return part(asOf, effects == null ? plan : byEffect(plan, effects), question.from(), question.limit());
    }

    /** Who can be on a list; of what was never confirmed, under a maxAge those alone who are only carried forward. */
    private static int[] members(View view, Question question, Rules rules, LocalDate asOf) {
        int[] all = view.members(question.cohort())
                .orElseThrow(() -> new UnknownCohort(question.cohort(), view.position()));
        if (!rules.phdOut() && rules.maxAge() == null) {
            return all;
        }
        var counted = new Rules(
                rules.place(),
                rules.phdOut(),
                rules.maxAge(),
                Rules.Carried.COUNT,
                rules.reviewedOnly(),
                rules.regions());
        var places = Places.of(
                rules.of(view),
                new Composition.Question(
                        new Population(question.cohort(), List.of(), counted), asOf, List.of(Attribute.COUNTRY)));
        boolean old = question.list() == Worklist.UNCONFIRMED && rules.maxAge() != null;
        return places.people(old ? "carried" : "total");
    }

    private Plan plan(Worklist list, Finder finder, int[] members) {
        return switch (list) {
            case UNCONFIRMED -> new Plan(longestAgo(finder, members), finder::unconfirmed);
            case NO_EVIDENCE -> new Plan(Arrays.stream(members).boxed().toList(), finder::withoutEvidence);
            case DISPUTED ->
                new Plan(
                        Arrays.stream(members)
                                .filter(finder::maybeDisputed)
                                .boxed()
                                .toList(),
                        finder::disputed);
            case AWAITING_APPROVAL -> awaiting(finder, members);
        };
    }

    private static List<Integer> longestAgo(Finder finder, int[] members) {
        record Seen(int person, int observed) {}
        var spells = finder.view().spells();
        return Arrays.stream(members)
                .filter(person -> finder.deciding(person) >= 0)
                .mapToObj(person -> new Seen(person, spells.observed(finder.deciding(person))))
                .sorted(Comparator.comparingInt(Seen::observed).thenComparingInt(Seen::person))
                .map(Seen::person)
                .toList();
    }

    private Plan awaiting(Finder finder, int[] members) {
        var view = finder.view();
        var among = Arrays.stream(members).boxed().collect(Collectors.toSet());
        var byPerson = new LinkedHashMap<Integer, List<Awaiting.Request>>();
        for (var request : awaiting.at(view.position())) {
            int person = person(view, (ResearcherId) request.subject());
            if (among.contains(person)) {
                byPerson.computeIfAbsent(person, none -> new ArrayList<>()).add(request);
            }
        }
        return new Plan(List.copyOf(byPerson.keySet()), person -> byPerson.get(person).stream()
                .map(request -> finder.awaiting(
                        person, request.positions().stream().map(store::at).toList(), store.at(request.asked())))
                .toList());
    }

    private static int person(View view, ResearcherId id) {
        int number = view.find(id);
        return number < 0 ? number : view.survivor(number);
    }

    private static Plan byEffect(Plan plan, Map<Integer, Double> effects) {
        Set<Integer> moving = effects.keySet();
        var people = plan.people.stream()
                .filter(moving::contains)
                .sorted(Comparator.comparingDouble((Integer person) -> -effects.get(person)))
                .toList();
        return new Plan(people, person -> plan.lines.apply(person).stream()
                .map(line -> with(line, Effects.shown(effects.get(person))))
                .toList());
    }

    private static Line with(Line line, BigDecimal effect) {
        return new Line(
                line.researcher(),
                line.names(),
                line.spell(),
                line.institution(),
                line.why(),
                line.since(),
                line.days(),
                line.position(),
                effect);
    }

    private static Sheet part(LocalDate asOf, Plan plan, Spot from, int limit) {
        var lines = new ArrayList<Line>();
        int place = from.place();
        int skip = from.skip();
        int end = Math.min(plan.people.size(), place + READ);
        while (place < end && lines.size() < limit) {
            var about = plan.lines.apply(plan.people.get(place));
            var rest = about.subList(Math.min(skip, about.size()), about.size());
            int room = Math.min(limit - lines.size(), rest.size());
            lines.addAll(rest.subList(0, room));
            boolean done = room == rest.size();
            skip = done ? 0 : skip + room;
            place += done ? 1 : 0;
        }
        return new Sheet(asOf, lines, place < plan.people.size() ? new Spot(place, skip) : null);
    }
}
