package dev.sojourn.study.claim;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What a sentence should have said. */
final class Wording {
    private Wording() {}

    /** The sentence with the right number in place of its own, where that stands in it once; else the number alone. */
    static String suggestion(Claim claim, Value value, String right) {
        var claimed = claim.claimed();
        var rounded = value.exact().rounded(claimed.decimals());
        boolean sameWay = claimed.number() != null
                && rounded.multiply(BigDecimal.valueOf(claimed.direction())).signum()
                        == claimed.number().signum();
        if (claimed.comparison() == Comparison.EXACTLY && sameWay) {
            String number = claimed.number().abs().toPlainString();
            var written = Pattern.compile("(?<![\\d.,])" + Pattern.quote(number) + "(?![\\d]|[.,]\\d)");
            if (written.matcher(claim.says()).results().count() == 1) {
                return written.matcher(claim.says()).replaceFirst(rounded.abs().toPlainString());
            }
        }
        return "The right number is " + right + " (" + value.text() + ").";
    }
}
