package dev.sojourn.exchange.check;

import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.Ror;
import dev.sojourn.event.value.Sector;
import dev.sojourn.exchange.check.Entry.Institution;
import dev.sojourn.exchange.intake.Flaw;
import dev.sojourn.exchange.intake.Mapping;
import dev.sojourn.exchange.intake.Problems;
import dev.sojourn.exchange.intake.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks {@code institutions.csv}. */
final class InstitutionRows {

    private final Mapping mapping;
    private final Known known;
    private final Problems problems;
    private final Cells cells;

    InstitutionRows(Mapping mapping, Known known, Problems problems) {
        this.mapping = mapping;
        this.known = known;
        this.problems = problems;
        this.cells = new Cells(problems);
    }

    /** The good ones by id, parents before their children. */
    Map<String, Institution> check(List<Row> rows) {
        var found = new LinkedHashMap<String, Institution>();
        for (Row row : rows) {
            var id = cells.required(row, "institution_id", InstitutionId::new);
            var names = cells.required(row, "name", Names::of);
            if (id == null || names == null || problems.refused(row)) {
                continue;
            }
            var earlier = found.get(id.value());
            if (earlier != null) {
                problems.row(
                        row,
                        "institution_id",
                        Flaw.DUPLICATE_ID,
                        "line " + earlier.row().line() + " has the same id",
                        "delete one of the two rows");
                continue;
            }
            found.put(id.value(), institution(row, id, names));
        }
        refuseUnknownParents(found);
        refuseCycles(found);
        return parentsFirst(found);
    }

    private Institution institution(Row row, InstitutionId id, Names names) {
        var notes = new TreeMap<>(row.extras());
        String word = row.text("sector");
        Sector sector = word.isEmpty() ? Sector.NOT_STATED : mapping.sector(word);
        if (sector == null) {
            sector = Sector.NOT_STATED;
            notes.put("sector", word);
        }
        String parent = row.get("parent_id");
        var profile = new Profile(
                names,
                sector,
                cells.country(row, "country"),
                parent.isBlank() ? null : cells.required(row, "parent_id", InstitutionId::new),
                ror(row));
        return new Institution(row, id, profile, notes);
    }

    private List<Identifier> ror(Row row) {
        String text = row.text("ror");
        if (text.isEmpty()) {
            return List.of();
        }
        String bare = text.replaceFirst("(?i)^(https?://)?ror\\.org/", "");
        var flaw = Ror.flaw(bare);
        if (flaw.isPresent()) {
            problems.field(
                    row,
                    "ror",
                    text,
                    Flaw.BAD_IDENTIFIER,
                    flaw.get(),
                    "look it up on ror.org, or leave the cell empty");
            return List.of();
        }
        return List.of(new Identifier("ror", bare));
    }

    private void refuseUnknownParents(Map<String, Institution> found) {
        var similar = new Similar(found.keySet());
        for (var child : List.copyOf(found.values())) {
            var parent = child.profile().parent();
            if (parent != null
                    && !found.containsKey(parent.value())
                    && !known.institution().test(parent)) {
                problems.row(
                        child.row(),
                        "parent_id",
                        Flaw.UNKNOWN_INSTITUTION,
                        "neither the package nor the ledger has this institution",
                        similar.advice(parent.value(), "institutions.csv"));
            }
        }
        found.values().removeIf(institution -> problems.refused(institution.row()));
    }

    private void refuseCycles(Map<String, Institution> found) {
        for (var start : found.values()) {
            var above = parent(found, start);
            for (int steps = 0; above != null && !above.id().equals(start.id()) && steps <= found.size(); steps++) {
                above = parent(found, above);
            }
            if (above != null && above.id().equals(start.id())) {
                problems.row(
                        start.row(),
                        "parent_id",
                        Flaw.PARENT_CYCLE,
                        "the institution would be its own ancestor",
                        "leave the parent of one of them empty");
            }
        }
        found.values().removeIf(institution -> problems.refused(institution.row()));
    }

    private static Institution parent(Map<String, Institution> found, Institution child) {
        return child.profile().parent() == null
                ? null
                : found.get(child.profile().parent().value());
    }

    /** Also drops those whose parent was refused, since they could not be registered. */
    private Map<String, Institution> parentsFirst(Map<String, Institution> found) {
        var children = new HashMap<String, List<Institution>>();
        var next = new ArrayDeque<Institution>();
        for (var institution : found.values()) {
            var parent = institution.profile().parent();
            if (parent == null
                    || (!found.containsKey(parent.value())
                            && known.institution().test(parent))) {
                next.add(institution);
            } else {
                children.computeIfAbsent(parent.value(), id -> new ArrayList<>())
                        .add(institution);
            }
        }
        var ordered = new LinkedHashMap<String, Institution>();
        while (!next.isEmpty()) {
            var institution = next.remove();
            ordered.put(institution.id().value(), institution);
            next.addAll(children.getOrDefault(institution.id().value(), List.of()));
        }
        for (var institution : found.values()) {
            if (!ordered.containsKey(institution.id().value())) {
                problems.row(
                        institution.row(),
                        "parent_id",
                        Flaw.UNKNOWN_INSTITUTION,
                        "the row of this institution was refused",
                        "correct that row");
            }
        }
        return ordered;
    }
}
