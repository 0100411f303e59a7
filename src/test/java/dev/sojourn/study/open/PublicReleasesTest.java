package dev.sojourn.study.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.Ledger;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ReleasedQuestion;
import dev.sojourn.event.value.ReleasedRegions;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;

/** Random people who move about, random figures, and several releases of them. */
@Label("Of public releases of random ledgers")
class PublicReleasesTest {

    private static final List<String> COUNTRIES = List.of("US", "US", "US", "US", "CN", "CN", "GB", "FR");

    private Ledger ledger;
    private List<ReleasePublished> releases;

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void no_small_group_can_be_worked_out(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        var random = new Random(seed);
        ledger = new Ledger(); // one instance is there for all tries
        releases = new ArrayList<>();
        int threshold = 2 + random.nextInt(3);
        ledger(random, threshold < 4 ? 24 : 16);
        var timeline = ledger.events.timeline(ledger.events.head());
        LongFunction<View> at = timeline::at;
        var open = new PublicReleases(threshold, at).of(releases);
        var attack = new Attack();
        for (var release : open) {
            attack.read(release, at);
            release.figures().forEach(figure -> figure.readable()
                    .forEach((name, count) ->
                            assertThat(count).as(name).matches(some -> some == 0 || some >= threshold)));
        }
        int[] found = attack.smallGroup(threshold);
        assertThat(found)
                .as("%s of %s people", attack.numbers(), attack.people())
                .isNull();
        later(open, threshold);
        int some = random.nextInt(releases.size()); // what comes later changes nothing of what was shown
        assertThat(figures(new PublicReleases(threshold, at).of(releases.subList(0, some))))
                .isEqualTo(figures(open.subList(0, some)));
    }

    private static List<List<PublicFigure>> figures(List<PublicRelease> open) {
        return open.stream().map(PublicRelease::figures).toList();
    }

    /** The same number of the same question twice: equal, or further apart than the threshold. */
    private static void later(List<PublicRelease> open, int threshold) {
        for (var one : open) {
            for (var other : open) {
                for (var figure : one.figures()) {
                    other.figures().stream()
                            .filter(same -> same.question().equals(figure.question()))
                            .forEach(same -> figure.readable().forEach((name, count) -> {
                                int apart = Math.abs(count - same.readable().getOrDefault(name, count));
                                assertThat(apart).as(name).matches(it -> it == 0 || it >= threshold);
                            }));
                }
            }
        }
    }

    private void ledger(Random random, int people) {
        COUNTRIES.stream().distinct().forEach(country -> ledger.place(country, country));
        for (int person = 0; person < people; person++) {
            ledger.person("p" + person);
            if (random.nextInt(10) > 0) {
                ledger.origin("p" + person, COUNTRIES.get(random.nextInt(8)));
            }
            if (random.nextInt(10) > 0) {
                String end = random.nextInt(3) == 0 ? "2021" : null;
                ledger.at(
                        "p" + person,
                        person + "-1",
                        COUNTRIES.get(random.nextInt(8)),
                        "2018",
                        end,
                        null,
                        null,
                        Role.RESEARCHER);
            }
        }
        var questions = questions(random);
        release(questions);
        for (int more = random.nextInt(3); more >= 0; more--) {
            for (int events = random.nextInt(12); events > 0; events--) {
                change(random, people);
            }
            release(random.nextInt(3) == 0 ? questions(random) : questions);
        }
    }

    private void change(Random random, int people) {
        int person = random.nextInt(people);
        if (random.nextInt(4) == 0) {
            ledger.and(new AffiliationRetracted(Ledger.who("p" + person), new SpellId(person + "-1"), Remarks.NONE));
        } else {
            ledger.at(
                    "p" + person,
                    person + "-" + ledger.events.head(),
                    COUNTRIES.get(random.nextInt(8)),
                    random.nextBoolean() ? "2019" : "2021",
                    null,
                    null,
                    null,
                    Role.RESEARCHER);
        }
    }

    private void release(Map<String, ReleasedQuestion> questions) {
        var digests = new TreeMap<String, String>();
        questions.keySet().forEach(figure -> digests.put(figure, "0".repeat(64)));
        releases.add(new ReleasePublished(
                new ReleaseName("release-" + releases.size()),
                "A release",
                ledger.events.head(),
                "standard",
                digests,
                questions,
                List.of(new ReleasedRegions(Ledger.REGIONS.version(), Ledger.REGIONS.countries())),
                Remarks.NONE));
    }

    private static Map<String, ReleasedQuestion> questions(Random random) {
        var questions = new TreeMap<String, ReleasedQuestion>();
        for (int figure = random.nextInt(3) + 1; figure > 0; figure--) {
            String where = random.nextInt(3) == 0 ? "origin:" + COUNTRIES.get(random.nextInt(8)) : "origin:!DE";
            questions.put("figure-" + figure, question(random, where));
        }
        return questions;
    }

    private static ReleasedQuestion question(Random random, String where) {
        String by = random.nextBoolean() ? "country" : "origin";
        String held = "country:" + COUNTRIES.get(random.nextInt(8));
        return switch (random.nextInt(7)) {
            case 0 -> ask("retention", where, "held", held, "from", "2019", "to", "2022");
            case 1 -> ask("flows", where, "by", "country", "from", "2019", "to", "2022");
            case 2 -> ask("survival", where, "held", held, "from", "2019", "to", "2022");
            case 3 -> ask("paths", where, "by", "country", "days", "2019,2020,2022");
            case 4 -> ask("moves", where, "by", "country", "from", "2019", "to", "2022");
            case 5 -> ask("state", where, "asOf", "2020");
            default -> ask("composition", where, "asOf", random.nextBoolean() ? "2019" : "2022", "by", by);
        };
    }

    private static ReleasedQuestion ask(String analysis, String where, String... parameters) {
        var all = new TreeMap<String, List<String>>();
        all.put("cohort", List.of("everyone"));
        all.put("where", List.of(where));
        for (int at = 0; at < parameters.length; at += 2) {
            all.put(parameters[at], List.of(parameters[at + 1]));
        }
        return new ReleasedQuestion(analysis, all);
    }
}
