package dev.sojourn.analysis.survival;

import dev.sojourn.event.CareerEvent.Cause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The estimators over an at-risk table. At each time t, n are at risk, d go, and e careers end:
 *
 * <pre>
 * S(t)  = product of (1 - d/n) over times up to t          Kaplan and Meier, J. Am. Stat. Assoc. 53 (1958) 457
 * V(t)  = sum of d / (n (n - d))                           Greenwood (1926)
 * band  = S ^ exp(-+ z sqrt(V) / ln S), z = 1.959964       log(-log S); Kalbfleisch and Prentice (1980) 1.3
 * A(t)  = product of (1 - (d+e)/n)                         still there and active
 * I(t)  = sum of A(t-) d/n, and likewise for each e        Aalen and Johansen, Scand. J. Stat. 5 (1978) 141
 * </pre>
 *
 * <p>For S whoever's career ends counts as censored: it is the share not gone if no career ended. A + all I = 1.
 */
public final class KaplanMeier {

    /** The 97.5th percentile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * The estimates at one time.
     *
     * @param share S, in [0, 1]
     * @param low end of its 95 % band; null where S is 1 or 0, where the band is not defined
     * @param high likewise
     * @param strict S if those known to be there for a part of a time's unit only were not at risk in it: the lowest S
     *     that any treatment of them gives
     * @param still A
     * @param gone I of those gone to another value
     * @param ended I of careers that ended, by cause
     */
    public record Estimate(
            double share,
            Double low,
            Double high,
            double strict,
            double still,
            double gone,
            Map<Cause, Double> ended) {}

    private double share = 1;
    private double strict = 1;
    private double variance;
    private double still = 1;
    private double gone;
    private final Map<Cause, Double> ended = new EnumMap<>(Cause.class);

    private KaplanMeier() {
        for (var cause : Cause.values()) {
            ended.put(cause, 0.0);
        }
    }

    /** The estimates at each time of a table, whose times ascend. */
    public static List<Estimate> of(List<Risk> table) {
        var sums = new KaplanMeier();
        var estimates = new ArrayList<Estimate>();
        table.forEach(risk -> estimates.add(sums.next(risk)));
        return List.copyOf(estimates);
    }

    private Estimate next(Risk risk) {
        double atRisk = risk.atRisk();
        if (risk.atRisk() > 0) {
            gone += still * risk.gone() / atRisk;
            risk.ended().forEach((cause, count) -> ended.merge(cause, still * count / atRisk, Double::sum));
            still *= 1 - (risk.gone() + risk.endedInAll()) / atRisk;
            share *= 1 - risk.gone() / atRisk;
            variance += risk.gone() / (atRisk * (atRisk - risk.gone())); // infinite where all go; S is 0 then
        }
        int whole = risk.atRisk() - risk.partly();
        strict *= risk.gone() == 0 ? 1 : 1 - risk.gone() / (double) whole;
        boolean band = share > 0 && share < 1;
        double width = band ? Z * Math.sqrt(variance) / Math.log(share) : 0;
        return new Estimate(
                share,
                band ? Math.pow(share, Math.exp(-width)) : null,
                band ? Math.pow(share, Math.exp(width)) : null,
                strict,
                still,
                gone,
                new EnumMap<>(ended));
    }

    /** The first time at which S is at most one half; null if that is never reached. */
    public static Integer median(List<Risk> table, List<Estimate> estimates) {
        for (int at = 0; at < table.size(); at++) {
            if (estimates.get(at).share() <= 0.5 + 1e-12) {
                return table.get(at).time();
            }
        }
        return null;
    }
}
