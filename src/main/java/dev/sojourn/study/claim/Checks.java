package dev.sojourn.study.claim;

import dev.sojourn.projection.View;
import dev.sojourn.study.Knowledge;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.claim.Checked.Basis;
import dev.sojourn.study.claim.Checked.Verdict;
import dev.sojourn.study.claim.Operand.Asked;
import dev.sojourn.study.claim.Operand.Published;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.time.KnownAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        var bases = new ArrayList<Basis>();
        try {
            var value = value(claim, null, bases);
            return judged(claim, value, bases);
        } catch (IllegalArgumentException unanswered) {
            return new Checked(
                    claim, Verdict.UNCHECKED, unanswered.getMessage(), null, null, null, null, List.of(), bases);
        }
    }

    private Checked judged(Claim claim, Value value, List<Basis> bases) {
        var claimed = claim.claimed();
        String right = claimed.written(value.exact());
        var verdict = claimed.holds(value.exact())
                ? Verdict.PASS
                : canHold(claimed, value) ? Verdict.UNCHECKED : Verdict.FAIL;
        boolean wrong = verdict == Verdict.FAIL;
        return new Checked(
                claim,
                verdict,
                why(claim, value, verdict),
                right,
                value.text(),
                value.exact().rounded(PLACES),
                wrong ? Wording.suggestion(claim, value, right) : null,
                wrong ? rightAt(claim) : List.of(),
                bases);
    }

    private static String why(Claim claim, Value value, Verdict verdict) {
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
        if (twoSamples(claim)) {
            notes.add("two samples of different people: shares may be compared, nobody moved from one to the other");
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
        if (!(claim.of() instanceof Asked) && !(claim.from() instanceof Asked)) {
            return false;
        }
        try {
            return claim.claimed().holds(value(claim, moment, new ArrayList<>()).exact());
        } catch (IllegalArgumentException unanswered) {
            return false;
        }
    }

    /**
     * The number.
     *
     * @param moment of knowledge, null for that of the claim
     * @param bases takes what it is taken from
     */
    private Value value(Claim claim, String moment, List<Basis> bases) {
        if (!claim.kind().compares()) {
            return value(claim.of(), claim.kind(), moment, bases);
        }
        requireComparable(claim);
        var part = claim.kind() == Kind.POINTS ? Kind.SHARE : Kind.COUNT;
        var from = value(claim.from(), part, moment, bases);
        return value(claim.of(), part, moment, bases).minus(from);
    }

    private static void requireComparable(Claim claim) {
        if (!twoSamples(claim)) {
            return;
        }
        if (claim.kind() == Kind.DIFFERENCE) {
            throw new IllegalArgumentException(
                    "counts of two samples of different people have no difference; compare shares, in points");
        }
        var retention = SavedQuestion.Analysis.RETENTION;
        if (((Asked) claim.from()).question().analysis() == retention
                || ((Asked) claim.of()).question().analysis() == retention) {
            throw new IllegalArgumentException("retention cannot be compared between two samples of different people");
        }
    }

    private static boolean twoSamples(Claim claim) {
        return claim.from() instanceof Asked from
                && claim.of() instanceof Asked to
                && !from.question().cohort().equals(to.question().cohort());
    }

    private Value value(Operand operand, Kind kind, String moment, List<Basis> bases) {
        return operand instanceof Asked asked
                ? asked(asked, kind, moment, bases)
                : published((Published) operand, kind, bases);
    }

    private Value asked(Asked asked, Kind kind, String moment, List<Basis> bases) {
        var question = moment == null ? asked.question() : asked.question().with(Map.of("knownAt", List.of(moment)));
        View view = knowledge.at(question.knownAt());
        bases.add(new Basis(question, asked.read(), view.position(), null));
        var places = question.places(view, rules, asked.on());
        int count = places.people(asked.read()).length;
        if (kind == Kind.COUNT) {
            return Value.count(count);
        }
        String base = asked.base() == null ? question.base(asked.read()) : asked.base();
        if (base == null) {
            throw new IllegalArgumentException(
                    "\"" + asked.read() + "\" is a share of nothing by itself: name the number it is one of as base");
        }
        int of = places.people(base).length;
        if (of == 0) {
            throw new IllegalArgumentException("there is no share of nobody: " + base + " is 0");
        }
        return Value.share(count, of, kind);
    }

    private static Value published(Published published, Kind kind, List<Basis> bases) {
        bases.add(new Basis(null, null, 0, published.source()));
        if (kind == Kind.COUNT) {
            if (published.count() == null) {
                throw new IllegalArgumentException("only a share was published, and no count");
            }
            return Value.count(published.count());
        }
        if (published.percent() != null) {
            return Value.rounded(published.percent(), kind);
        }
        if (published.of() == null || published.of() == 0) {
            throw new IllegalArgumentException("only a count was published, and not out of how many");
        }
        return Value.share(published.count(), published.of(), kind);
    }
}
