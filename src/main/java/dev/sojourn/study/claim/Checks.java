package dev.sojourn.study.claim;

import dev.sojourn.study.Knowledge;
import dev.sojourn.study.claim.Checked.Verdict;
import dev.sojourn.study.claim.Operand.OfLedger;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.time.KnownAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Judges claims. A number is right if the exact one, rounded half up to the places that the sentence writes, is that number;
 * {@code at least} and the like compare the exact one itself. Numbers that are not in the ledger are judged by the
 * arithmetic on what was published; where that was rounded and could be either, nothing is said.
 */
public final class Checks {
    private static final int PLACES = 4;

    private final Knowledge knowledge;
    private final RuleBook rules;

    /** Of one ledger. */
    public Checks(Knowledge knowledge, RuleBook rules) {
        this.knowledge = knowledge;
        this.rules = rules;
    }

    /** Judges each, in their order. */
    public List<Checked> of(Claims claims) {
        return claims.all().stream().map(this::check).toList();
    }

    private Checked check(Claim claim) {
        var inquiry = new Inquiry(knowledge, rules, null);
        try {
            var value = inquiry.of(claim);
            return judged(claim, value, inquiry);
        } catch (IllegalArgumentException unanswered) {
            return new Checked(
                    claim,
                    Verdict.UNCHECKED,
                    unanswered.getMessage(),
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    inquiry.bases());
        }
    }

    private Checked judged(Claim claim, Value value, Inquiry inquiry) {
        var claimed = claim.claimed();
        String right = claimed.written(value.exact());
        var verdict = claimed.holds(value.exact())
                ? Verdict.PASS
                : canHold(claimed, value) ? Verdict.UNCHECKED : Verdict.FAIL;
        boolean wrong = verdict == Verdict.FAIL;
        return new Checked(
                claim,
                verdict,
                why(claim, value, verdict, inquiry),
                right,
                value.text(),
                value.exact().rounded(PLACES),
                wrong ? Wording.suggestion(claim, value, right) : null,
                wrong ? rightAt(claim) : List.of(),
                inquiry.bases());
    }

    private static String why(Claim claim, Value value, Verdict verdict, Inquiry inquiry) {
        String range = value.isRounded()
                ? value.least().rounded(1).toPlainString() + " to "
                        + value.most().rounded(1).toPlainString()
                : null;
        if (verdict == Verdict.UNCHECKED) {
            return "the published numbers are rounded: it is " + range + ", and the claim is among that";
        }
        var notes = new ArrayList<String>();
        if (range != null && claim.kind().compares()) {
            notes.add("of the numbers as published, which are rounded: unrounded it is " + range);
        }
        if (inquiry.twoSamples()) {
            notes.add("two samples of different people: shares may be compared, nobody moved from one to the other");
        }
        if (inquiry.estimates()) {
            notes.add("estimated from first exits, with those not seen again left out from then on: not the rate of a"
                    + " retention");
        }
        return notes.isEmpty() ? null : String.join("; ", notes);
    }

    /** Whether it could be right, the published number being rounded: at its ends, or at the claimed number itself. */
    private static boolean canHold(Claimed claimed, Value value) {
        if (!value.isRounded()) {
            return false;
        }
        var most = value.most().minus(Fraction.of(1, 1_000_000_000)); // the upper end itself was rounded up
        var claims = Stream.of(claimed.number(), claimed.upTo())
                .filter(Objects::nonNull)
                .map(number -> Fraction.of(number).times(claimed.direction()))
                .filter(number -> number.compareTo(value.least()) >= 0 && number.compareTo(most) <= 0);
        return Stream.concat(Stream.of(value.least(), most), claims).anyMatch(claimed::holds);
    }

    /** Under which releases, or now, the ledger says what the claim does. */
    private List<String> rightAt(Claim claim) {
        var moments = new ArrayList<String>();
        knowledge.at(KnownAt.NOW).releases().forEach(release -> moments.add("release:" + release.release()));
        moments.add("now");
        return moments.stream().filter(moment -> holdsAt(claim, moment)).toList();
    }

    private boolean holdsAt(Claim claim, String moment) {
        if (!(claim.of() instanceof OfLedger) && !(claim.from() instanceof OfLedger)) {
            return false;
        }
        try {
            return claim.claimed()
                    .holds(new Inquiry(knowledge, rules, moment).of(claim).exact());
        } catch (IllegalArgumentException unanswered) {
            return false;
        }
    }
}
