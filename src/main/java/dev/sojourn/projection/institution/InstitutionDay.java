package dev.sojourn.projection.institution;

import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.Sector;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.institution.InstitutionFacts.Change;
import dev.sojourn.projection.institution.InstitutionFacts.Membership;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What every institution is on one day, as known at one position: worked out once for a question, so that a pass over
 * people only looks up.
 */
public final class InstitutionDay {

    /** More uncertain dates than this in one institution's line of mergers and parents are read as written. */
    private static final int MOST_UNCERTAIN = 8;

    private final InstitutionFacts[] facts;
    private final int position;
    private final LocalDate day;
    // Filled on first use. Two threads may both work a state out; what they write is equal and immutable.
    private final InstitutionState[] steady; // those that are the same on all days
    private final Map<Integer, InstitutionState> dated = new ConcurrentHashMap<>();
    private final Map<Integer, Set<InstitutionState>> possible = new ConcurrentHashMap<>();
    private final Map<Object, Object> derived = new ConcurrentHashMap<>();
    private volatile InstitutionTable table;

    /**
     * A day.
     *
     * @param steady has room for each institution, and is shared with other days at the position
     */
    InstitutionDay(InstitutionFacts[] facts, int position, LocalDate day, InstitutionState[] steady) {
        this.facts = facts;
        this.position = position;
        this.day = day;
        this.steady = steady;
    }

    /** The day as of which it is asked. */
    public LocalDate day() {
        return day;
    }

    /** What all institutions are, each date taken as its earliest day, in columns. */
    public InstitutionTable table() {
        var made = table;
        if (made == null) {
            made = new InstitutionTable(facts.length);
            for (int institution = 0; institution < facts.length; institution++) {
                if (facts[institution].steady()) {
                    var profile = profile(institution);
                    made.set(institution, profile);
                } else {
                    made.set(institution, state(institution));
                }
            }
            table = made;
        }
        return made;
    }

    /** Something worked out from this day alone, kept with it under a key. */
    @SuppressWarnings("unchecked") // a key stands for things of one type
    public <T> T derived(Object key, Function<InstitutionDay, T> work) {
        var made = derived.get(key); // nearly always there, and found without a lock
        return (T) (made == null ? derived.computeIfAbsent(key, missing -> work.apply(this)) : made);
    }

    /** Whether an institution is in any of some groups, each date taken as its earliest day. */
    public boolean inGroup(int institution, List<String> groups) {
        return !facts[institution].steady()
                && state(institution).groups().stream().anyMatch(group -> groups.contains(group.value()));
    }

    /** Whether readings of dates can make an institution different things on the day. */
    public boolean open(int institution) {
        return !facts[institution].steady() && possible(institution).size() > 1;
    }

    /** The dates of all changes, of whatever day, to an institution and to those it is ever merged into or under. */
    public Set<PartialDate> dates(int institution) {
        var dates = new HashSet<PartialDate>();
        var seen = new HashSet<Integer>();
        var next = new ArrayDeque<>(List.of(institution));
        while (!next.isEmpty()) {
            int one = next.remove();
            if (seen.add(one)) {
                facts[one].lookAhead(position, dates, next);
            }
        }
        dates.remove(null); // on all days
        return dates;
    }

    /** What an institution is, each date taken as its earliest day. */
    public InstitutionState state(int institution) {
        if (!facts[institution].steady()) {
            return dated.computeIfAbsent(institution, missing -> work(missing, new Reading()));
        }
        var state = steady[institution];
        if (state == null) {
            state = work(institution, new Reading());
            steady[institution] = state;
        }
        return state;
    }

    /** What an institution can be over all readings of its dates, and of those of its mergers and parents. */
    public Set<InstitutionState> possible(int institution) {
        return possible.computeIfAbsent(institution, this::possibilities);
    }

    private Set<InstitutionState> possibilities(int institution) {
        var probe = new Reading();
        work(institution, probe);
        if (probe.undecided.isEmpty() || probe.undecided.size() > MOST_UNCERTAIN) {
            return Set.of(state(institution));
        }
        var found = new LinkedHashSet<InstitutionState>();
        var pending = new ArrayList<Reading>();
        pending.add(new Reading());
        // A choice can bring other dates into play (another parent, say), so choices are extended until none is open.
        while (!pending.isEmpty()) {
            var reading = pending.remove(pending.size() - 1);
            var state = work(institution, reading);
            if (reading.undecided.isEmpty() || reading.choices.size() >= MOST_UNCERTAIN) {
                found.add(state);
            } else {
                var open = reading.undecided.iterator().next();
                pending.add(reading.with(open, true));
                pending.add(reading.with(open, false));
            }
        }
        return found;
    }

    private InstitutionState work(int institution, Reading reading) {
        int here = survivor(institution, reading);
        var groups = new HashSet<GroupId>();
        int top = here;
        var seen = new HashSet<Integer>();
        while (seen.add(top)) {
            groups.addAll(groupsOf(top, reading));
            var parent = parentOf(top, reading);
            if (parent == null) {
                break;
            }
            top = survivor(parent, reading);
        }
        var profile = profile(here);
        return new InstitutionState(
                here,
                headquarters(here, reading),
                profile == null ? Sector.NOT_STATED : profile.sector(),
                top,
                groups.isEmpty() ? Set.of() : Set.copyOf(groups));
    }

    private int survivor(int institution, Reading reading) {
        int here = institution;
        for (int steps = 0; steps <= facts.length; steps++) {
            var merger = inForce(facts[here].mergers.seenFrom(position), reading);
            if (merger == null || merger.value() == null) {
                return here;
            }
            here = merger.value();
        }
        return institution;
    }

    private Profile profile(int institution) {
        return facts[institution].profiles.latestSeenFrom(position);
    }

    private Integer parentOf(int institution, Reading reading) {
        var change = inForce(facts[institution].parents.seenFrom(position), reading);
        return change == null ? null : change.value();
    }

    private int headquarters(int institution, Reading reading) {
        var change = inForce(facts[institution].headquarters.seenFrom(position), reading);
        if (change != null) {
            return Country.number(change.value());
        }
        var profile = profile(institution);
        return profile == null ? Country.UNKNOWN : Country.number(profile.headquarters());
    }

    private Set<GroupId> groupsOf(int institution, Reading reading) {
        var memberships = facts[institution].groups.seenFrom(position);
        if (memberships.isEmpty()) {
            return Set.of();
        }
        var groups = new HashSet<GroupId>();
        memberships.stream()
                .sorted(Comparator.comparing(InstitutionDay::since))
                .filter(membership -> membership.on() == null || reading.reached(membership.on(), membership))
                .forEach(membership -> change(groups, membership));
        return groups;
    }

    private static void change(Set<GroupId> groups, Membership membership) {
        if (membership.member()) {
            groups.add(membership.group());
        } else {
            groups.remove(membership.group());
        }
    }

    private static LocalDate since(Membership membership) {
        return membership.on() == null ? LocalDate.MIN : membership.on().earliest();
    }

    /** The change with the latest date among those whose day has come; of equal dates the one recorded last. */
    private <T> Change<T> inForce(List<Change<T>> changes, Reading reading) {
        Change<T> latest = null;
        for (var change : changes) {
            if ((change.on() == null || reading.reached(change.on(), change))
                    && (latest == null || !since(change).isBefore(since(latest)))) {
                latest = change;
            }
        }
        return latest;
    }

    private static LocalDate since(Change<?> change) {
        return change.on() == null ? LocalDate.MIN : change.on().earliest();
    }

    /** One choice for each date that may or may not have come by the day; open ones are read as written and noted. */
    private final class Reading {

        private final Map<Object, Boolean> choices;
        private final Set<Object> undecided = new LinkedHashSet<>();

        Reading() {
            this(Map.of());
        }

        private Reading(Map<Object, Boolean> choices) {
            this.choices = choices;
        }

        Reading with(Object date, boolean reached) {
            var more = new HashMap<>(choices);
            more.put(date, reached);
            return new Reading(more);
        }

        boolean reached(PartialDate date, Object owner) {
            if (day.isBefore(date.earliest())) {
                return false;
            }
            if (!day.isBefore(date.latest())) {
                return true;
            }
            var choice = choices.get(owner);
            if (choice == null) {
                undecided.add(owner);
                return true;
            }
            return choice;
        }
    }
}
