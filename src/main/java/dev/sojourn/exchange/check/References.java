package dev.sojourn.exchange.check;

import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.exchange.intake.Flaw;
import dev.sojourn.exchange.intake.Problems;
import dev.sojourn.exchange.intake.Row;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that a row names persons and institutions that are in the package, or in the ledger already. */
final class References {

    private final Set<String> people;
    private final Set<String> institutions;
    private final Set<String> refusedPeople = new HashSet<>();
    private final Set<String> erasedPeople;
    private final Set<String> refusedInstitutions = new HashSet<>();
    private final Similar similarPeople;
    private final Similar similarInstitutions;
    private final Known known;
    private final Problems problems;
    private final Cells cells;

    References(
            Collection<String> people,
            Collection<String> erasedPeople,
            Collection<String> institutions,
            Known known,
            Problems problems) {
        this.erasedPeople = Set.copyOf(erasedPeople);
        this.people = Set.copyOf(people);
        this.institutions = Set.copyOf(institutions);
        this.similarPeople = new Similar(people);
        this.similarInstitutions = new Similar(institutions);
        this.known = known;
        this.problems = problems;
        this.cells = new Cells(problems);
    }

    /** Remembers which ids are unknown only because their own rows were refused. */
    References refused(List<Row> peopleRows, List<Row> institutionRows) {
        peopleRows.stream()
                .filter(problems::refused)
                .map(row -> row.get("person_id"))
                .forEach(refusedPeople::add);
        institutionRows.stream()
                .filter(problems::refused)
                .map(row -> row.get("institution_id"))
                .forEach(refusedInstitutions::add);
        return this;
    }

    /** The package's id of the person a row is about, or null. */
    String person(Row row) {
        String id = cells.required(row, "person_id");
        if (id == null || people.contains(id)) {
            return id;
        }
        if ((id.length() <= 200 && known.erased().test(new Identifier(Entry.SCHEME, id)))
                || erasedPeople.contains(id)) {
            problems.skipped(row, Flaw.PERSON_ERASED, "the person was erased on request", PeopleRows.LEFT_OUT);
            return null;
        }
        if (!refusedPeople.contains(id)
                && id.length() <= 200
                && known.researcher().apply(new Identifier(Entry.SCHEME, id)).isPresent()) {
            return id;
        }
        if (refusedPeople.contains(id)) {
            problems.row(
                    row, "person_id", Flaw.UNKNOWN_PERSON, "the row of this person was refused", "correct that row");
        } else {
            problems.row(
                    row,
                    "person_id",
                    Flaw.UNKNOWN_PERSON,
                    "people.csv does not have this person",
                    similarPeople.advice(id, "people.csv"));
        }
        return null;
    }

    /** The institution a row names, or null. */
    InstitutionId institution(Row row) {
        var id = cells.required(row, "institution_id", InstitutionId::new);
        if (id == null || institutions.contains(id.value())) {
            return id;
        }
        if (refusedInstitutions.contains(id.value())) {
            problems.row(
                    row,
                    "institution_id",
                    Flaw.UNKNOWN_INSTITUTION,
                    "the row of this institution was refused",
                    "correct that row");
            return null;
        }
        if (known.institution().test(id)) {
            return id;
        }
        problems.row(
                row,
                "institution_id",
                Flaw.UNKNOWN_INSTITUTION,
                "institutions.csv does not have this institution",
                similarInstitutions.advice(id.value(), "institutions.csv"));
        return null;
    }
}
