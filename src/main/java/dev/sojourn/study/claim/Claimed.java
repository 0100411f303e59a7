package dev.sojourn.study.claim;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A number as a sentence says it: {@code 87}, {@code 53 %}, {@code about 50 %}, {@code at least 15}, {@code 21 to 40},
 * {@code down 13 points}, {@code most}.
 *
 * @param number null for {@code most}
 * @param upTo the second number of a range, else null
 * @param direction -1 for down; then the number is how far
 * @param text as written
 */
record Claimed(Kind kind, Comparison comparison, BigDecimal number, BigDecimal upTo, int direction, String text) {

    private static final String NUMBER = "(-?\\d{1,9}(?:\\.\\d{1,6})?)";
    private static final String UNIT = "\\s*(%|per cent|percent|percentage points?|points?|people)?";
    private static final Pattern ONE = Pattern.compile(NUMBER + UNIT);
    private static final Pattern TWO = Pattern.compile("(?:between )?" + NUMBER + " (?:to|and) " + NUMBER + UNIT);

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException saying what is understood
     */
    static Claimed parse(Kind kind, String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        if (text.equals("most") && (kind == Kind.SHARE || kind == Kind.RATE)) {
            return new Claimed(kind, Comparison.MOST, null, null, 1, written.strip());
        }
        int direction = 1;
        if (kind.compares() && (text.startsWith("down ") || text.startsWith("up "))) {
            direction = text.startsWith("down ") ? -1 : 1;
            text = text.substring(text.indexOf(' ') + 1);
        }
        var range = TWO.matcher(text);
        if (range.matches()) {
            requireUnit(kind, range.group(3), written);
            return new Claimed(
                    kind,
                    Comparison.BETWEEN,
                    number(kind, range.group(1)),
                    number(kind, range.group(2)),
                    direction,
                    written.strip());
        }
        var word = Comparison.wordsOf(text);
        var one = ONE.matcher(word.isEmpty() ? text : text.substring(word.get().length() + 1));
        if (!one.matches()) {
            throw new IllegalArgumentException("\"" + written + "\" is no " + kind.text()
                    + "; write a number, or one of " + Comparison.all() + " before it, or two with \"to\" between them"
                    + (kind.compares() ? ", all perhaps after \"down\" or \"up\"" : ""));
        }
        requireUnit(kind, one.group(2), written);
        return new Claimed(
                kind,
                word.map(Comparison::of).orElse(Comparison.EXACTLY),
                number(kind, one.group(1)),
                null,
                direction,
                written.strip());
    }

    private static BigDecimal number(Kind kind, String text) {
        var number = new BigDecimal(text);
        if (number.scale() > 0 && (kind == Kind.COUNT || kind == Kind.DIFFERENCE)) {
            throw new IllegalArgumentException("\"" + text + "\" is no number of people");
        }
        return number;
    }

    private static void requireUnit(Kind kind, String unit, String written) {
        boolean fits = unit == null
                || switch (kind) {
                    case COUNT, DIFFERENCE -> unit.equals("people");
                    case SHARE -> unit.startsWith("per ") || unit.equals("percent") || unit.equals("%");
                    case RATE -> false;
                    case POINTS -> unit.contains("point");
                };
        if (!fits) {
            throw new IllegalArgumentException("\"" + written + "\" is no " + kind.text());
        }
    }

    /** How many places behind the point are written. */
    int decimals() {
        return number == null ? 0 : Math.max(number.scale(), upTo == null ? 0 : upTo.scale());
    }

    /** Whether the sentence is right if this is the exact number. */
    boolean holds(Fraction exact) {
        var measured = exact.times(direction);
        return switch (comparison) {
            case EXACTLY -> measured.rounded(decimals()).compareTo(number) == 0;
            case ABOUT -> near(measured);
            case NEARLY -> near(measured) && measured.rounded(decimals()).compareTo(number) <= 0;
            case MORE_THAN -> measured.compareTo(Fraction.of(number)) > 0;
            case LESS_THAN -> measured.compareTo(Fraction.of(number)) < 0;
            case AT_LEAST -> measured.compareTo(Fraction.of(number)) >= 0;
            case AT_MOST -> measured.compareTo(Fraction.of(number)) <= 0;
            case BETWEEN -> measured.compareTo(Fraction.of(number)) >= 0 && measured.compareTo(Fraction.of(upTo)) <= 0;
            case MOST -> measured.times(2).compareTo(Fraction.of(kind == Kind.SHARE ? 100 : 1, 1)) > 0;
        };
    }

    private boolean near(Fraction measured) {
        var from = Fraction.of(number.subtract(tolerance()));
        var to = Fraction.of(number.add(tolerance()));
        return measured.compareTo(from) >= 0 && measured.compareTo(to) <= 0;
    }

    /**
     * How far "about" reaches: half a unit of the last digit that is not 0, but not more than a tenth of the number, and not
     * less than one of the last place. About 50 is 45 to 55, about 53 is 52 to 54, about 100 is 90 to 110.
     */
    private BigDecimal tolerance() {
        var half = BigDecimal.ONE
                .scaleByPowerOfTen(-number.stripTrailingZeros().scale())
                .divide(BigDecimal.valueOf(2));
        var tenth = number.abs().scaleByPowerOfTen(-1);
        return half.min(tenth).max(BigDecimal.ONE.scaleByPowerOfTen(-Math.max(0, number.scale())));
    }

    /** A number in the form of this one: its places, its unit, its direction. */
    String written(Fraction exact) {
        var rounded = exact.rounded(decimals());
        boolean directed =
                rounded.signum() != 0 && text.toLowerCase(Locale.ROOT).matches("(down|up) .*");
        String way = !directed ? "" : rounded.signum() < 0 ? "down " : "up ";
        return way + (directed ? rounded.abs() : rounded).toPlainString() + kind.unit();
    }
}
