package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.projection.Timeline;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two histories that begin alike: one timeline follows the first, its fork the other. */
@Label("A fork and what it was taken from go their own ways")
class ForksTest {

    @Provide
    Arbitrary<Long> seeds() {
        return Histories.seeds();
    }

    @Provide
    Arbitrary<List<Long>> tails() {
        return Histories.seeds().list().ofMaxSize(25);
    }

    @Property(tries = 1000)
    void each_answers_as_one_that_never_had_anything_to_do_with_the_other(
            @ForAll("tails") List<Long> common,
            @ForAll("tails") List<Long> one,
            @ForAll("tails") List<Long> other,
            @ForAll("seeds") long seed) {
        int shared = Histories.from(common).head();
        var first = Histories.from(joined(common, one));
        var second = Histories.from(joined(common, other));
        var whole = first.timeline(shared);
        var before = PastAnswersTest.answers(whole.now(), seed); // what is kept for questions is shared, too

        var fork = whole.fork(second);
        assertThat(PastAnswersTest.answers(fork.now(), seed)).isEqualTo(before);
        inTurns(first, whole, second, fork, shared);

        assertThat(PastAnswersTest.answers(whole.now(), seed))
                .isEqualTo(PastAnswersTest.answers(first.timeline(first.head()).now(), seed));
        assertThat(PastAnswersTest.answers(fork.now(), seed))
                .isEqualTo(
                        PastAnswersTest.answers(second.timeline(second.head()).now(), seed));
        assertThat(PastAnswersTest.answers(whole.at(shared), seed)).isEqualTo(before);
        assertThat(PastAnswersTest.answers(fork.at(shared), seed)).isEqualTo(before);
    }

    private static void inTurns(EventList first, Timeline whole, EventList second, Timeline fork, int shared) {
        for (int at = shared; at < Math.max(first.head(), second.head()); at++) {
            if (at < first.head()) {
                whole.on(first.all().get(at));
            }
            if (at < second.head()) {
                fork.on(second.all().get(at));
            }
        }
    }

    private static List<Long> joined(List<Long> one, List<Long> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
