package dev.sojourn.analysis;

import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Selection;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.person.Precedence;
import dev.sojourn.projection.person.SpellRows;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The state of each person asked about on a day.
 *
 * @param asked the question again
 * @param asOf the day
 * @param total the people asked about
 * @param whereUnknown those left out only because an attribute of a condition is not known
 * @param staleness how fresh what is known of all of them is; carried are those whose spell nothing showed to be true
 *     within {@code maxAge}, or 24 months, before the day
 * @param members one page of them, in the order in which they entered the ledger
 */
public record Roster(
        Asked asked, LocalDate asOf, int total, int whereUnknown, Staleness staleness, List<Member> members) {

    /**
     * The question.
     *
     * @param after the researcher after whom the page begins, or null for the first page
     * @param limit the most people on a page, at least 1
     */
    public record Question(Population population, LocalDate asOf, ResearcherId after, int limit) {}

    /**
     * One person.
     *
     * @param researcher who
     * @param names by script; null where nobody may be named
     * @param erased whether names and all else that is personal were erased, at whatever position
     * @param state {@code observed}, {@code unobserved} or {@code inactive}
     * @param attributes what is known on the day, by attribute; those not known are absent
     * @param spell the spell that decides, or null
     * @param decidedBy by which rule it comes before the others that cover the day, or null
     * @param institution its institution as recorded, or null
     * @param since its first day as written, or null
     * @param confirmedOn the latest day at which anything showed it true, or null
     * @param carried whether the spell is only carried forward
     * @param searchedOn the latest day on which somebody looked and found nothing, or null
     * @param searched whether that counts: the state is carried or unobserved, and nothing was seen of the person since
     * @param spells how many of the person's spells the ledger believes in
     */
    public record Member(
            ResearcherId researcher,
            Names names,
            boolean erased,
            String state,
            Map<Attribute, String> attributes,
            SpellId spell,
            Precedence decidedBy,
            InstitutionId institution,
            PartialDate since,
            LocalDate confirmedOn,
            boolean carried,
            LocalDate searchedOn,
            boolean searched,
            int spells) {}

    /**
     * Answers.
     *
     * @throws IllegalArgumentException if the cohort, a value of a condition or {@code after} does not exist
     */
    public static Roster of(View believed, Question question) {
        var view = question.population().rules().of(believed);
        var people = Selection.of(view, question.population(), question.asOf());
        int after = question.after() == null ? -1 : view.find(question.after());
        if (question.after() != null && after < 0) {
            throw new IllegalArgumentException("there is no researcher \"" + question.after() + "\" to go on after");
        }
        var lens = new Lens(view, question.population().rules(), question.asOf());
        var values = new Values(view, question.population().rules().regions());
        int since = Composition.carriedUpTo(question.population().rules(), question.asOf());
        return new Roster(
                Asked.of(view, question.population(), question.asOf()),
                question.asOf(),
                people.size(),
                people.unknown(),
                staleness(people, lens, since),
                people.people()
                        .filter(researcher -> researcher > after)
                        .limit(question.limit())
                        .mapToObj(researcher -> member(view, lens, values, since, researcher))
                        .toList());
    }

    /** The same answer with the first of its members, at most so many. */
    public Roster first(int most) {
        return new Roster(
                asked, asOf, total, whereUnknown, staleness, members.subList(0, Math.min(most, members.size())));
    }

    private static Staleness staleness(Selection people, Lens lens, int since) {
        int[] rows = new int[Block.SIZE];
        int[] scratch = new int[Block.SIZE];
        return Staleness.sum(IntStream.range(0, people.blocks())
                .mapToObj(people::in)
                .map(chosen -> {
                    lens.rows(chosen, rows);
                    return Staleness.of(lens, chosen, rows, since, scratch);
                })
                .toList());
    }

    private static Member member(View view, Lens lens, Values values, int since, int researcher) {
        int row = lens.deciding(researcher);
        var attributes = new EnumMap<Attribute, String>(Attribute.class);
        for (var attribute : Attribute.values()) {
            if (attribute == Attribute.GROUP) {
                continue;
            }
            boolean always = attribute == Attribute.ORIGIN || attribute == Attribute.ORIGIN_REGION;
            int value = always ? lens.origin(attribute, researcher) : lens.value(attribute, researcher, row);
            if (value >= 0) {
                attributes.put(attribute, values.text(attribute, value));
            }
        }
        var spells = view.spells();
        boolean observed = row >= 0;
        var fresh = Staleness.of(lens, researcher, row, since);
        return new Member(
                view.researcher(researcher),
                view.names(researcher),
                view.erased(researcher),
                observed ? "observed" : Values.state(row),
                attributes,
                observed ? spells.spell(row) : null,
                observed ? lens.decidedBy(researcher, row) : null,
                observed ? spells.institutionId(row) : null,
                observed ? spells.start(row) : null,
                observed && spells.observed(row) != SpellRows.NEVER ? LocalDate.ofEpochDay(spells.observed(row)) : null,
                fresh.carried() > 0,
                view.lastSearched(researcher),
                fresh.searched() > 0,
                view.states().spells(researcher).length);
    }
}
