package dev.sojourn.study.claim;

import dev.sojourn.analysis.survival.Risk;
import dev.sojourn.analysis.survival.Survival;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The estimates of a survival, by the formulas of {@link dev.sojourn.analysis.survival.KaplanMeier}, as exact fractions:
 * {@code share:3}, the share never yet gone after three units of time; {@code still:3} and {@code gone:3}, those still there
 * and those gone beside careers that ended; and {@code median}.
 */
final class Estimated {
    private static final Set<String> NAMES = Set.of("share", "still", "gone");

    private Estimated() {}

    static boolean has(String read) {
        return read.equals("median") || (NAMES.contains(before(read)) && read.indexOf(':') > 0);
    }

    private static String before(String read) {
        int colon = read.indexOf(':');
        return colon < 0 ? read : read.substring(0, colon);
    }

    /**
     * One of them.
     *
     * @throws IllegalArgumentException if nobody is followed for so long, or it is no such kind of number
     */
    static Value of(Survival survival, String read, Kind kind) {
        boolean median = read.equals("median");
        if (median != (kind == Kind.COUNT)) {
            throw new IllegalArgumentException(
                    median
                            ? "the median is a time: claim it as a count of years or days"
                            : "\"" + read
                                    + "\" is estimated, and no number of people: claim it as share, rate or points");
        }
        if (median) {
            return median(survival);
        }
        var table = until(survival, read);
        var share =
                switch (before(read)) {
                    case "share" -> left(table, Risk::gone);
                    case "still" -> left(table, risk -> risk.gone() + risk.endedInAll());
                    default -> gone(table);
                };
        return Value.estimate(share, kind);
    }

    private static Value median(Survival survival) {
        if (survival.median() == null) {
            throw new IllegalArgumentException("the median is not reached: more than half have never gone");
        }
        String unit = survival.unit().name().toLowerCase(Locale.ROOT);
        return Value.time(survival.median(), unit);
    }

    private static List<Risk> until(Survival survival, String read) {
        String text = read.substring(read.indexOf(':') + 1);
        int last = survival.table().stream().mapToInt(Risk::time).max().orElse(-1);
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > last) {
            throw new IllegalArgumentException("there is no \"" + read + "\": after the colon stands a time in "
                    + survival.unit().name().toLowerCase(Locale.ROOT) + ", and nobody is followed for more than "
                    + last);
        }
        int time = Integer.parseInt(text);
        return survival.table().stream().filter(risk -> risk.time() <= time).toList();
    }

    private static Fraction left(List<Risk> table, ToIntFunction<Risk> exits) {
        var left = Fraction.of(1, 1);
        for (var risk : table) {
            if (risk.atRisk() > 0) {
                left = left.times(Fraction.of(risk.atRisk() - exits.applyAsInt(risk), risk.atRisk()));
            }
        }
        return left;
    }

    private static Fraction gone(List<Risk> table) {
        var gone = Fraction.of(0, 1);
        for (int at = 0; at < table.size(); at++) {
            var risk = table.get(at);
            if (risk.atRisk() > 0) {
                var before = left(table.subList(0, at), one -> one.gone() + one.endedInAll());
                gone = gone.plus(before.times(Fraction.of(risk.gone(), risk.atRisk())));
            }
        }
        return gone;
    }
}
