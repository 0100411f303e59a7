package dev.sojourn.exchange.check;

import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.exchange.check.Entry.Assertion;
import dev.sojourn.exchange.check.Entry.Op;
import dev.sojourn.exchange.intake.Flaw;
import dev.sojourn.exchange.intake.Layout;
import dev.sojourn.exchange.intake.Mapping;
import dev.sojourn.exchange.intake.Problems;
import dev.sojourn.exchange.intake.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks {@code assertions.csv}, or {@code affiliations.csv} read as one assertion a row. */
final class AssertionRows {

    /** What tells one stay from another where no spell ids are given; an end may still be filled in later. */
    private static final List<String> STAY = List.of("person_id", "institution_id", "role", "start", "kind");

    private final References references;
    private final ClaimCells claims;
    private final LocalDate importDay;
    private final Problems problems;
    private final Cells cells;

    AssertionRows(References references, Mapping mapping, Known known, Problems problems) {
        this.references = references;
        this.claims = new ClaimCells(mapping, problems);
        this.importDay = LocalDate.ofInstant(known.now(), ZoneOffset.UTC);
        this.problems = problems;
        this.cells = new Cells(problems);
    }

    /** All rows, refused ones included, in the order of {@code seq}. */
    List<Assertion> assertions(List<Row> rows) {
        var found = new ArrayList<Assertion>(rows.size());
        Map<Long, Row> seen = new HashMap<>();
        long last = Long.MIN_VALUE;
        boolean sorted = true;
        for (Row row : rows) {
            Long seq = seq(row, seen);
            if (seq != null && seq < last && sorted) {
                sorted = false;
                problems.warning(
                        row,
                        "seq",
                        Flaw.SEQ_UNSORTED,
                        "the file is not in the order of seq; its rows are applied in it",
                        "");
            }
            last = seq == null ? last : seq;
            var spell = cells.required(row, "spell_id", SpellId::new);
            found.add(assertion(row, last, op(row), spell == null ? "" : spell.value()));
        }
        found.sort(Comparator.comparingLong(Assertion::seq));
        return found;
    }

    /** All rows, refused ones included, in the order of {@code recorded_at} if that is to be kept. */
    List<Assertion> affiliations(List<Row> rows, Fingerprints fingerprints, boolean byTime) {
        var found = new ArrayList<Assertion>(rows.size());
        for (Row row : rows) {
            found.add(assertion(row, row.line(), Op.ASSERT, fingerprints.id("a", Layout.AFFILIATIONS, row, STAY)));
        }
        if (byTime) {
            found.sort(Comparator.comparing(row -> row.recorded() == null ? Instant.MIN : row.recorded()));
        }
        return found;
    }

    private Assertion assertion(Row row, long seq, Op op, String spell) {
        String person = references.person(row);
        var institution = references.institution(row);
        Instant recorded = cells.moment(row, "recorded_at");
        LocalDate observed = cells.day(row, "observed_on");
        if (observed == null) {
            observed = recorded == null ? importDay : LocalDate.ofInstant(recorded, ZoneOffset.UTC);
        }
        Claim claim = null;
        if (op == Op.RETRACT) {
            claims.glance(row);
        } else {
            claim = claims.claim(row, institution);
        }
        return new Assertion(
                row,
                seq,
                op,
                spell,
                person,
                institution,
                recorded,
                claim,
                claims.title(row),
                observed,
                Cells.evidence(row, observed),
                row.text("note"),
                row.extras());
    }

    private Long seq(Row row, Map<Long, Row> seen) {
        Long seq = cells.required(row, "seq", AssertionRows::number);
        Row earlier = seq == null ? null : seen.putIfAbsent(seq, row);
        if (earlier != null) {
            problems.row(
                    row,
                    "seq",
                    Flaw.DUPLICATE_SEQ,
                    "line " + earlier.line() + " has the same seq, so nobody knows which comes first",
                    "number the rows anew");
        }
        return seq;
    }

    private Op op(Row row) {
        String text = cells.required(row, "op");
        Op op = text == null ? null : Mapping.constant(Op.class, text);
        if (op == null && text != null) {
            problems.row(row, "op", Flaw.UNKNOWN_OP, "\"" + text + "\" is no op", "write assert, revise or retract");
        }
        return op;
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException bad) {
            throw new IllegalArgumentException("\"" + text + "\" is no whole number", bad);
        }
    }
}
