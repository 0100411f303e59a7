package dev.sojourn.exchange.plan;

import dev.sojourn.command.Command;
import dev.sojourn.command.SpellCommand.ConfirmAffiliation;
import dev.sojourn.command.SpellCommand.CorrectAffiliation;
import dev.sojourn.command.SpellCommand.EndAffiliation;
import dev.sojourn.command.SpellCommand.RecordAffiliation;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.exchange.check.Entry.Assertion;
import dev.sojourn.exchange.check.Entry.Op;
import dev.sojourn.exchange.check.Known;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Follows what the package believes of each spell, and says which commands bring the ledger to believe the same. */
final class SpellBook {

    private static final String REVISED = "revised in the imported package";
    private static final String RETRACTED = "retracted in the imported package";
    private static final String REFUSED = "the imported package's next row on it was refused";

    /** A spell as the package left it: where it is in the ledger, and what is believed; null for nothing. */
    private record Page(SpellId spell, ResearcherId owner, Assertion believed, boolean inLedger) {}

    private final Known known;
    private final boolean derivedSpells;
    private final Set<String> taken;
    private final Map<String, Page> pages = new HashMap<>();

    /**
     * Begins with no beliefs.
     *
     * @param derivedSpells whether spell ids were made from the rows
     * @param taken spell ids of the package, which no derived id may be
     */
    SpellBook(Known known, boolean derivedSpells, Set<String> taken) {
        this.known = known;
        this.derivedSpells = derivedSpells;
        this.taken = taken;
    }

    /**
     * What a good row asks.
     *
     * @param owner the researcher it names
     * @param applied whether the ledger took it in an earlier import
     */
    List<Command> take(Assertion row, ResearcherId owner, boolean applied) {
        Page page = pages.get(row.spell());
        if (row.op() == Op.RETRACT) {
            return retract(row, page, applied);
        }
        if (page == null && derivedSpells && !applied) {
            Claim held = known.claim().apply(owner, new SpellId(row.spell()));
            if (held != null) {
                return again(row, owner, held);
            }
        }
        if (page == null || page.believed() == null) {
            return record(row, owner, page, applied);
        }
        if (!page.owner().equals(owner)) {
            var moved = record(row, owner, page, applied);
            return List.of(
                    new RetractAffiliation(
                            page.owner(), page.spell(), remarks(row, "it is another person's in the imported package")),
                    moved.get(0));
        }
        pages.put(row.spell(), new Page(page.spell(), owner, row, applied));
        if (row.repeats(page.believed()) && !goneAlready(page, applied)) {
            return List.of(new ConfirmAffiliation(owner, page.spell(), row.observedOn(), remarks(row, null)));
        }
        return revise(row, page, applied);
    }

    /** What a refused row asks: that its spell is not believed from here on. */
    List<Command> refuse(Assertion row, boolean applied) {
        Page page = pages.get(row.spell());
        if (page == null || page.believed() == null) {
            return List.of();
        }
        pages.put(row.spell(), new Page(page.spell(), page.owner(), null, applied));
        return goneAlready(page, applied)
                ? List.of()
                : List.of(new RetractAffiliation(page.owner(), page.spell(), Remarks.because(REFUSED)));
    }

    /** A stay whose id was made from its row can only have got another end: all else would be another stay. */
    private List<Command> again(Assertion row, ResearcherId owner, Claim held) {
        var page = new Page(new SpellId(row.spell()), owner, row, false);
        pages.put(row.spell(), page);
        var end = row.claim().end();
        if (Objects.equals(end, held.end())) {
            return List.of();
        }
        if (end == null) {
            return correct(row, page, held.withEnd(null));
        }
        return held.end() == null ? end(row, page) : correct(row, page, endingAt(held, row.claim()));
    }

    private List<Command> retract(Assertion row, Page page, boolean applied) {
        if (page == null || page.believed() == null) {
            return List.of(); // the row that asserted it was refused, so there is nothing to take back
        }
        pages.put(row.spell(), new Page(page.spell(), page.owner(), null, applied));
        return goneAlready(page, applied)
                ? List.of()
                : List.of(new RetractAffiliation(page.owner(), page.spell(), remarks(row, RETRACTED)));
    }

    /** Whether a curator took back in the ledger what the package still believed. */
    private boolean goneAlready(Page page, boolean applied) {
        return page.inLedger() && !applied && known.claim().apply(page.owner(), page.spell()) == null;
    }

    private List<Command> record(Assertion row, ResearcherId owner, Page page, boolean applied) {
        SpellId spell = new SpellId(row.spell());
        if (page != null) {
            spell = page.owner().equals(owner) ? page.spell() : derived(row.spell(), page.spell());
        }
        pages.put(row.spell(), new Page(spell, owner, row, applied));
        return List.of(new RecordAffiliation(owner, spell, row.claim(), row.observedOn(), titled(row, null)));
    }

    private List<Command> revise(Assertion row, Page page, boolean applied) {
        Claim held = page.inLedger() && !applied
                ? known.claim().apply(page.owner(), page.spell())
                : page.believed().claim();
        if (held == null) {
            return List.of(new RecordAffiliation(
                    page.owner(), page.spell(), row.claim(), row.observedOn(), titled(row, null)));
        }
        if (row.onlyEnds(page.believed())) {
            return held.end() == null ? end(row, page) : correct(row, page, endingAt(held, row.claim()));
        }
        return correct(row, page, row.claim());
    }

    private static List<Command> end(Assertion row, Page page) {
        return List.of(new EndAffiliation(
                page.owner(), page.spell(), row.claim().end(), row.observedOn(), remarks(row, null)));
    }

    /** What a curator made of the claim stays, as far as it can go with the end. */
    private static Claim endingAt(Claim held, Claim told) {
        boolean reversed = held.start() != null
                && told.end().latest().isBefore(held.start().earliest());
        return reversed ? told : held.withEnd(told.end());
    }

    private static List<Command> correct(Assertion row, Page page, Claim claim) {
        return List.of(
                new CorrectAffiliation(page.owner(), page.spell(), claim, row.observedOn(), titled(row, REVISED)));
    }

    /** An id for a spell that went to another person, since an id never does: s1, s1#2, s1#3. */
    private SpellId derived(String base, SpellId latest) {
        int number = latest.value().equals(base)
                ? 2
                : Integer.parseInt(latest.value().substring(base.length() + 1)) + 1;
        while (taken.contains(base + "#" + number)) {
            number++;
        }
        return new SpellId(base + "#" + number);
    }

    static Titled titled(Assertion row, String reasonOtherwise) {
        return new Titled(row.title(), reason(row, reasonOtherwise), row.evidence(), row.extras());
    }

    private static Remarks remarks(Assertion row, String reasonOtherwise) {
        return new Remarks(reason(row, reasonOtherwise), row.evidence(), row.extras());
    }

    private static String reason(Assertion row, String otherwise) {
        return row.note().isEmpty() ? otherwise : row.note();
    }
}
