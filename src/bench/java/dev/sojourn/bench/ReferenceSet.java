package dev.sojourn.bench;

import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.Event;
import dev.sojourn.event.Header;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.Sector;
import dev.sojourn.time.PartialDate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The reference set: so many researchers with about five spell versions each, always the same events for the same number
 * and seed. Nothing is kept: what a researcher did is worked out again from the researcher's number whenever it is due,
 * so a million of them need a few longs each.
 */
public final class ReferenceSet {

    private static final Instant FIRST = Instant.parse("2019-06-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2025-12-01T00:00:00Z");
    private static final int DATED = 200; // institutions that moved, of each kind of change
    private static final int STEP_BITS = 6;

    private final int researchers;
    private final long seed;
    private final Places places;

    public ReferenceSet(int researchers, long seed) {
        this.researchers = researchers;
        this.seed = seed;
        this.places = new Places(seed);
    }

    /** Hands over all events in the order of the ledger: institutions first, then people as they become known. */
    public void events(Consumer<Recorded> sink) {
        var ledger = new Numbered(sink);
        institutions(ledger);
        for (long due : schedule()) {
            int researcher = (int) (due >>> STEP_BITS) & 0x3ffffff;
            var life = life(researcher);
            int step = (int) due & (1 << STEP_BITS) - 1;
            long at = life.recorded(step);
            if (step == life.firstStep()) {
                ledger.add(new ResearcherRegistered(life.id(), Life.ANONYMOUS), at);
                if (life.degree() != null) {
                    ledger.add(new EducationRecorded(life.id(), life.education(), life.degree(), Titled.NONE), at);
                }
            }
            ledger.add(life.event(step), at);
        }
    }

    /** What one researcher did; researchers are numbered from 0. */
    public Life life(int researcher) {
        return new Life(researcher, new SplittableRandom(seed * 31 + researcher), places, FIRST, LAST);
    }

    /** Recorded second, researcher and step of each spell event, in the order in which they are recorded. */
    private long[] schedule() {
        long[] due = new long[researchers * 8];
        int size = 0;
        for (int researcher = 0; researcher < researchers; researcher++) {
            var life = life(researcher);
            for (int step = 0; step < life.steps(); step++) {
                if (size == due.length) {
                    due = Arrays.copyOf(due, size * 2);
                }
                long second = (life.recorded(step) - FIRST.toEpochMilli()) / 1000;
                due[size++] = second << (26 + STEP_BITS) | (long) researcher << STEP_BITS | step;
            }
        }
        long[] sorted = Arrays.copyOf(due, size);
        Arrays.sort(sorted);
        return sorted;
    }

    private void institutions(Numbered ledger) {
        long at = FIRST.toEpochMilli();
        for (int place = 0; place < Places.INSTITUTIONS; place++) {
            var sector = place % 4 == 0 ? Sector.COMPANY : Sector.UNIVERSITY;
            var profile = new Profile(Names.of("I" + place), sector, places.country(place), null, List.of());
            ledger.add(new InstitutionRegistered(places.id(place), profile, Remarks.NONE), at);
        }
        for (int dated = 0; dated < DATED; dated++) {
            int place = 40 + dated * 97;
            var year = new PartialDate(2012 + dated % 12, 0, 0, PartialDate.Qualifier.NONE);
            var country = new CountryCode(dated % 2 == 0 ? "US" : "CN");
            ledger.add(new HeadquartersMoved(places.id(place), country, year, Remarks.NONE), at);
            ledger.add(new ParentChanged(places.id(place + 1), places.id(dated), year, Remarks.NONE), at);
            ledger.add(new JoinedGroup(places.id(place + 2), new GroupId("seven"), year, Remarks.NONE), at);
        }
    }

    /** Numbers events, a position each. */
    private static final class Numbered {
        private final Consumer<Recorded> sink;
        private long position;

        Numbered(Consumer<Recorded> sink) {
            this.sink = sink;
        }

        void add(Event event, long millis) {
            var recorded = Instant.ofEpochMilli(millis / 1000 * 1000); // as the schedule orders them
            sink.accept(new Recorded(new Header(++position, recorded, 0, "generator", "c", null, null, null), event));
        }
    }
}
