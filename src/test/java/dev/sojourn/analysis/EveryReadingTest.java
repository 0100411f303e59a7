package dev.sojourn.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Role;
import dev.sojourn.time.PartialDate;
import dev.sojourn.time.Vantage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;

/**
 * One person, and up to four coarse dates: each is replaced by each of its days in turn, and a ledger in which all dates are
 * exact is asked. So nothing is shared with what reasons about readings, in the program or in the naive ledger.
 */
@Label("Uncertain is what differs between the ledgers that have one day for each coarse date")
class EveryReadingTest {
    private static final int READINGS = 1_000;

    /** Kinds decide between stays at once: which of two coarse starts is the later one is taken from their earliest days. */
    private static final List<Kind> KINDS = List.of(Kind.ADJUNCT, Kind.JOINT, Kind.PRIMARY);

    /** A stay, by the names of its two dates. */
    private record Stay(String place, String start, String end) {}

    private final Map<String, String> written = new TreeMap<>();
    private final List<Stay> stays = new ArrayList<>();

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void whichever_days_are_picked(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        var random = new Random(seed);
        String day = List.of("2020-06-10", "2020-06-10", "2020-06-20", "2020-02-15", "2020-12-31")
                .get(random.nextInt(5));
        live(random);

        var cells = new TreeSet<String>();
        for (var reading : readings()) {
            cells.add(cell(told(reading), day));
        }

        var ledger = told(written);
        assertThat(ledger.by(Attribute.COUNTRY, day).uncertain()).isEqualTo(cells.size() > 1 ? 1 : 0);
        var kept = ledger.kept("country:US", "2019", day);
        assertThat(kept.base()).isEqualTo(1);
        var bounds = kept.end().bounds();
        assertThat(bounds.low().count()).isEqualTo(cells.equals(new TreeSet<>(List.of("US"))) ? 1 : 0);
        assertThat(bounds.high().count()).isEqualTo(cells.contains("US") || cells.contains("unobserved") ? 1 : 0);
        assertThat(kept.end().uncertain()).isEqualTo(cells.size() > 1 ? 1 : 0);
        assertThat(Flows.of(
                                ledger.now(),
                                new Flows.Question(
                                        Ledger.everyone(Ledger.RULES),
                                        Vantage.day("2019"),
                                        Vantage.day(day),
                                        Attribute.COUNTRY))
                        .uncertain())
                .isEqualTo(cells.size() > 1 ? 1 : 0);
    }

    /** At a US institution since 2018, certainly until the end of 2019; then one or two more stays in 2020. */
    private void live(Random random) {
        written.clear();
        stays.clear();
        written.put("start 0", "2018-03-05");
        stays.add(new Stay("us", "start 0", date(random, "end 0")));
        for (int stay = 1; stay <= 1 + random.nextInt(2); stay++) {
            String start = "start " + stay;
            if (random.nextInt(2) == 0) {
                written.put(start, written.getOrDefault("end " + (stay - 1), "2020-06"));
            } else {
                date(random, start);
            }
            String end = random.nextInt(2) == 0 ? null : date(random, "end " + stay);
            if (end != null
                    && PartialDate.parse(written.get(end))
                            .latest()
                            .isBefore(PartialDate.parse(written.get(start)).earliest())) {
                written.put(end, written.get(start)); // refused otherwise
            }
            stays.add(new Stay(random.nextInt(2) == 0 ? "us" : "cn", start, end));
        }
        if (random.nextInt(4) == 0) {
            date(random, "career");
        }
        if (random.nextInt(4) == 0) {
            date(random, "headquarters");
        }
    }

    /** Writes a date of 2020, as coarse as there is time to try all its days. */
    private String date(Random random, String name) {
        var coarse = List.of("2020", "2020-06", "2020-06", "2020-06", "2020-02");
        written.put(name, coarse.get(random.nextInt(coarse.size())));
        if (tries() > READINGS) {
            written.put(name, "2020-06-1" + random.nextInt(2));
        }
        return name;
    }

    private long tries() {
        return days().values().stream()
                .mapToLong(names -> days(written.get(names.get(0))).size())
                .reduce(1, (one, other) -> one * other);
    }

    /** Dates picked together, by what makes them one: an end and another stay's start written alike are the same day. */
    private Map<String, List<String>> days() {
        var together = new TreeMap<String, List<String>>();
        for (var name : written.keySet()) {
            together.computeIfAbsent(isHandover(name) ? written.get(name) : name, fresh -> new ArrayList<>())
                    .add(name);
        }
        return together;
    }

    private boolean isHandover(String name) {
        var parts = name.split(" ", -1);
        String other = parts[0].equals("start") ? "end" : parts[0].equals("end") ? "start" : null;
        return other != null
                && written.keySet().stream()
                        .anyMatch(one -> one.startsWith(other)
                                && !one.endsWith(parts[1])
                                && written.get(one).equals(written.get(name)));
    }

    private static List<String> days(String text) {
        var date = PartialDate.parse(text);
        return date.earliest()
                .datesUntil(date.latest().plusDays(1))
                .map(LocalDate::toString)
                .toList();
    }

    private List<Map<String, String>> readings() {
        List<Map<String, String>> readings = List.of(Map.of());
        for (var names : days().values()) {
            var more = new ArrayList<Map<String, String>>();
            for (var reading : readings) {
                for (var day : days(written.get(names.get(0)))) {
                    var picked = new HashMap<>(reading);
                    names.forEach(name -> picked.put(name, day));
                    more.add(picked);
                }
            }
            readings = more;
        }
        return readings;
    }

    /** The life with these dates; a stay that would end before it begins, or on that day, holds on no day and is left out. */
    private Ledger told(Map<String, String> dates) {
        var ledger = new Ledger().place("us", "US").place("cn", "CN").person("a");
        for (int stay = 0; stay < stays.size(); stay++) {
            String start = dates.get(stays.get(stay).start());
            String end = stays.get(stay).end() == null
                    ? null
                    : dates.get(stays.get(stay).end());
            boolean exact = start.length() == 10 && end != null && end.length() == 10;
            if (!exact || end.compareTo(start) > 0) {
                ledger.at("a", "s" + stay, stays.get(stay).place(), start, end, KINDS.get(stay), null, Role.RESEARCHER);
            }
        }
        if (dates.containsKey("career")) {
            ledger.ended("a", Cause.RETIRED, dates.get("career"));
        }
        if (dates.containsKey("headquarters")) {
            ledger.and(new HeadquartersMoved(
                    Ledger.institution("us"),
                    new CountryCode("FR"),
                    Ledger.date(dates.get("headquarters")),
                    Remarks.NONE));
        }
        return ledger;
    }

    private static String cell(Ledger ledger, String day) {
        var answer = ledger.by(Attribute.COUNTRY, day);
        return answer.unobserved() == 1
                ? "unobserved"
                : answer.inactive() == 1
                        ? "inactive"
                        : answer.cells().get(0).values().get(0);
    }
}
