package dev.sojourn.bench.peer;

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
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Sector;
import dev.sojourn.projection.column.Country;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The reference set as rows of tables. It knows what the generator makes, and fails at anything else. */
final class Facts implements Consumer<Recorded> {

    /** A day after all others. */
    static final int NO_END = 999_999;

    /** A country that is not known. */
    static final int UNKNOWN = Country.UNKNOWN;

    /** Where an institution has its headquarters from a day until before another. */
    record Seat(int institution, int from, int to, int country) {}

    private final Map<String, Integer> institutions = new HashMap<>();
    private final Map<Integer, Seat> moves = new HashMap<>();
    private final List<InstitutionRegistered> registered = new ArrayList<>();
    private final Map<ResearcherId, Integer> numbers = new HashMap<>();
    private List<Integer> headquarters; // once all institutions are registered
    private final List<ResearcherId> researchers = new ArrayList<>();
    private final List<Integer> origins = new ArrayList<>();
    private final List<Integer> since = new ArrayList<>();
    private final Versions versions = new Versions();
    private int position;

    @Override
    public void accept(Recorded recorded) {
        position = (int) recorded.position();
        Event event = recorded.event();
        if (event instanceof InstitutionRegistered known) {
            registered.add(known);
        } else if (event instanceof HeadquartersMoved move) {
            numbered();
            int institution = institution(move.institution());
            moves.put(institution, new Seat(institution, day(move.from()), NO_END, Country.number(move.country())));
        } else if (event instanceof ResearcherRegistered known) {
            numbers.put(known.researcher(), researchers.size());
            researchers.add(known.researcher());
            origins.add(UNKNOWN);
            since.add(position);
        } else if (event instanceof EducationRecorded known) {
            origins.set(numbers.get(known.researcher()), origin(known.degree()));
        } else if (event instanceof SpellEvent spell) {
            spell(spell);
        }
    }

    /** Institutions are numbered in the order of their ids, which is one of the rules of precedence. */
    private void numbered() {
        if (institutions.isEmpty()) {
            new TreeSet<>(registered.stream()
                            .map(known -> known.institution().value())
                            .toList())
                    .forEach(id -> institutions.put(id, institutions.size()));
        }
    }

    private int institution(InstitutionId id) {
        return institutions.get(id.value());
    }

    private int origin(Degree degree) {
        if (degree.country() != null) {
            return Country.number(degree.country());
        }
        int institution = institution(degree.institution());
        var move = moves.get(institution);
        return move != null && move.from <= day(degree.end())
                ? move.country
                : headquarters().get(institution);
    }

    private List<Integer> headquarters() {
        if (headquarters == null) {
            var countries = new Integer[registered.size()];
            registered.forEach(known -> countries[institution(known.institution())] = number(known));
            headquarters = Arrays.asList(countries);
        }
        return headquarters;
    }

    private static int number(InstitutionRegistered known) {
        CountryCode country = known.profile().headquarters();
        return Country.number(country);
    }

    private void spell(SpellEvent event) {
        int researcher = numbers.get(event.researcher());
        versions.close(researcher, event.spell(), position);
        if (event instanceof AffiliationRecorded recorded) {
            tell(researcher, event, recorded.claim());
        } else if (event instanceof AffiliationCorrected corrected) {
            tell(researcher, event, corrected.claim());
        }
    }

    private void tell(int researcher, SpellEvent event, Claim claim) {
        int end = claim.end() == null ? NO_END : day(claim.end());
        versions.open(
                researcher,
                event.spell(),
                new Versions.Told(institution(claim.institution()), rank(claim.kind()), day(claim.start()), end),
                position);
    }

    /** The place of a kind in the order of precedence; the generator makes two kinds. */
    private static int rank(Kind kind) {
        if (kind != null && kind != Kind.ADJUNCT) {
            throw new IllegalArgumentException("the reference set has no spells of kind " + kind);
        }
        return kind == null ? 0 : 2;
    }

    private static int day(PartialDate date) {
        return day(date.earliest());
    }

    static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }

    /** Those who can be forgotten once all is told. */
    void toldAll() {
        numbers.clear();
    }

    Versions versions() {
        return versions;
    }

    /** Researchers are numbered from 0 in the order in which they were registered. */
    int researchers() {
        return researchers.size();
    }

    ResearcherId researcher(int number) {
        return researchers.get(number);
    }

    int origin(int researcher) {
        return origins.get(researcher);
    }

    /** The position from which somebody was in the ledger. */
    int registered(int researcher) {
        return since.get(researcher);
    }

    /** Whether each institution is a university. */
    boolean[] universities() {
        var universities = new boolean[registered.size()];
        registered.forEach(known ->
                universities[institution(known.institution())] = known.profile().sector() == Sector.UNIVERSITY);
        return universities;
    }

    /** The ids of the institutions, by number. */
    List<String> institutionIds() {
        return institutions.keySet().stream().sorted().toList();
    }

    /** Where institutions are, of each in the order of days. */
    List<Seat> seats() {
        return IntStream.range(0, registered.size())
                .boxed()
                .flatMap(institution -> {
                    var move = moves.get(institution);
                    var first = new Seat(
                            institution,
                            -NO_END,
                            move == null ? NO_END : move.from,
                            headquarters().get(institution));
                    return move == null ? Stream.of(first) : Stream.of(first, move);
                })
                .toList();
    }
}
