package dev.sojourn.exchange.plan;

import dev.sojourn.command.CohortCommand.AddMembers;
import dev.sojourn.command.CohortCommand.DefineCohort;
import dev.sojourn.command.Command;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.check.Entry.Membership;
import dev.sojourn.exchange.check.Known;
import dev.sojourn.exchange.intake.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Adds members to cohorts, and defines those that the ledger does not have before their first member. */
final class Cohorts {

    private static final Pattern YEAR_AT_END = Pattern.compile(".*?(\\d{4})");

    private final Known known;
    private final Set<CohortId> defined = new HashSet<>();

    Cohorts(Known known) {
        this.known = known;
    }

    List<Command> add(Membership membership, ResearcherId researcher, Instant recorded) {
        var commands = new ArrayList<Command>();
        var cohort = membership.cohort();
        if (defined.add(cohort) && !known.cohort().test(cohort)) {
            commands.add(define(membership, recorded));
        }
        var extras = membership.row().extras();
        var notes = extras.isEmpty() ? Remarks.NONE : new Remarks(null, List.of(), extras);
        commands.add(new AddMembers(cohort, List.of(researcher), notes));
        return commands;
    }

    private DefineCohort define(Membership first, Instant recorded) {
        Row row = first.row();
        String id = first.cohort().value();
        return new DefineCohort(
                first.cohort(),
                said(row, "title", id),
                said(row, "frame", "an imported package"),
                year(row, id, recorded),
                said(row, "drawn", "not stated"),
                said(row, "source", "an imported package"),
                Remarks.NONE);
    }

    private static String said(Row row, String column, String otherwise) {
        return row.text(column).isEmpty() ? otherwise : row.text(column);
    }

    /** As stated, else the year at the end of the cohort's id, else the year in which it is recorded. */
    private int year(Row row, String id, Instant recorded) {
        if (!row.text("reference_year").isEmpty()) {
            return Integer.parseInt(row.text("reference_year"));
        }
        var year = YEAR_AT_END.matcher(id);
        return year.matches()
                ? Integer.parseInt(year.group(1))
                : (recorded == null ? known.now() : recorded)
                        .atZone(ZoneOffset.UTC)
                        .getYear();
    }
}
