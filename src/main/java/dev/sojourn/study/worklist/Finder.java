package dev.sojourn.study.worklist;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.Effective;
import dev.sojourn.projection.View;
import dev.sojourn.projection.person.SpellRows;
import dev.sojourn.store.LedgerStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds what there is to look at about one person, as believed in a view on a day. */
record Finder(LedgerStore store, View view, LocalDate asOf) {

    int deciding(int person) {
        return view.states().deciding(person, day());
    }

    List<Line> unconfirmed(int person) {
        int row = deciding(person);
        int observed = view.spells().observed(row);
        boolean never = observed == SpellRows.NEVER;
        var since = never ? null : LocalDate.ofEpochDay(observed);
        return List.of(line(
                person,
                row,
                never ? "nothing ever showed it to be true" : "last shown to be true on " + since,
                since,
                null));
    }

    List<Line> withoutEvidence(int person) {
        var claims = claims(person);
        var lines = new ArrayList<Line>();
        for (int row : view.states().spells(person)) {
            var recorded = claims.withoutEvidence(view.spells().spell(row));
            if (recorded != null) {
                lines.add(line(person, row, "nothing recorded of it names any evidence", on(recorded), recorded));
            }
        }
        return lines;
    }

    /** Whether anything the view knows makes a person worth reading up on. */
    boolean maybeDisputed(int person) {
        return view.states().parts(person).stream()
                        .anyMatch(part -> view.spells().everOf(part).length
                                > view.spells().of(part).length)
                || overlapping(person).length > 1;
    }

    List<Line> disputed(int person) {
        var lines = new ArrayList<Line>();
        var claims = claims(person);
        claims.bySpell().keySet().forEach(spell -> {
            var against = claims.contradiction(spell);
            if (against != null) {
                lines.add(contradicted(person, spell, claims.author(spell), against));
            }
        });
        int[] rows = overlapping(person);
        for (int at = 1; at < rows.length; at++) {
            lines.add(line(
                    person,
                    rows[at],
                    "on " + asOf + " also at " + view.spells().institutionId(rows[0]) + " by "
                            + view.spells().spell(rows[0]),
                    null,
                    null));
        }
        return lines;
    }

    /** @param change the events of one command, which are decided together */
    Line awaiting(int person, List<Recorded> change, Recorded request) {
        String names = change.stream()
                .map(recorded -> recorded.event().getClass().getSimpleName())
                .collect(Collectors.joining(" and "));
        String verb = change.size() == 1 ? " awaits approval" : " await approval together";
        return line(person, -1, names + verb, on(request), change.get(0));
    }

    private Line contradicted(int person, SpellId spell, String author, Recorded against) {
        String how = against.event() instanceof AffiliationRetracted ? "retracted by " : "corrected by ";
        String why = "recorded by " + author + ", " + how + against.header().actor();
        for (int row : view.states().spells(person)) {
            if (view.spells().spell(row).equals(spell)) {
                return line(person, row, why, on(against), against);
            }
        }
        return new Line(
                view.researcher(person),
                view.names(person),
                spell,
                null,
                why,
                on(against),
                days(on(against)),
                against.position(),
                null);
    }

    /** The primary stays that cover the day, each at another institution than the first, mergers followed. */
    private int[] overlapping(int person) {
        var spells = view.spells();
        var table = view.institutions(asOf).table();
        var covering = new ArrayList<Integer>();
        for (int row : view.states().spells(person)) {
            boolean primary = spells.kind(row) == null || spells.kind(row) == Kind.PRIMARY;
            if (primary && spells.startDay(row) <= day() && spells.endDay(row) > day()) {
                covering.add(row);
            }
        }
        return covering.stream()
                .filter(row -> row.equals(covering.get(0))
                        || table.survivor(spells.institution(row))
                                != table.survivor(spells.institution(covering.get(0))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Claims claims(int person) {
        var counting = new ArrayList<Recorded>();
        for (int part : view.states().parts(person)) {
            counting.addAll(Effective.of(store.ofSubject(view.researcher(part), view.position())));
        }
        return Claims.of(counting);
    }

    private Line line(int person, int row, String why, LocalDate since, Recorded recorded) {
        return new Line(
                view.researcher(person),
                view.names(person),
                row < 0 ? null : view.spells().spell(row),
                row < 0 ? null : view.spells().institutionId(row),
                why,
                since,
                days(since),
                recorded == null ? null : Long.valueOf(recorded.position()),
                null);
    }

    private Long days(LocalDate since) {
        return since == null ? null : Long.valueOf(day() - since.toEpochDay());
    }

    private static LocalDate on(Recorded recorded) {
        return LocalDate.ofInstant(recorded.header().recorded(), ZoneOffset.UTC);
    }

    private int day() {
        return (int) asOf.toEpochDay();
    }
}
