package dev.sojourn.bench;

import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.column.Country;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What somebody would write who needs these numbers once: each researcher's versions beside each other in arrays, and a
 * loop over all of them for each question. It knows retention and flows between headquarters countries, which it counts
 * just as the timeline must, and nothing else.
 */
final class Loops implements Consumer<Recorded> {

    private static final int OPEN = Integer.MAX_VALUE;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Version(int place, int start, int end, int rank, int from, int[] to, String spell) {}

    private final Map<ResearcherId, Integer> numbers = new HashMap<>();
    private final Map<InstitutionId, Integer> places = new HashMap<>();
    private final List<String> placeIds = new ArrayList<>();
    private final List<Integer> headquarters = new ArrayList<>();
    private final Map<Integer, int[]> moved = new HashMap<>(); // institution: day, country
    private final Map<SpellId, Version> believed = new HashMap<>();
    private List<List<Version>> told = new ArrayList<>();
    private final List<Integer> origins = new ArrayList<>();
    private final List<Integer> registered = new ArrayList<>();
    // Laid out once all is told.
    private int[] first;
    private int[] place;
    private int[] start;
    private int[] end;
    private int[] from;
    private int[] to;

    @Override
    public void accept(Recorded recorded) {
        Event event = recorded.event();
        int position = (int) recorded.position();
        if (event instanceof InstitutionRegistered known) {
            places.put(known.institution(), headquarters.size());
            placeIds.add(known.institution().value());
            headquarters.add(Country.number(known.profile().headquarters()));
        } else if (event instanceof HeadquartersMoved move) {
            int day = (int) move.from().earliest().toEpochDay();
            moved.put(places.get(move.institution()), new int[] {day, Country.number(move.country())});
        } else if (event instanceof ResearcherRegistered known) {
            numbers.put(known.researcher(), told.size());
            told.add(new ArrayList<>());
            origins.add(Country.UNKNOWN);
            registered.add(position);
        } else if (event instanceof EducationRecorded known) {
            int country = known.degree().country() != null
                    ? Country.number(known.degree().country())
                    : country(
                            places.get(known.degree().institution()),
                            day(known.degree().end().earliest()));
            origins.set(numbers.get(known.researcher()), country);
        } else if (event instanceof SpellEvent spell) {
            spell(spell, position);
        }
    }

    private void spell(SpellEvent event, int position) {
        var before = believed.remove(event.spell());
        if (before != null) {
            before.to[0] = position;
        }
        var claim = event instanceof AffiliationRecorded recorded
                ? recorded.claim()
                : event instanceof AffiliationCorrected corrected ? corrected.claim() : null;
        if (claim != null) {
            var version = version(claim, event.spell(), position);
            believed.put(event.spell(), version);
            told.get(numbers.get(event.researcher())).add(version);
        }
    }

    private Version version(Claim claim, SpellId spell, int position) {
        return new Version(
                places.get(claim.institution()),
                day(claim.start().earliest()),
                claim.end() == null ? OPEN : day(claim.end().earliest()),
                claim.kind() == null ? 0 : claim.kind() == Kind.ADJUNCT ? 2 : 1,
                position,
                new int[] {OPEN},
                spell.value());
    }

    /** Lays the versions out: of each researcher those that take precedence first. */
    void layOut() {
        believed.clear();
        int rows = told.stream().mapToInt(List::size).sum();
        first = new int[told.size() + 1];
        place = new int[rows];
        start = new int[rows];
        end = new int[rows];
        from = new int[rows];
        to = new int[rows];
        int row = 0;
        for (int who = 0; who < told.size(); who++) {
            told.get(who)
                    .sort((one, other) -> one.rank != other.rank
                            ? one.rank - other.rank
                            : one.start != other.start ? other.start - one.start : ids(one, other));
            for (var version : told.get(who)) {
                place[row] = version.place;
                start[row] = version.start;
                end[row] = version.end;
                from[row] = version.from;
                to[row++] = version.to[0];
            }
            first[who + 1] = row;
        }
        told = List.of();
    }

    private int ids(Version one, Version other) {
        int byPlace = placeIds.get(one.place).compareTo(placeIds.get(other.place));
        return byPlace != 0 ? byPlace : one.spell.compareTo(other.spell);
    }

    /** Of those with an origin who were in a country on one day, how many are there on another: base and retained. */
    int[] retention(int origin, int country, LocalDate before, LocalDate after, int position) {
        int[] then = countries(before);
        int[] later = countries(after);
        int base = 0;
        int retained = 0;
        for (int who = 0; who + 1 < first.length; who++) {
            if (origins.get(who) == origin && registered.get(who) <= position) {
                int row = deciding(who, day(before), position);
                if (row >= 0 && then[place[row]] == country) {
                    base++;
                    int last = deciding(who, day(after), position);
                    retained += last >= 0 && later[place[last]] == country ? 1 : 0;
                }
            }
        }
        return new int[] {base, retained};
    }

    /** People by country on one day and another; the last row and column hold those who are nowhere. */
    int[][] flows(LocalDate before, LocalDate after, int position) {
        int[] then = countries(before);
        int[] later = countries(after);
        int[][] counts = new int[Country.COUNT + 1][Country.COUNT + 1];
        for (int who = 0; who + 1 < first.length; who++) {
            if (registered.get(who) <= position) {
                int one = deciding(who, day(before), position);
                int other = deciding(who, day(after), position);
                counts[one < 0 ? Country.COUNT : then[place[one]]][other < 0 ? Country.COUNT : later[place[other]]]++;
            }
        }
        return counts;
    }

    private int deciding(int who, int day, int position) {
        for (int row = first[who]; row < first[who + 1]; row++) {
            if (from[row] <= position && position < to[row] && start[row] <= day && day < end[row]) {
                return row;
            }
        }
        return -1;
    }

    private int[] countries(LocalDate day) {
        int[] countries = new int[headquarters.size()];
        Arrays.setAll(countries, institution -> country(institution, day(day)));
        return countries;
    }

    private int country(int institution, int day) {
        int[] move = moved.get(institution);
        return move != null && move[0] <= day ? move[1] : headquarters.get(institution);
    }

    private static int day(LocalDate day) {
        return (int) day.toEpochDay();
    }
}
