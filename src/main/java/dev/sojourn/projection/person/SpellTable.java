package dev.sojourn.projection.person;

import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.column.IntColumn;
import dev.sojourn.projection.column.PackedDate;
import dev.sojourn.projection.column.Texts;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * One row for each thing the ledger has ever believed about a spell, in columns.
 *
 * <p>A row holds for the positions {@code [from, to)}; it is never changed but to close it. A researcher's rows are
 * chained from the newest to the oldest, and numbered by {@link RowPages}. {@code traits} packs what needs few bits: role 4, kind 3, flags 2, form of the
 * start 4, form of the end 4, workplace 10 (0 for none, else 1 + {@link Country}).
 */
final class SpellTable {

    /** {@code to} of a row that is believed now. */
    static final int OPEN = Integer.MAX_VALUE;

    /** {@code observed} of a row that nobody ever observed. */
    static final int NEVER = Integer.MIN_VALUE;

    private static final Role[] ROLES = Role.values();
    private static final Kind[] KINDS = Kind.values();
    private static final int KIND_NOT_STATED = 7;

    final IntColumn institution;
    final IntColumn start;
    final IntColumn end;
    final IntColumn traits;
    final IntColumn observed;
    final IntColumn from;
    final IntColumn to;
    final IntColumn previous;
    final IntColumn spell; // where its id stands: the same for all rows of a spell
    final Texts ids;
    private final RowPages pages;
    private int rows;
    private volatile boolean qualified;
    private volatile int[] workplaces = {};

    SpellTable() {
        institution = new IntColumn();
        start = new IntColumn();
        end = new IntColumn();
        traits = new IntColumn();
        observed = new IntColumn();
        from = new IntColumn();
        to = new IntColumn();
        previous = new IntColumn();
        spell = new IntColumn();
        ids = new Texts();
        pages = new RowPages();
    }

    /** The same rows for another writer. */
    private SpellTable(SpellTable same) {
        institution = same.institution.fork();
        start = same.start.fork();
        end = same.end.fork();
        traits = same.traits.fork();
        observed = same.observed.fork();
        from = same.from.fork();
        to = same.to.fork();
        previous = same.previous.fork();
        spell = same.spell.fork();
        ids = same.ids.fork();
        pages = same.pages.fork();
        rows = same.rows;
        qualified = same.qualified;
        workplaces = same.workplaces;
    }

    SpellTable fork() {
        return new SpellTable(this);
    }

    /** Adds a row that holds from a position on, before the researcher's others; answers its number. */
    int add(int whose, int id, int where, SpellBelief belief, int position, int chained) {
        int row = pages.next(whose);
        institution.set(row, where);
        start.set(row, PackedDate.day(belief.claim().start()));
        end.set(row, PackedDate.day(belief.claim().end()));
        traits.set(row, traits(belief.claim()));
        observed.set(row, observed(belief.observedOn()));
        to.set(row, OPEN);
        previous.set(row, chained);
        spell.set(row, id);
        from.set(row, position); // last, so that whoever finds a row here finds the whole of it
        qualified |= PackedDate.qualified(startForm(traits.get(row))) || PackedDate.qualified(endForm(traits.get(row)));
        seen(workplace(traits.get(row)));
        rows++;
        return row;
    }

    /** Writes the rows as they were at a position; later ones are written, too, and belong to nobody. */
    void save(SnapshotOut out, int position) {
        int size = from.size(); // first, as it is written last
        for (var column : List.of(institution, start, end, traits, observed, from, previous, spell)) {
            column.save(out, size);
        }
        out.numbers(size, row -> to.get(row) <= position ? to.get(row) : OPEN);
        ids.save(out);
        out.number(qualified ? 1 : 0);
        out.numbers(workplaces);
    }

    /**
     * Writes which rows are whose.
     *
     * @param newest of each researcher, -1 for none
     */
    void savePages(SnapshotOut out, int researchers, IntUnaryOperator newest) {
        int[] beyond = new int[Block.count(researchers)];
        int count = 0;
        for (int researcher = 0; researcher < researchers; researcher++) {
            for (int row = newest.applyAsInt(researcher); row >= 0; row = previous.get(row) - 1) {
                beyond[Block.of(researcher)] = Math.max(beyond[Block.of(researcher)], row + 1);
                count++;
            }
        }
        out.numbers(beyond);
        out.number(count);
    }

    /** Reads what was saved, in the place of nothing. */
    void load(SnapshotIn in) {
        for (var column : List.of(institution, start, end, traits, observed, from, previous, spell, to)) {
            column.load(in);
        }
        ids.load(in);
        qualified = in.number() == 1;
        workplaces = in.numbers();
        pages.load(in.numbers());
        rows = in.number();
    }

    private void seen(int workplace) {
        if (workplace != Country.UNKNOWN && Arrays.stream(workplaces).noneMatch(known -> known == workplace)) {
            int[] more = Arrays.copyOf(workplaces, workplaces.length + 1);
            more[workplaces.length] = workplace;
            workplaces = more;
        }
    }

    /** Every {@link Country} that was ever recorded as a workplace; not to be written to. */
    int[] workplaces() {
        return workplaces;
    }

    /** How many rows there are; their numbers are not without gaps. */
    int size() {
        return rows;
    }

    /** Whether any row ever had a date that was written as approximate or uncertain. */
    boolean anyQualified() {
        return qualified;
    }

    /** Which spell a row is about. */
    SpellId id(int row) {
        return new SpellId(ids.get(spell.get(row)));
    }

    /** What a row says, as a value again. */
    SpellBelief belief(int row, InstitutionId where) {
        int bits = traits.get(row);
        var flags = EnumSet.noneOf(Flag.class);
        for (var flag : Flag.values()) {
            if (has(bits, flag)) {
                flags.add(flag);
            }
        }
        int workplace = workplace(bits);
        var claim = new Claim(
                where,
                role(bits),
                kind(bits),
                PackedDate.unpack(start.get(row), startForm(bits)),
                PackedDate.unpack(end.get(row), endForm(bits)),
                workplace == Country.UNKNOWN ? null : new CountryCode(Country.code(workplace)),
                flags);
        int day = observed.get(row);
        return new SpellBelief(claim, day == NEVER ? null : LocalDate.ofEpochDay(day));
    }

    private static int observed(LocalDate day) {
        return day == null ? NEVER : (int) day.toEpochDay();
    }

    private static int traits(Claim claim) {
        int flags = 0;
        for (var flag : claim.flags()) {
            flags |= 1 << flag.ordinal();
        }
        return claim.role().ordinal()
                | (claim.kind() == null ? KIND_NOT_STATED : claim.kind().ordinal()) << 4
                | flags << 7
                | PackedDate.form(claim.start()) << 9
                | PackedDate.form(claim.end()) << 13
                | (1 + Country.number(claim.workplace())) << 17;
    }

    static Role role(int traits) {
        return ROLES[traits & 15];
    }

    /** Null where nobody said. */
    static Kind kind(int traits) {
        int kind = traits >>> 4 & 7;
        return kind == KIND_NOT_STATED ? null : KINDS[kind];
    }

    /** How a kind ranks; a kind that was not stated counts as PRIMARY, the first. */
    static int rank(int traits) {
        int kind = traits >>> 4 & 7;
        return kind == KIND_NOT_STATED ? 0 : kind;
    }

    static boolean has(int traits, Flag flag) {
        return ((traits >>> (7 + flag.ordinal())) & 1) != 0;
    }

    static boolean flagged(int traits) {
        return (traits >>> 7 & 3) != 0;
    }

    static int startForm(int traits) {
        return traits >>> 9 & 15;
    }

    static int endForm(int traits) {
        return traits >>> 13 & 15;
    }

    /** {@link Country#UNKNOWN} where no workplace is known. */
    static int workplace(int traits) {
        return (traits >>> 17 & 1023) - 1;
    }
}
