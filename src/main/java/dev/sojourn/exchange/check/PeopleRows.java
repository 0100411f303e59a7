package dev.sojourn.exchange.check;

import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.check.Entry.Person;
import dev.sojourn.exchange.intake.Flaw;
import dev.sojourn.exchange.intake.Problems;
import dev.sojourn.exchange.intake.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Checks {@code people.csv}. */
final class PeopleRows {

    static final String LEFT_OUT = "nothing to do: it is left out; take it out of the package as well";

    private final Known known;
    private final Problems problems;
    private final Cells cells;
    private final Map<Identifier, Row> owners = new HashMap<>();

    PeopleRows(Known known, Problems problems) {
        this.known = known;
        this.problems = problems;
        this.cells = new Cells(problems);
    }

    /** The good ones by id, in the order of the file. */
    Map<String, Person> check(List<Row> rows) {
        var found = new LinkedHashMap<String, Person>();
        for (Row row : rows) {
            var own =
                    cells.required(row, "person_id", id -> new Identifier(Entry.SCHEME, new ResearcherId(id).value()));
            var name = cells.required(row, "name", Names::of);
            if (own == null || name == null || problems.refused(row)) {
                continue;
            }
            var earlier = found.get(own.value());
            if (earlier != null) {
                problems.row(
                        row,
                        "person_id",
                        Flaw.DUPLICATE_ID,
                        "line " + earlier.row().line() + " has the same id",
                        "delete one of the two rows, or give one of two namesakes another id");
                continue;
            }
            owners.putIfAbsent(own, row);
            var notes = new TreeMap<>(row.extras());
            found.put(own.value(), new Person(row, own.value(), names(row, name, notes), identifiers(row, own), notes));
        }
        return found;
    }

    private Names names(Row row, Names name, Map<String, String> notes) {
        String other = row.text("name_native");
        if (other.isEmpty()) {
            return name;
        }
        var names = new LinkedHashMap<>(name.byScript());
        if (names.putIfAbsent(Names.scriptOf(other), other) != null && !other.equals(name.first())) {
            notes.put("name_native", other); // a second name in one script has no place of its own
        }
        try {
            return new Names(names);
        } catch (IllegalArgumentException bad) {
            problems.field(row, "name_native", other, Flaw.BAD_VALUE, bad.getMessage(), "");
            return name;
        }
    }

    private List<Identifier> identifiers(Row row, Identifier own) {
        var identifiers = new ArrayList<Identifier>();
        String orcid = row.text("orcid");
        if (!orcid.isEmpty()) {
            String bare =
                    orcid.replaceFirst("(?i)^(https?://)?orcid\\.org/", "").replaceFirst("x$", "X");
            identifiers.add(identifier(row, "orcid", orcid, "orcid:" + bare));
        }
        for (String part : row.get("external_ids").split(";", -1)) {
            if (!part.isBlank()) {
                identifiers.add(identifier(row, "external_ids", part.strip(), part.strip()));
            }
        }
        return identifiers.stream()
                .filter(Objects::nonNull)
                .filter(identifier -> !identifier.equals(own))
                .distinct()
                .toList();
    }

    private Identifier identifier(Row row, String column, String written, String text) {
        Identifier identifier = null;
        String flaw;
        try {
            identifier = Identifier.parse(text);
            flaw = identifier.flaw().orElse(null);
        } catch (IllegalArgumentException bad) {
            flaw = bad.getMessage();
        }
        if (flaw != null) {
            problems.field(row, column, written, Flaw.BAD_IDENTIFIER, flaw, advice(written));
            return null;
        }
        Row owner = owners.putIfAbsent(identifier, row);
        if (owner != null && owner != row) {
            problems.field(
                    row,
                    column,
                    written,
                    Flaw.IDENTIFIER_CLASH,
                    "line " + owner.line() + " has the same identifier",
                    "find out whose it is; if both rows are one person, make them one");
            return null;
        }
        return identifier;
    }

    /** Whether somebody was erased on request; then the row is left out, and said to be. */
    boolean erased(Person person) {
        boolean erased = known.erased().test(person.own())
                || person.identifiers().stream().anyMatch(known.erased());
        if (erased) {
            problems.skipped(person.row(), Flaw.PERSON_ERASED, "the person was erased on request", LEFT_OUT);
        } else if (known.namesOfErased().test(person.names())) {
            problems.warning(
                    person.row(),
                    "",
                    Flaw.NAME_OF_ERASED_PERSON,
                    "a person who was erased on request had this name",
                    "if it is the same person, erase the one that this import brings, or leave the row out");
        }
        return erased;
    }

    /** Reports identifiers that somebody else in the ledger has, and gives the person without them. */
    Person withoutTaken(Person person, Optional<ResearcherId> researcher) {
        var free = new ArrayList<Identifier>();
        for (var identifier : person.identifiers()) {
            var owner = known.researcher().apply(identifier);
            if (owner.isEmpty() || owner.equals(researcher)) {
                free.add(identifier);
            } else {
                problems.field(
                        person.row(),
                        identifier.scheme().equals("orcid")
                                        && !person.row().text("orcid").isEmpty()
                                ? "orcid"
                                : "external_ids",
                        identifier.toString(),
                        Flaw.IDENTIFIER_CLASH,
                        "researcher " + owner.get() + " of the ledger has the same identifier",
                        "find out whose it is; if both are one person, merge them after the import");
            }
        }
        return new Person(person.row(), person.id(), person.names(), free, person.notes());
    }

    private static String advice(String written) {
        String digits = written.replaceAll("[^0-9Xx]", "").toUpperCase(java.util.Locale.ROOT);
        if (digits.length() == 16 && !written.contains("-")) {
            String grouped = digits.replaceAll("(.{4})(?=.)", "$1-");
            try {
                new Identifier("orcid", grouped);
                return "write " + grouped;
            } catch (IllegalArgumentException wrong) {
                return "look it up on orcid.org, or leave the cell empty";
            }
        }
        return written.contains(":") ? "look it up, or leave it out" : "look it up, or leave the cell empty";
    }
}
