package dev.sojourn.projection.person;

import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.CareerResumed;
import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.EducationEvent.EducationRetracted;
import dev.sojourn.event.Header;
import dev.sojourn.event.IdentityEvent;
import dev.sojourn.event.IdentityEvent.DistinctFromRecorded;
import dev.sojourn.event.IdentityEvent.IdentifierLinked;
import dev.sojourn.event.IdentityEvent.IdentifierUnlinked;
import dev.sojourn.event.IdentityEvent.NamesChanged;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.Overloads;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.column.Facts;
import dev.sojourn.projection.column.Facts.Fact;
import dev.sojourn.projection.column.IntColumn;
import dev.sojourn.projection.column.Numbering;
import dev.sojourn.projection.column.ObjectColumn;
import dev.sojourn.projection.institution.Institutions;
import dev.sojourn.projection.person.Careers.Turn;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The researchers of the timeline, numbered in the order in which they are first named. */
public final class Researchers {

    private static final Overloads<ResearcherEvent, Void> HANDLERS =
            new Overloads<>(MethodHandles.lookup(), "on", ResearcherEvent.class, Header.class);

    public final Numbering<ResearcherId> numbers;
    /** The position from which a researcher is in the ledger; 0 for one that is only mentioned. */
    private final IntColumn registeredFrom;
    /** The positions at which a registration was undone: none, as a rule. */
    private final Map<Integer, Facts<Boolean>> absences;

    private final Marked absent;

    public final Spells spells;
    public final Degrees degrees;
    public final Careers careers;
    public final Merges merges;
    public final People people;
    private final Distinctions distinctions;

    /** Those of whom spells alone do not tell everything: careers that ended, people who are the same. */
    public final Marked apart;
    /** Those who have, or had, a spell with a flag. */
    public final Marked flagged;
    /** Those for whom somebody ever looked and found nothing. */
    public final Marked searched;

    private volatile int[] inFull = {}; // by block: the position from which all are in the ledger, 0 if not looked at
    private final ObjectColumn<RecentChanges> changes;
    private final Concerned concerned;

    public Researchers(Institutions institutions) {
        numbers = new Numbering<>(ResearcherId::new);
        registeredFrom = new IntColumn();
        absences = new ConcurrentHashMap<>();
        absent = new Marked();
        careers = new Careers();
        merges = new Merges();
        people = new People();
        distinctions = new Distinctions();
        apart = new Marked();
        flagged = new Marked();
        searched = new Marked();
        changes = new ObjectColumn<>();
        concerned = new Concerned();
        spells = new Spells(institutions, flagged);
        degrees = new Degrees(institutions);
    }

    private Researchers(Researchers same, Institutions institutions, int position) {
        numbers = same.numbers.fork();
        registeredFrom = same.registeredFrom.fork();
        absences = Facts.fork(same.absences);
        absent = same.absent.fork();
        careers = same.careers.fork();
        merges = same.merges.fork();
        people = same.people.fork(position);
        distinctions = same.distinctions.fork();
        apart = same.apart.fork();
        flagged = same.flagged.fork();
        searched = same.searched.fork();
        changes = same.changes.fork();
        for (int block = 0; block < Block.count(numbers.size()); block++) {
            changes.set(block, same.changes(block).fork());
        }
        concerned = same.concerned.fork();
        inFull = same.inFull;
        spells = same.spells.fork(institutions, flagged);
        degrees = same.degrees.fork(institutions);
    }

    /** The same researchers for another writer. */
    public Researchers fork(Institutions institutions, int position) {
        return new Researchers(this, institutions, position);
    }

    /** Writes what was believed at a position; those first named later are there, and nothing is said of them. */
    public void save(SnapshotOut out, int position) {
        int named = numbers.size();
        numbers.save(out);
        out.numbers(
                named, researcher -> registeredFrom.get(researcher) <= position ? registeredFrom.get(researcher) : 0);
        out.json(absences.entrySet().stream()
                .map(absence -> new Absence(absence.getKey(), absence.getValue().saidBy(position)))
                .filter(absence -> !absence.said.isEmpty())
                .toList());
        spells.save(out, named, position);
        degrees.save(out, named, position);
        careers.save(out, position);
        merges.save(out, position);
        distinctions.save(out, position);
        apart.save(out);
        flagged.save(out);
        concerned.save(out, position);
        people.save(out, named, position, numbers::id);
    }

    /** Reads what was saved at a position, in the place of nothing. */
    public void load(SnapshotIn in, int position) {
        numbers.load(in);
        registeredFrom.load(in);
        for (var absence : in.json(Absence[].class)) {
            absent.add(absence.of);
            Facts.put(absences, absence.of, absence.said);
        }
        spells.load(in);
        degrees.load(in);
        careers.load(in);
        careers.everSearched().forEach(searched::add);
        merges.load(in);
        distinctions.load(in);
        apart.load(in);
        flagged.load(in);
        concerned.load(in);
        people.load(in, numbers::id);
        for (int block = 0; block < Block.count(numbers.size()); block++) {
            changes.set(block, new RecentChanges(position));
        }
    }

    private record Absence(int of, List<Fact<Boolean>> said) {}

    /** What the columns take, in bytes. */
    public Map<String, Long> footprint() {
        return Map.of(
                "researchers",
                numbers.bytes() + 12L * numbers.size(),
                "researchers: whom each event was about",
                concerned.bytes(),
                "spells: 9 columns of ints",
                36L * spells.table.size(),
                "spells: ids",
                spells.table.ids.size(),
                "degrees: 9 columns of ints",
                36L * degrees.table.size(),
                "degrees: ids",
                degrees.table.ids.size());
    }

    /** What the latest events changed in a block. */
    public RecentChanges changes(int block) {
        return changes.get(block);
    }

    /** Notes that an event may have changed what is believed of somebody, and of those who are the same person. */
    public void changed(ResearcherId id, int position) {
        int researcher = number(id);
        concerned.add(researcher, position);
        note(researcher, position);
        merges.everWith(researcher).forEach(other -> note(other, position));
    }

    /** Whom events after a position, up to another, were about. */
    public BitSet concernedBetween(int after, int upTo) {
        return concerned.between(after, upTo);
    }

    private void note(int researcher, int position) {
        changes.get(Block.of(researcher)).add(researcher, position);
    }

    /** The number of a researcher; a new one, with empty chains, on first mention. */
    public int number(ResearcherId id) {
        int found = numbers.find(id);
        if (found >= 0) {
            return found;
        }
        int next = numbers.size(); // all that is read of it is there before it can be found
        if ((next & Block.MASK) == 0) {
            changes.set(Block.of(next), new RecentChanges(0));
        }
        registeredFrom.set(next, 0);
        spells.newest.set(next, 0);
        degrees.newest.set(next, 0);
        return numbers.of(id);
    }

    /** Takes in an event that undoes none. */
    public void take(ResearcherEvent event, Header header) {
        HANDLERS.call(this, event, header);
    }

    /** After an undo: what is believed of a researcher is closed and opened anew from the events that count. */
    public void undone(ResearcherId id, List<Recorded> counting, int position) {
        int researcher = number(id);
        people.close(researcher, position);
        merges.unmerged(researcher, position);
        distinctions.close(researcher, position);
        careers.refold(researcher, counting, position);
        spells.refold(researcher, counting, position);
        if (careers.any(researcher)) {
            apart.add(researcher);
        }
        if (careers.everSearched().contains(researcher)) {
            searched.add(researcher);
        }
        degrees.refold(researcher, counting, position);
        absent(researcher, true, position);
        for (var recorded : counting) {
            if (recorded.event() instanceof IdentityEvent identity) {
                take(identity, recorded.header().countingFrom(position));
            }
        }
    }

    private void absent(int researcher, boolean now, int position) {
        if (now) {
            absent.add(researcher);
            absences.computeIfAbsent(researcher, number -> new Facts<>()).add(true, position);
        } else if (absences.containsKey(researcher)) {
            absences.get(researcher).close(position);
        }
    }

    /** Whether a researcher is in the ledger as known at a position. */
    public boolean registered(int researcher, int position) {
        int from = registeredFrom.get(researcher);
        var absence = absences.isEmpty() ? null : absences.get(researcher);
        return from != 0 && from <= position && (absence == null || absence.latestSeenFrom(position) == null);
    }

    /** Whether the first researchers of a block are in the ledger by a position, but for those ever absent from it. */
    public void registeredBy(int block, int position, boolean[] into) {
        int[] from = registeredFrom.chunks()[block];
        for (int local = 0; local < into.length; local++) {
            into[local] = from[local] != 0 && from[local] <= position;
        }
    }

    /** Whether two were found not to be the same person, as known at a position. */
    public boolean distinct(int one, int other, int position) {
        return distinctions.between(one, other, position);
    }

    /** Those of a block whose registration was ever undone. */
    public int[] everAbsent(int block) {
        return absent.of(block);
    }

    /** The position from which all researchers of a full block are in the ledger; none if one never is. */
    public int registeredInFull(int block) {
        int full = block < inFull.length ? inFull[block] : 0;
        if (full == 0) {
            for (int local = 0; local < Block.SIZE; local++) {
                int from = registeredFrom.get((block << Block.BITS) + local);
                full = Math.max(full, from == 0 ? Integer.MAX_VALUE : from);
            }
            if (full < Integer.MAX_VALUE) {
                remember(block, full);
            }
        }
        return full;
    }

    /** Readers may overwrite each other's; what is lost is looked at again. */
    private void remember(int block, int full) {
        var known = Arrays.copyOf(inFull, Math.max(inFull.length, block + 1));
        known[block] = full;
        inFull = known;
    }

    private static int position(Header header) {
        return (int) header.position();
    }

    void on(ResearcherRegistered event, Header header) {
        int researcher = number(event.researcher());
        if (registeredFrom.get(researcher) == 0) {
            registeredFrom.set(researcher, position(header));
        }
        absent(researcher, false, position(header));
        people.named(researcher, event.personal().names(), position(header));
        people.links(researcher, true, event.personal().identifiers(), position(header));
    }

    void on(NamesChanged event, Header header) {
        people.named(number(event.researcher()), event.personal().names(), position(header));
    }

    void on(IdentifierLinked event, Header header) {
        people.links(number(event.researcher()), true, event.personal().identifiers(), position(header));
    }

    void on(IdentifierUnlinked event, Header header) {
        people.links(number(event.researcher()), false, event.personal().identifiers(), position(header));
    }

    void on(ResearcherMerged event, Header header) {
        int gone = number(event.researcher());
        int stays = number(event.into());
        merges.merged(gone, stays, position(header));
        apart.add(gone);
        apart.add(stays);
        note(stays, position(header));
    }

    void on(ResearcherUnmerged event, Header header) {
        merges.unmerged(number(event.researcher()), position(header));
    }

    /** For those who look for duplicates; no question about people's states asks for it. */
    void on(DistinctFromRecorded event, Header header) {
        distinctions.recorded(number(event.researcher()), number(event.other()), position(header));
    }

    /** For those who check the ledger. */
    void on(ReviewEvent event, Header header) {}

    /** Never taken in here: everything that counts is told again by {@link #undone}. */
    void on(ResearcherEventUndone event, Header header) {}

    @SuppressWarnings("UnusedVariable") // when it was erased makes no difference: it is gone at every position
    void on(PersonErased event, Header header) {
        people.erase(number(event.researcher()));
    }

    void on(EducationRecorded event, Header header) {
        degrees.changed(number(event.researcher()), event, position(header));
    }

    void on(EducationCorrected event, Header header) {
        degrees.changed(number(event.researcher()), event, position(header));
    }

    void on(EducationRetracted event, Header header) {
        degrees.changed(number(event.researcher()), event, position(header));
    }

    void on(AffiliationRecorded event, Header header) {
        spells.changed(number(event.researcher()), event, position(header));
    }

    void on(AffiliationEnded event, Header header) {
        spells.changed(number(event.researcher()), event, position(header));
    }

    void on(AffiliationCorrected event, Header header) {
        spells.changed(number(event.researcher()), event, position(header));
    }

    void on(AffiliationRetracted event, Header header) {
        spells.changed(number(event.researcher()), event, position(header));
    }

    void on(AffiliationConfirmed event, Header header) {
        spells.changed(number(event.researcher()), event, position(header));
    }

    void on(SearchedNotFound event, Header header) {
        int researcher = number(event.researcher());
        careers.searched(researcher, event.searchedOn(), position(header));
        searched.add(researcher);
    }

    void on(CareerEnded event, Header header) {
        apart.add(number(event.researcher()));
        careers.turned(
                number(event.researcher()), new Turn(event.cause(), event.on(), position(header)), position(header));
    }

    void on(CareerResumed event, Header header) {
        apart.add(number(event.researcher()));
        careers.turned(number(event.researcher()), new Turn(null, event.on(), position(header)), position(header));
    }
}
