package dev.sojourn.projection.institution;

import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Profile;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.column.Facts;
import dev.sojourn.projection.column.Facts.Fact;
import dev.sojourn.time.PartialDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What was ever recorded of one institution: what holds on all days, and what changed on a day. */
public final class InstitutionFacts {

    /** A change that holds from a day on; what it says is null for "none". */
    record Change<T>(T value, PartialDate on) {}

    /** A group was joined ({@code member}) or left; {@code on} null means on all days. */
    record Membership(GroupId group, boolean member, PartialDate on) {}

    public final Facts<Profile> profiles;
    final Facts<Change<Names>> names;
    public final Facts<Change<CountryCode>> headquarters;
    final Facts<Change<Integer>> parents;
    public final Facts<Change<Integer>> mergers;
    final Facts<Membership> groups;

    /** Nothing was ever recorded. */
    InstitutionFacts() {
        this(new Facts<>(), new Facts<>(), new Facts<>(), new Facts<>(), new Facts<>(), new Facts<>());
    }

    private InstitutionFacts(
            Facts<Profile> profiles,
            Facts<Change<Names>> names,
            Facts<Change<CountryCode>> headquarters,
            Facts<Change<Integer>> parents,
            Facts<Change<Integer>> mergers,
            Facts<Membership> groups) {
        this.profiles = profiles;
        this.names = names;
        this.headquarters = headquarters;
        this.parents = parents;
        this.mergers = mergers;
        this.groups = groups;
    }

    /** The same for another writer. */
    InstitutionFacts fork() {
        return new InstitutionFacts(
                profiles.fork(), names.fork(), headquarters.fork(), parents.fork(), mergers.fork(), groups.fork());
    }

    /** Whether nothing was ever said that could make it something else on another day. */
    boolean steady() {
        return headquarters.isEmpty()
                && mergers.isEmpty()
                && groups.isEmpty()
                && parents.all(change -> change.value() == null);
    }

    /** Country of the headquarters as registered; {@link InstitutionDays#DATED} if it depends on the day. */
    int registeredCountry(int position) {
        boolean dated = !headquarters.seenFrom(position).isEmpty()
                || !mergers.seenFrom(position).isEmpty();
        var profile = profiles.latestSeenFrom(position);
        return dated
                ? InstitutionDays.DATED
                : profile == null ? Country.UNKNOWN : Country.number(profile.headquarters());
    }

    /** Adds the dates of all changes, and the institutions it is ever merged into or under. */
    void lookAhead(int position, Set<PartialDate> dates, Collection<Integer> next) {
        headquarters.seenFrom(position).forEach(change -> dates.add(change.on()));
        groups.seenFrom(position).forEach(change -> dates.add(change.on()));
        for (var changes : List.of(parents.seenFrom(position), mergers.seenFrom(position))) {
            for (var change : changes) {
                dates.add(change.on());
                if (change.value() != null) {
                    next.add(change.value());
                }
            }
        }
    }

    /** Some institutions, and all that are ever merged into one of them or under one, as believed at a position. */
    public static BitSet leaningOn(InstitutionFacts[] all, BitSet some, int position) {
        var found = (BitSet) some.clone();
        for (int before = -1; before < found.cardinality(); ) {
            before = found.cardinality();
            for (int number = 0; number < all.length; number++) {
                if (!found.get(number) && all[number].leansOn(found, position)) {
                    found.set(number);
                }
            }
        }
        return found;
    }

    private boolean leansOn(BitSet some, int position) {
        return Stream.concat(parents.seenFrom(position).stream(), mergers.seenFrom(position).stream())
                .anyMatch(change -> change.value() != null && some.get(change.value()));
    }

    /** All of it, as it is saved. */
    record Saved(
            List<Fact<Profile>> profiles,
            List<Fact<Change<Names>>> names,
            List<Fact<Change<CountryCode>>> headquarters,
            List<Fact<Change<Integer>>> parents,
            List<Fact<Change<Integer>>> mergers,
            List<Fact<Membership>> groups) {}

    Saved saidBy(int position) {
        return new Saved(
                profiles.saidBy(position),
                names.saidBy(position),
                headquarters.saidBy(position),
                parents.saidBy(position),
                mergers.saidBy(position),
                groups.saidBy(position));
    }

    static InstitutionFacts of(Saved saved) {
        return new InstitutionFacts(
                Facts.of(saved.profiles),
                Facts.of(saved.names),
                Facts.of(saved.headquarters),
                Facts.of(saved.parents),
                Facts.of(saved.mergers),
                Facts.of(saved.groups));
    }

    /** From a position on, nothing said so far counts; what does is said again. */
    public void close(int position) {
        profiles.close(position);
        names.close(position);
        headquarters.close(position);
        parents.close(position);
        mergers.close(position);
        groups.close(position);
    }
}
