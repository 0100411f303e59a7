package dev.sojourn.exchange.check;

import dev.sojourn.exchange.check.Entry.Assertion;
import dev.sojourn.exchange.check.Entry.Institution;
import dev.sojourn.exchange.check.Entry.Person;
import dev.sojourn.exchange.intake.Flaw;
import dev.sojourn.exchange.intake.ImportPackage;
import dev.sojourn.exchange.intake.Layout;
import dev.sojourn.exchange.intake.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks a whole package, and says what its good rows say. */
public final class PackageCheck {

    private final ImportPackage source;
    private final Fingerprints fingerprints;
    private final Known known;
    private final boolean keepRecordedTime;
    private final Problems problems;
    /** The package's ids of people who were erased. */
    private final Set<String> erased = new HashSet<>();

    /**
     * Prepares a check.
     *
     * @param keepRecordedTime whether rows' own recorded times must be fit to be kept
     * @param problems takes what is wrong
     */
    public PackageCheck(
            ImportPackage source, Fingerprints fingerprints, Known known, boolean keepRecordedTime, Problems problems) {
        this.source = source;
        this.fingerprints = fingerprints;
        this.known = known;
        this.keepRecordedTime = keepRecordedTime;
        this.problems = problems;
    }

    /** Checks everything that can be checked without asking the ledger's rules. */
    public Contents contents() {
        Map<String, Institution> institutions =
                new InstitutionRows(source.mapping(), known, problems).check(source.rows(Layout.INSTITUTIONS));
        Map<String, Person> people = people();
        var references = new References(people.keySet(), erased, institutions.keySet(), known, problems)
                .refused(source.rows(Layout.PEOPLE), source.rows(Layout.INSTITUTIONS));
        boolean derivedSpells = source.table(Layout.ASSERTIONS).isEmpty();
        var assertions = assertions(references, derivedSpells);
        return new Contents(
                institutions,
                people,
                new EducationRows(references, problems).check(source.rows(Layout.EDUCATION)),
                assertions,
                new CohortRows(references, problems).check(source.rows(Layout.COHORTS)),
                derivedSpells);
    }

    private Map<String, Person> people() {
        var rows = new PeopleRows(known, problems);
        var people = rows.check(source.rows(Layout.PEOPLE));
        people.values().stream().filter(rows::erased).map(Person::id).forEach(erased::add);
        people.replaceAll((id, person) -> problems.refused(person.row()) ? person : againstLedger(rows, person));
        people.values().removeIf(person -> problems.refused(person.row()));
        return people;
    }

    private Person againstLedger(PeopleRows rows, Person person) {
        if (known.applied().test(fingerprints.of(person.row()))) {
            return person; // what became of it since is the curators' business
        }
        var researcher = known.researcher().apply(person.own());
        var names = researcher.map(known.names()).orElse(null);
        if (names != null
                && !names.byScript()
                        .values()
                        .containsAll(person.names().byScript().values())) {
            problems.row(
                    person.row(),
                    "person_id",
                    Flaw.PERSON_ID_TAKEN,
                    "researcher " + researcher.get() + " of the ledger has this id, under another name",
                    "give the person another id; if it is the same one, change the name in the ledger first");
        }
        return rows.withoutTaken(person, researcher);
    }

    private List<Assertion> assertions(References references, boolean derivedSpells) {
        var rows = new AssertionRows(references, source.mapping(), known, problems);
        var affiliations = source.rows(Layout.AFFILIATIONS);
        var found = derivedSpells
                ? rows.affiliations(affiliations, fingerprints, keepRecordedTime)
                : rows.assertions(source.rows(Layout.ASSERTIONS));
        if (keepRecordedTime) {
            new RecordedTimes(known, problems).check(found);
        }
        new Histories(problems).check(found);
        if (!derivedSpells && source.table(Layout.AFFILIATIONS).isPresent()) {
            LastState.compare(found, affiliations, problems);
        }
        return found;
    }
}
