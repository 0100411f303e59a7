package dev.sojourn.study.side;

import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.cell.Place;
import dev.sojourn.analysis.frozen.FrozenRetention;
import dev.sojourn.projection.History;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.why.Asking;
import dev.sojourn.study.why.Change;
import dev.sojourn.study.why.Compare;
import java.util.List;
import java.util.Map;

/**
 * A retention with its base frozen as known at one moment, beside the one whose base is derived anew at the moment that
 * tells where people are: the hundred as published, and the hundred as known now.
 *
 * @param then the question at the moment that the base is of
 * @param now the question at the moment that states are of
 * @param joined who is in the base now and was not then, each with one cause
 * @param left who was in the base then and is not now, each with one cause
 */
public record FrozenBase(
        Asking then, Asking now, FrozenRetention frozen, Retention rederived, List<Change> joined, List<Change> left) {

    /**
     * Puts both side by side.
     *
     * @param ledger where events are read again
     * @throws IllegalArgumentException if it is no retention, or cannot be answered at both moments
     */
    public static FrozenBase of(Asking then, Asking now, History ledger) {
        var question = now.question().retention(now.rules());
        var changes = Compare.of(first(then), first(now), ledger);
        return new FrozenBase(
                then,
                now,
                FrozenRetention.of(then.view(), now.view(), question),
                Retention.of(now.view(), question),
                changes.stream()
                        .filter(change -> change.before().equals(Place.OUTSIDE))
                        .toList(),
                changes.stream()
                        .filter(change -> change.after().equals(Place.OUTSIDE))
                        .toList());
    }

    /** Asked of the first day alone, so that a cause is one of being in the base, and not of having gone. */
    private static Asking first(Asking asked) {
        SavedQuestion question = asked.question();
        boolean later = question.parameters().getOrDefault("where", List.of()).stream()
                .anyMatch(condition -> condition.contains("@"));
        return later
                ? asked
                : new Asking(
                        question.with(Map.of("to", question.parameters().get("from"))), asked.view(), asked.rules());
    }
}
