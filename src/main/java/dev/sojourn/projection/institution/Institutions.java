package dev.sojourn.projection.institution;

import dev.sojourn.event.Header;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionClosed;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionEventUndone;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRenamed;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.LeftGroup;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.Overloads;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Profile;
import dev.sojourn.projection.column.Numbering;
import dev.sojourn.projection.column.ObjectColumn;
import dev.sojourn.projection.institution.InstitutionFacts.Change;
import dev.sojourn.projection.institution.InstitutionFacts.Membership;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The institutions of the timeline: numbered in the order in which they are first named, each with its facts. */
public final class Institutions {

    private static final Overloads<InstitutionEvent, Void> HANDLERS =
            new Overloads<>(MethodHandles.lookup(), "on", InstitutionEvent.class, Header.class);

    private final Numbering<InstitutionId> numbers;
    private final ObjectColumn<InstitutionFacts> facts = new ObjectColumn<>();
    private volatile InstitutionFacts[] all = {}; // as of the last snapshot
    private volatile InstitutionId[] ids = {}; // those that were asked for

    public Institutions() {
        this(new Numbering<>(InstitutionId::new));
    }

    private Institutions(Numbering<InstitutionId> numbers) {
        this.numbers = numbers;
    }

    /** The same institutions for another writer. */
    public Institutions fork() {
        var fork = new Institutions(numbers.fork());
        for (int number = 0; number < numbers.size(); number++) {
            fork.facts.set(number, facts(number).fork());
        }
        return fork;
    }

    public int number(InstitutionId id) {
        if (numbers.find(id) < 0) {
            facts.set(numbers.size(), new InstitutionFacts()); // before it can be found
        }
        return numbers.of(id);
    }

    /** Takes in an event that undoes none. */
    public void take(InstitutionEvent event, Header header) {
        HANDLERS.call(this, event, header);
    }

    /** The id of an institution: an object made once, since answers name the same ones again and again. */
    public InstitutionId id(int number) {
        var known = ids;
        if (number >= known.length) {
            known = Arrays.copyOf(known, Math.max(number + 1, numbers.size()));
            ids = known; // another thread's may be lost, and is made again
        }
        var id = known[number];
        if (id == null) {
            id = numbers.id(number);
            known[number] = id;
        }
        return id;
    }

    public Numbering<InstitutionId> numbers() {
        return numbers;
    }

    public InstitutionFacts facts(int number) {
        return facts.get(number);
    }

    /** The facts of all, by number; not to be written to. */
    public InstitutionFacts[] snapshot() {
        var taken = all;
        int size = numbers.size();
        if (taken.length < size) {
            taken = new InstitutionFacts[size];
            for (int number = 0; number < size; number++) {
                taken[number] = facts.get(number);
            }
            all = taken;
        }
        return taken;
    }

    /** Writes what had been said by a position. */
    public void save(SnapshotOut out, int position) {
        int named = numbers.size();
        numbers.save(out);
        out.json(IntStream.range(0, named)
                .mapToObj(number -> facts.get(number).saidBy(position))
                .toList());
    }

    /**
     * Reads what was saved, in the place of nothing.
     *
     * @return what is left to do once the rest of the file is read: the facts are made on another thread meanwhile
     */
    public Runnable load(SnapshotIn in) {
        numbers.load(in);
        var facts = in.jsonMeanwhile(InstitutionFacts.Saved[].class);
        return () -> put(facts.join());
    }

    private void put(InstitutionFacts.Saved[] saved) {
        for (int number = 0; number < numbers.size(); number++) {
            facts.set(number, number < saved.length ? InstitutionFacts.of(saved[number]) : new InstitutionFacts());
        }
    }

    private InstitutionFacts of(InstitutionEvent event) {
        return facts(number(event.institution()));
    }

    void on(InstitutionRegistered event, Header header) {
        register(event, event.profile(), header);
    }

    void on(InstitutionCorrected event, Header header) {
        register(event, event.profile(), header);
    }

    /** A profile names a parent for all days: a change without a day. */
    private void register(InstitutionEvent event, Profile profile, Header header) {
        int position = (int) header.position();
        var facts = of(event);
        facts.profiles.add(profile, position);
        facts.parents.add(new Change<>(profile.parent() == null ? null : number(profile.parent()), null), position);
    }

    void on(InstitutionRenamed event, Header header) {
        of(event).names.add(new Change<>(event.names(), event.from()), (int) header.position());
    }

    void on(HeadquartersMoved event, Header header) {
        of(event).headquarters.add(new Change<CountryCode>(event.country(), event.from()), (int) header.position());
    }

    void on(ParentChanged event, Header header) {
        var parent = event.parent() == null ? null : number(event.parent());
        of(event).parents.add(new Change<>(parent, event.from()), (int) header.position());
    }

    void on(InstitutionMerged event, Header header) {
        of(event).mergers.add(new Change<>(number(event.into()), event.from()), (int) header.position());
    }

    /** Nobody is moved by it, so no answer changes. */
    void on(InstitutionClosed event, Header header) {}

    void on(JoinedGroup event, Header header) {
        of(event).groups.add(new Membership(event.group(), true, event.from()), (int) header.position());
    }

    void on(LeftGroup event, Header header) {
        of(event).groups.add(new Membership(event.group(), false, event.to()), (int) header.position());
    }

    /** Never taken in here: everything that counts is told again after it. */
    void on(InstitutionEventUndone event, Header header) {}
}
