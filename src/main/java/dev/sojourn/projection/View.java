package dev.sojourn.projection;

import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.day.DayStates;
import dev.sojourn.projection.day.Everyone;
import dev.sojourn.projection.day.Origins;
import dev.sojourn.projection.day.Planes;
import dev.sojourn.projection.day.Standpoint;
import dev.sojourn.projection.day.Tables;
import dev.sojourn.projection.institution.InstitutionDay;
import dev.sojourn.projection.institution.InstitutionFacts;
import dev.sojourn.projection.person.DegreeRow;
import dev.sojourn.projection.person.Merges;
import dev.sojourn.projection.person.Readings;
import dev.sojourn.projection.person.SpellRows;
import dev.sojourn.projection.person.States;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The ledger as believed at one position. A view never changes, whatever is recorded after it was taken; researchers and
 * institutions are numbers in it, which no answer shows.
 */
public final class View {

    /** The cohort of all researchers in the ledger; it always exists. */
    public static final CohortId EVERYONE = new CohortId("everyone");

    /** No such researcher, institution or country. */
    public static final int NONE = -1;

    private static final int PREPARED_YEARS = 10;

    private final Timeline timeline;
    private final int position;
    private final int mentioned;
    private final InstitutionFacts[] institutions;
    private final Map<Integer, Integer> goneInto;
    private final SpellRows spells;
    private final States states;
    private final Readings readings;
    private final boolean latest;
    private final Map<LocalDate, DayStates> days = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        /** A ledger to which nothing is added has one view for ever, of which any number of days can be asked. */
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, DayStates> eldest) {
            return size() > Planes.DAYS;
        }
    };
    private final Everyone everyone;
    private volatile Origins origins;
    private volatile InstitutionDay lastDay;
    private volatile People lastAsked = new People(null, null);

    /** Who belongs to a cohort, gathered: that takes longer than most questions about a few hundred people. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record People(CohortId cohort, int[] people) {}

    View(Timeline timeline, int position, boolean latest) {
        this.timeline = timeline;
        this.position = position;
        this.latest = latest;
        mentioned = timeline.researchers.numbers.size();
        institutions = timeline.institutions.snapshot();
        goneInto = timeline.researchers.merges.goneInto(position);
        spells = new SpellRows(timeline.researchers.spells, timeline.institutions, position);
        states = new States(spells, timeline.researchers.careers, position, Merges.absorbed(goneInto));
        readings = new Readings(spells, states);
        everyone = new Everyone(timeline.researchers, mentioned, position, goneInto.keySet());
    }

    /** The same where what awaits approval counts for nothing. */
    public View reviewed() {
        return timeline.reviewed(this);
    }

    /** The position of the last event that counts. */
    public long position() {
        return position;
    }

    /** When that event was recorded; the epoch for the empty ledger. */
    public Instant recorded() {
        return timeline.moments.recordedAt(position);
    }

    /** The spells believed in. */
    public SpellRows spells() {
        return spells;
    }

    /** Where people are. */
    public States states() {
        return states;
    }

    /** Where people can be, over all readings of their dates. */
    public Readings readings() {
        return readings;
    }

    /** What institutions are on a day. */
    public InstitutionDay institutions(LocalDate day) {
        var asked = lastDay; // who asks about one person after another asks about the same day
        if (asked == null || !asked.day().equals(day)) {
            asked = timeline.institutionDays.of(institutions, position, day);
            lastDay = asked;
        }
        return asked;
    }

    /** Where everybody is on a day, block by block: {@link #states} at the speed of memory. */
    public DayStates day(LocalDate day) {
        synchronized (days) {
            return days.computeIfAbsent(
                    day,
                    asked ->
                            new DayStates(timeline.planes, standpoint(), this::head, (int) asked.toEpochDay(), latest));
        }
    }

    /**
     * Works out what nearly every question needs, so that the first one does not have to: lays out everybody's spells and
     * finds where everybody is at the end of the year in which the last event was recorded, and of the ten before. Takes
     * some seconds of all processors for a million people.
     */
    public void prepare() {
        int year = recorded().atZone(ZoneOffset.UTC).getYear();
        var days = IntStream.rangeClosed(year - PREPARED_YEARS, year)
                .mapToObj(ends -> day(LocalDate.of(ends, 12, 31)))
                .toList();
        IntStream.range(0, blocks()).parallel().forEach(block -> {
            days.forEach(day -> day.rows(block));
            origins(block);
        });
    }

    private Standpoint standpoint() {
        return new Standpoint(timeline.researchers, spells, states, mentioned, position);
    }

    /** From where all events are seen that are in by now; at least as late as here. */
    private Standpoint head() {
        return (latest ? this : timeline.now()).standpoint();
    }

    /**
     * What was counted of each block for an equal question, as far as no event has changed the block since.
     *
     * @param question all that the tables depend on beside what is believed here
     */
    public Tables.Use tables(Object question) {
        return timeline.tables.use(
                question,
                timeline.researchers,
                position,
                timeline.institutionDays.eventsUpTo(position),
                institutions.length,
                spells.workplaces().length,
                latest);
    }

    /** How many blocks of researchers there are. */
    public int blocks() {
        return Block.count(mentioned);
    }

    /** The cohort of all, block by block. */
    public Everyone everyone() {
        return everyone;
    }

    /** {@link #origin} of each researcher of a block, by place in it; not to be written to. */
    public int[] origins(int block) {
        var known = origins;
        if (known == null) {
            int events = timeline.institutionDays.eventsUpTo(position);
            known = new Origins(
                    timeline.planes,
                    timeline.researchers,
                    mentioned,
                    position,
                    events,
                    timeline.institutionDays.registeredCountries(institutions, position),
                    this::origin,
                    latest);
            origins = known;
        }
        return known.countries(block);
    }

    /** Those of a block who ever had a spell with a flag, or whose career or identity makes them special. */
    public int[] flagged(int block) {
        return timeline.researchers.flagged.of(block);
    }

    /** Those of a block of whom spells alone do not tell everything: careers that ended, people who are the same. */
    public int[] apart(int block) {
        return timeline.researchers.apart.of(block);
    }

    /** The number of a researcher; {@link #NONE} if it is not in the ledger by this position. */
    public int find(ResearcherId researcher) {
        int number = timeline.researchers.numbers.find(researcher);
        return number >= 0 && number < mentioned && registered(number) ? number : NONE;
    }

    /** The id of a researcher. */
    public ResearcherId researcher(int number) {
        return timeline.researchers.numbers.id(number);
    }

    /** The researcher that a researcher is the same person as and counts under; as a rule itself. */
    public int survivor(int researcher) {
        return goneInto.getOrDefault(researcher, researcher);
    }

    /** Whether two researchers were found not to be the same person, be it before others were merged into them. */
    public boolean distinct(int one, int other) {
        return states.parts(one).stream().anyMatch(part -> states.parts(other).stream()
                .anyMatch(with -> timeline.researchers.distinct(part, with, position)));
    }

    /** A researcher's names; null once erased. */
    public Names names(int researcher) {
        return timeline.researchers.people.names(researcher, position);
    }

    /** Whether a researcher was erased by now, be it after this view's position. */
    public boolean erased(int researcher) {
        return timeline.researchers.people.erased(researcher);
    }

    /** What other catalogues call a researcher. */
    public List<Identifier> identifiers(int researcher) {
        return timeline.researchers.people.identifiers(researcher, position);
    }

    /** The latest day on which somebody looked for a researcher, or one merged into it, and found nothing; or null. */
    public LocalDate lastSearched(int researcher) {
        return states.parts(researcher).stream()
                .map(part -> timeline.researchers.careers.lastSearched(part, position))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** Those of a block for whom somebody ever looked and found nothing. */
    public int[] searched(int block) {
        return timeline.researchers.searched.of(block);
    }

    /**
     * Whether somebody looked for a researcher and found nothing on a later day than any on which something showed any of
     * their spells true. Who was found after a search is not missing any more.
     */
    public boolean soughtInVain(int researcher) {
        var searched = lastSearched(researcher);
        if (searched == null) {
            return false;
        }
        long day = searched.toEpochDay();
        return Arrays.stream(states.spells(researcher)).allMatch(row -> spells.observed(row) < day);
    }

    /** The cohorts defined by this position, in the order of their ids. */
    public List<CohortDefined> cohorts() {
        return timeline.cohorts.defined(position);
    }

    /** Whether a cohort's list of members is final. */
    public boolean frozen(CohortId cohort) {
        return timeline.cohorts.frozen(cohort, position);
    }

    /**
     * The members of a cohort, each person once: in the order of their numbers, not to be changed. Empty if no such cohort
     * is defined by this position.
     */
    public Optional<int[]> members(CohortId cohort) {
        if (cohort.equals(EVERYONE)) {
            return Optional.of(everyone.all());
        }
        if (timeline.cohorts.definition(cohort, position) == null) {
            return Optional.empty();
        }
        var asked = lastAsked;
        if (!cohort.equals(asked.cohort)) {
            asked = new People(
                    cohort,
                    timeline.cohorts.members(cohort, position).stream()
                            .mapToInt(this::survivor)
                            .sorted()
                            .distinct()
                            .toArray());
            lastAsked = asked;
        }
        return Optional.of(asked.people);
    }

    /** The releases published by this position, in the order of the positions they name. */
    public List<ReleasePublished> releases() {
        return timeline.releases.published(position);
    }

    /** Whether a release was withdrawn by this position. */
    public boolean withdrawn(ReleaseName release) {
        return timeline.releases.withdrawn(release, position);
    }

    /** How many institutions are named by now; numbers run from 0. */
    public int institutionCount() {
        return institutions.length;
    }

    /** The id of an institution. */
    public InstitutionId institution(int number) {
        return timeline.institutions.id(number);
    }

    /** The number of an institution; {@link #NONE} if it is not registered by this position. */
    public int find(InstitutionId institution) {
        int number = timeline.institutions.numbers().find(institution);
        return number >= 0 && number < institutions.length && profile(number) != null ? number : NONE;
    }

    /** What is said of an institution for all days; null if it is not registered by this position. */
    public Profile profile(int institution) {
        return institutions[institution].profiles.latestSeenFrom(position);
    }

    /** These institutions, and all that are ever merged into one of them or under one, as believed here; by number. */
    public BitSet leaningOn(BitSet some) {
        return InstitutionFacts.leaningOn(institutions, some, position);
    }

    /** Those of whom a spell at, or a degree of, one of some institutions is believed, be they somebody else's by now. */
    public IntStream ofInstitutions(BitSet some) {
        return IntStream.range(0, mentioned)
                .filter(who -> spells.anyAt(who, some) || timeline.researchers.degrees.anyAt(who, some, position));
    }

    /**
     * Those whose place in any answer can be another one here than at an earlier position: whom events between the two
     * were about; whoever is, or studied, at an institution that they were about or that leans on one; who joined or left
     * a cohort; and all under whom these count, here or there. For all others nothing need be looked at twice.
     *
     * @param earlier a view at most as late as this one
     * @return their numbers; empty if the two are of different timelines, in which numbers mean different people
     */
    public Optional<BitSet> concernedSince(View earlier) {
        if (timeline != earlier.timeline) {
            return Optional.empty();
        }
        return Optional.of(Between.concerned(timeline, earlier, this));
    }

    /** A researcher's degrees as believed here, their own and those of all merged into them, oldest first. */
    public List<DegreeRow> degrees(int researcher) {
        return DegreeRow.of(timeline.researchers.degrees, states.parts(researcher), position);
    }

    /**
     * Country of the institution of the first completed bachelor's degree, {@link Country#UNKNOWN} if not known: a
     * proxy, never nationality. Completed means that an end is recorded or none is; of several the earliest end counts,
     * an unknown one last, then the one recorded first.
     */
    public int origin(int researcher) {
        DegreeRow first = null;
        for (var degree : degrees(researcher)) {
            if (degree.level() == Level.BACHELOR && (first == null || degree.completedBefore(first))) {
                first = degree;
            }
        }
        return first == null ? Country.UNKNOWN : country(first);
    }

    private int country(DegreeRow degree) {
        if (degree.institution() == NONE) {
            return degree.country();
        }
        var profile = profile(degree.institution());
        var facts = institutions[degree.institution()];
        boolean dated = !facts.headquarters.seenFrom(position).isEmpty()
                || !facts.mergers.seenFrom(position).isEmpty();
        if (degree.end() != null && dated) {
            return institutions(degree.end().earliest())
                    .state(degree.institution())
                    .country();
        }
        return profile == null ? Country.UNKNOWN : Country.number(profile.headquarters());
    }

    /** For each researcher that went, the one that stays. */
    Map<Integer, Integer> goneInto() {
        return goneInto;
    }

    private boolean registered(int researcher) {
        return timeline.researchers.registered(researcher, position);
    }
}
