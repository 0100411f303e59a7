package dev.sojourn.study.claim;

import dev.sojourn.study.Knowledge;
import dev.sojourn.study.SavedQuestion.Analysis;
import dev.sojourn.study.claim.Checked.Basis;
import dev.sojourn.study.claim.Operand.OfLedger;
import dev.sojourn.study.claim.Operand.Published;
import dev.sojourn.study.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;

/** One claim, asked once: takes down what it was asked of. */
final class Inquiry {
    private final Knowledge knowledge;
    private final RuleBook rules;
    private final String moment;
    private final List<Source> sources = new ArrayList<>();
    private final List<Basis> bases = new ArrayList<>();

    /**
     * Nothing is asked yet.
     *
     * @param moment of knowledge, null for those of the claim
     */
    Inquiry(Knowledge knowledge, RuleBook rules, String moment) {
        this.knowledge = knowledge;
        this.rules = rules;
        this.moment = moment;
    }

    /** What was asked so far, in the order of the claim. */
    List<Basis> bases() {
        return bases;
    }

    /** Whether people of two samples were counted. */
    boolean twoSamples() {
        return sources.stream()
                        .map(source -> source.question().cohort())
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether a number was estimated and not counted. */
    boolean estimates() {
        return sources.stream().anyMatch(Source::isEstimate);
    }

    /**
     * The number that a claim should tell.
     *
     * @throws IllegalArgumentException if there is none, and why
     */
    Value of(Claim claim) {
        var kind = claim.kind();
        if (!kind.compares()) {
            return value(claim.of(), kind);
        }
        var part = kind == Kind.POINTS ? Kind.SHARE : Kind.COUNT;
        var from = value(claim.from(), part);
        var to = value(claim.of(), part);
        requireComparable(kind);
        return to.minus(from);
    }

    private void requireComparable(Kind kind) {
        if (twoSamples()) {
            if (kind == Kind.DIFFERENCE) {
                throw new IllegalArgumentException(
                        "counts of two samples of different people have no difference; compare shares, in points");
            }
            sources.stream().filter(Source::follows).findFirst().ifPresent(source -> {
                throw new IllegalArgumentException(source.question().analysis().text()
                        + " cannot be compared between two samples of different people");
            });
        }
        if (estimates() && sources.stream().anyMatch(source -> source.question().analysis() == Analysis.RETENTION)) {
            throw new IllegalArgumentException("a survival looks at first exits and a retention at the end point: their"
                    + " shares are not comparable");
        }
    }

    private Value value(Operand operand, Kind kind) {
        if (operand instanceof Published published) {
            bases.add(new Basis(null, null, 0, published.source()));
            return value(published, kind);
        }
        var source = Source.of((OfLedger) operand, moment, knowledge, rules);
        sources.add(source);
        bases.add(source.basis());
        return source.value(kind);
    }

    private static Value value(Published published, Kind kind) {
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
