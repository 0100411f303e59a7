package dev.sojourn.projection.institution;

import dev.sojourn.event.Header;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
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
import java.lang.invoke.MethodHandles;

/** The institutions of the timeline: numbered in the order in which they are first named, each with its facts. */
public final class Institutions {

    private static final Overloads<InstitutionEvent, Void> HANDLERS =
            new Overloads<>(MethodHandles.lookup(), "on", InstitutionEvent.class, Header.class);

    private final Numbering<InstitutionId> numbers = new Numbering<>();
    private final ObjectColumn<InstitutionFacts> facts = new ObjectColumn<>();

    public int number(InstitutionId id) {
        int before = numbers.size();
        int number = numbers.of(id);
        if (number == before) {
            facts.set(number, new InstitutionFacts());
        }
        return number;
    }

    public Numbering<InstitutionId> numbers() {
        return numbers;
    }

    public InstitutionFacts facts(int number) {
        return facts.get(number);
    }

    /** The facts of all, by number, for one reader; one that is just being added has none yet. */
    public InstitutionFacts[] snapshot() {
        var all = new InstitutionFacts[numbers.size()];
        for (int number = 0; number < all.length; number++) {
            var known = facts.get(number);
            all[number] = known == null ? new InstitutionFacts() : known;
        }
        return all;
    }

    /** Takes in an event that undoes none. */
    public void take(InstitutionEvent event, Header header) {
        HANDLERS.call(this, event, header);
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

    void on(JoinedGroup event, Header header) {
        of(event).groups.add(new Membership(event.group(), true, event.from()), (int) header.position());
    }

    void on(LeftGroup event, Header header) {
        of(event).groups.add(new Membership(event.group(), false, event.to()), (int) header.position());
    }

    /** Never taken in here: everything that counts is told again after it. */
    void on(InstitutionEventUndone event, Header header) {}
}
