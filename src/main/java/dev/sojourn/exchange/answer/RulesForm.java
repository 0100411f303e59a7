package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.question.Rules;
import java.util.Locale;

/**
 * The rules that an answer was given under, as questions write them.
 *
 * @param place country (of the headquarters) or site (of the workplace)
 * @param phd in, or out where PhD students are left out
 * @param maxAge how old an observation may be, as in P24M; null for no limit
 * @param carried count or unobserved: what becomes of states that are only carried forward
 * @param reviewed all, or only where changes that await approval do not count
 * @param regions version of the region map
 */
public record RulesForm(String place, String phd, String maxAge, String carried, String reviewed, String regions) {
    static RulesForm of(Rules rules) {
        return new RulesForm(
                rules.place().name().toLowerCase(Locale.ROOT),
                rules.phdOut() ? "out" : "in",
                rules.maxAge() == null ? null : rules.maxAge().toString(),
                rules.carried().name().toLowerCase(Locale.ROOT),
                rules.reviewedOnly() ? "only" : "all",
                rules.regions().version());
    }
}
