package dev.sojourn.exchange.answer.claim;

import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.study.claim.Checked;
import dev.sojourn.study.claim.Checked.Verdict;
import dev.sojourn.study.claim.Claims;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The claims of a text, each checked. As a table: a row for each claim.
 *
 * @param about what text that is, or null
 * @param passed how many are right
 * @param failed how many are wrong
 * @param unchecked how many cannot be checked
 */
public record ClaimsForm(String about, int passed, int failed, int unchecked, List<Item> items) implements Tabular {

    /**
     * A claim.
     *
     * @param by who says so, or null
     * @param note what a reader should know beside it, or null
     * @param kind count, share, rate, points or difference
     * @param claimed the number as written
     * @param verdict pass, fail, or unchecked for what cannot be checked
     * @param why the reason, where one is needed, or null
     * @param right the right number, rounded as the claimed one is; null if there is none
     * @param exact what it was computed from, as in 398/675, or null
     * @param value the same with four decimals, shares and points in per cent
     * @param suggestion a sentence that would be right, or null
     * @param rightAt moments of knowledge at which the ledger says what a wrong claim does: releases, or now
     * @param bases what was asked, or who published it
     */
    public record Item(
            String id,
            String says,
            String by,
            String note,
            String kind,
            String claimed,
            String verdict,
            String why,
            String right,
            String exact,
            BigDecimal value,
            String suggestion,
            List<String> rightAt,
            List<BasisForm> bases) {
        private static Item of(Checked checked) {
            var claim = checked.claim();
            return new Item(
                    claim.id(),
                    claim.says(),
                    claim.by(),
                    claim.note(),
                    claim.kind().text(),
                    claim.written(),
                    checked.verdict().name().toLowerCase(Locale.ROOT),
                    checked.why(),
                    checked.right(),
                    checked.exact(),
                    checked.value() == null ? null : plain(checked.value()),
                    checked.suggestion(),
                    checked.rightAt(),
                    checked.bases().stream().map(BasisForm::of).toList());
        }

        private static BigDecimal plain(BigDecimal value) {
            var stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    /**
     * What a number was taken from.
     *
     * @param call the question as a call of the HTTP interface; null for a published number
     * @param read the number's name in the answer, or null
     * @param knownAt the moment of knowledge that was asked for, a release by its name, or null
     * @param position the last event that counted; 0 for a published number
     * @param source who published it, or null
     */
    public record BasisForm(String call, String read, String knownAt, long position, String source) {
        private static BasisForm of(Checked.Basis basis) {
            var question = basis.question();
            return question == null
                    ? new BasisForm(null, null, null, 0, basis.source())
                    : new BasisForm(
                            question.call(),
                            basis.read(),
                            question.parameters()
                                    .getOrDefault("knownAt", List.of("now"))
                                    .get(0),
                            basis.position(),
                            null);
        }
    }

    /** The form of checked claims, in their order. */
    public static ClaimsForm of(Claims claims, List<Checked> checked) {
        return new ClaimsForm(
                claims.about(),
                count(checked, Verdict.PASS),
                count(checked, Verdict.FAIL),
                count(checked, Verdict.UNCHECKED),
                checked.stream().map(Item::of).toList());
    }

    private static int count(List<Checked> checked, Verdict verdict) {
        return (int) checked.stream().filter(one -> one.verdict() == verdict).count();
    }

    /** In a sentence, for the eye. */
    public String headline() {
        return (about == null ? "" : about + ": ") + passed + " of " + items.size() + " claims are right, " + failed
                + " wrong, " + unchecked + " cannot be checked";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "verdict", "claim", "claimed", "right", "exact", "position", "rightAt", "says", "suggestion", "why");
    }

    @Override
    public List<List<Object>> rows() {
        var rows = new ArrayList<List<Object>>();
        for (var item : items) {
            rows.add(Arrays.asList(
                    item.verdict,
                    item.id,
                    item.claimed,
                    item.right,
                    item.exact,
                    item.bases.stream().mapToLong(BasisForm::position).filter(position -> position > 0).max().stream()
                            .boxed()
                            .findFirst()
                            .orElse(null),
                    String.join(" ", item.rightAt),
                    item.says,
                    item.suggestion,
                    item.why));
        }
        return rows;
    }
}
