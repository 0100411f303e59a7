package dev.sojourn.study.search;

import java.util.List;

/**
 * Two who may be one person; nobody but a curator says whether they are.
 *
 * @param one the number of the one who was recorded first, or who was asked about
 * @param other the number of the other
 * @param reasons why to look, the weightiest first; what speaks against it last
 */
public record Candidates(int one, int other, List<Likeness> reasons) {
    int weight() {
        return reasons.stream().mapToInt(reason -> reason.kind().weight).sum();
    }
}
