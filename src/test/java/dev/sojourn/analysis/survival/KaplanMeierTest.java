package dev.sojourn.analysis.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.event.CareerEvent.Cause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The published example is the remission times in weeks of the 21 children given 6-mercaptopurine in Freireich et al.,
 * Blood 21 (1963) 699; estimates in Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data (1980) 1.3,
 * and in Collett, Modelling Survival Data in Medical Research.
 */
@DisplayName("Kaplan-Meier, Greenwood and Aalen-Johansen")
class KaplanMeierTest {
    private static final Offset<Double> FOURTH_DECIMAL = within(0.00005);

    private static final int[] RELAPSED = {6, 6, 6, 7, 10, 13, 16, 22, 23};
    private static final int[] CENSORED = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};

    private final List<Risk> table = table(RELAPSED, CENSORED, new int[0]);
    private final List<KaplanMeier.Estimate> estimates = KaplanMeier.of(table);

    /** By hand: 18/21, then times 16/17, 14/15, 11/12, 10/11, 6/7, 5/6. */
    @Test
    void gives_the_published_shares_of_the_remissions_under_6_mercaptopurine() {
        assertThat(at(6).share()).isCloseTo(0.8571, FOURTH_DECIMAL);
        assertThat(at(7).share()).isCloseTo(0.8067, FOURTH_DECIMAL);
        assertThat(at(10).share()).isCloseTo(0.7529, FOURTH_DECIMAL);
        assertThat(at(13).share()).isCloseTo(0.6902, FOURTH_DECIMAL);
        assertThat(at(16).share()).isCloseTo(0.6275, FOURTH_DECIMAL);
        assertThat(at(22).share()).isCloseTo(0.5378, FOURTH_DECIMAL);
        assertThat(at(23).share()).isCloseTo(0.4482, FOURTH_DECIMAL);
        assertThat(at(35).share()).isEqualTo(at(23).share());
    }

    @Test
    void counts_who_is_censored_at_a_time_as_at_risk_in_it() {
        assertThat(table.stream().filter(risk -> risk.gone() > 0).map(Risk::atRisk))
                .containsExactly(21, 17, 15, 12, 11, 7, 6);
    }

    /** At 6: V = 3 / (21 * 18), ln S = -0.15415, so the band is 0.85714 ^ exp(-+1.96 * 0.089087 / 0.15415). */
    @Test
    void gives_the_published_band_of_the_remissions() {
        assertBand(6, 0.6197, 0.9516);
        assertBand(7, 0.5631, 0.9228);
        assertBand(10, 0.5032, 0.8894);
        assertBand(13, 0.4316, 0.8491);
        assertBand(16, 0.3675, 0.8049);
        assertBand(22, 0.2678, 0.7468);
        assertBand(23, 0.1881, 0.6801);
    }

    @Test
    void has_the_published_median_of_23_weeks() {
        assertThat(KaplanMeier.median(table, estimates)).isEqualTo(23);
    }

    @Test
    void has_no_median_where_more_than_half_never_go() {
        var few = table(new int[] {1}, new int[] {2, 2}, new int[0]);
        assertThat(KaplanMeier.median(few, KaplanMeier.of(few))).isNull();
    }

    /**
     * Five people, by hand. Time 1: one of 5 goes; 2: one of 4 ends a career; 3: one is censored; 4: one of 2 goes; 5: the
     * last one is censored. A = 4/5, 4/5 * 3/4 = 3/5, 3/5, 3/10. I(gone) = 1/5, then + 3/5 * 1/2 = 1/2. I(ended) = 4/5 *
     * 1/4 = 1/5. S = 4/5, and * 1/2 = 2/5: as if no career ended, fewer stay than do not go.
     */
    @Test
    void treats_careers_that_end_as_competing_exits() {
        var mixed = table(new int[] {1, 4}, new int[] {3, 5}, new int[] {2});
        var last = KaplanMeier.of(mixed).get(mixed.size() - 1);
        assertThat(last.share()).isCloseTo(0.4, within(1e-12));
        assertThat(last.still()).isCloseTo(0.3, within(1e-12));
        assertThat(last.gone()).isCloseTo(0.5, within(1e-12));
        assertThat(last.ended().get(Cause.DECEASED)).isCloseTo(0.2, within(1e-12));
        assertThat(last.ended().get(Cause.RETIRED)).isZero();
    }

    /** Of 4 at risk one goes and two are known for a part of the time only: 3/4, or, without these two, 1/2. */
    @Test
    void says_what_leaving_out_those_known_for_a_part_of_the_time_would_give() {
        var estimate = KaplanMeier.of(List.of(new Risk(1, 4, 1, none(), 3, 2))).get(0);
        assertThat(estimate.share()).isEqualTo(0.75);
        assertThat(estimate.strict()).isEqualTo(0.5);
    }

    @Test
    void has_no_band_where_nobody_or_everybody_is_gone() {
        var all = KaplanMeier.of(table(new int[] {2, 2}, new int[] {1}, new int[0]));
        assertThat(all.get(1).low()).isNull();
        assertThat(all.get(2).share()).isZero();
        assertThat(all.get(2).high()).isNull();
    }

    private void assertBand(int time, double low, double high) {
        assertThat(at(time).low()).isCloseTo(low, FOURTH_DECIMAL);
        assertThat(at(time).high()).isCloseTo(high, FOURTH_DECIMAL);
    }

    private KaplanMeier.Estimate at(int time) {
        for (int line = 0; line < table.size(); line++) {
            if (table.get(line).time() == time) {
                return estimates.get(line);
            }
        }
        throw new AssertionError("nothing happens at " + time);
    }

    private static List<Risk> table(int[] gone, int[] censored, int[] died) {
        var times = new TreeMap<Integer, int[]>();
        times.put(0, new int[3]);
        for (int time : gone) {
            times.computeIfAbsent(time, fresh -> new int[3])[0]++;
        }
        for (int time : died) {
            times.computeIfAbsent(time, fresh -> new int[3])[1]++;
        }
        for (int time : censored) {
            times.computeIfAbsent(time, fresh -> new int[3])[2]++;
        }
        int atRisk = gone.length + censored.length + died.length;
        var table = new ArrayList<Risk>();
        for (var time : times.entrySet()) {
            int[] counts = time.getValue();
            var ended = none();
            ended.put(Cause.DECEASED, counts[1]);
            table.add(new Risk(time.getKey(), atRisk, counts[0], ended, counts[2], 0));
            atRisk -= counts[0] + counts[1] + counts[2];
        }
        return table;
    }

    private static Map<Cause, Integer> none() {
        var none = new EnumMap<Cause, Integer>(Cause.class);
        for (var cause : Cause.values()) {
            none.put(cause, 0);
        }
        return none;
    }
}
