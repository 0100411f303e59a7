package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.audit.diff.Diff;
import dev.sojourn.audit.diff.Piece;
import dev.sojourn.audit.telling.Story;
import dev.sojourn.audit.telling.Teller;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.Timeline;
import dev.sojourn.study.RegionMaps;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("What differs of a person between two vantages")
class DiffTest {
    private static final RegionMap REGIONS = RegionMaps.reference();

    @Provide
    Arbitrary<Long> seeds() {
        return Histories.seeds();
    }

    @Provide
    Arbitrary<EventList> histories() {
        return Histories.any();
    }

    @Property(tries = 1000)
    void makes_the_second_picture_of_the_first_and_each_difference_has_a_cause(
            @ForAll("histories") EventList events, @ForAll("seeds") long seed) {
        var dice = new Dice(seed);
        var timeline = events.timeline(events.head());
        var first = at(timeline, dice);
        var elsewhen = at(timeline, dice);
        var second = dice.below(2) == 0 ? elsewhen : new Diff.At(elsewhen.view(), first.day());
        var person = new ResearcherId("r" + dice.below(3));

        var diff = diff(events, timeline, person, first, second);

        assertThat(applied(diff)).isEqualTo(diff.second().pieces());
        assertThat(diff.differences()).allSatisfy(difference -> assertThat(difference.causes())
                .as("%s of %s from %s to %s", difference, person, first, second)
                .isNotEmpty()
                .allSatisfy(cause -> assertThat(cause.recorded().position())
                        .isLessThanOrEqualTo(
                                Math.max(first.view().position(), second.view().position()))));
        if (first.day().equals(second.day())) {
            long from = Math.min(first.view().position(), second.view().position());
            assertThat(diff.differences()).allSatisfy(difference -> assertThat(difference.causes())
                    .allSatisfy(cause -> assertThat(cause.recorded().position()).isGreaterThan(from)));
        }
    }

    @Property(tries = 200)
    void is_nothing_if_they_are_one(@ForAll("histories") EventList events, @ForAll("seeds") long seed) {
        var timeline = events.timeline(events.head());
        var here = at(timeline, new Dice(seed));
        for (var person : List.of("r0", "r1", "r2")) {
            assertThat(diff(events, timeline, new ResearcherId(person), here, here)
                            .differences())
                    .isEmpty();
        }
    }

    private static Diff diff(EventList events, Timeline timeline, ResearcherId person, Diff.At first, Diff.At second) {
        long later = Math.max(first.view().position(), second.view().position());
        var teller =
                new Teller(timeline.at(later), subject -> new Story(events.ofSubject(subject, later)), Locale.ENGLISH);
        return Diff.of(person, first, second, REGIONS, teller);
    }

    private static Diff.At at(Timeline timeline, Dice dice) {
        return new Diff.At(
                timeline.at(dice.below((int) timeline.position() + 1)),
                LocalDate.of(2017 + dice.below(10), 1 + dice.below(12), 1 + dice.below(28)));
    }

    /** Field by field, knowing nothing but the differences. */
    private static Map<Piece, Map<String, String>> applied(Diff diff) {
        var pieces = new TreeMap<Piece, Map<String, String>>();
        diff.first().pieces().forEach((piece, fields) -> pieces.put(piece, new LinkedHashMap<>(fields)));
        for (var difference : diff.differences()) {
            var fields = pieces.computeIfAbsent(difference.piece(), piece -> new LinkedHashMap<>());
            for (var field : difference.fields()) {
                assertThat(fields.get(field.name())).isEqualTo(field.before());
                if (field.after() == null) {
                    fields.remove(field.name());
                } else {
                    fields.put(field.name(), field.after());
                }
            }
            if (fields.isEmpty()) {
                pieces.remove(difference.piece());
            }
        }
        return pieces;
    }
}
