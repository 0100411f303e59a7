package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.question.Rules;
import dev.sojourn.study.rule.RuleText;
import java.util.List;

/**
 * The rules that an answer was given under, as questions write them.
 *
 * @param name the rule set that was asked for; {@code standard} if none was
 * @param overridden the parameters that the question says otherwise than the set
 * @param place country (of the headquarters) or site (of the workplace)
 * @param phd in, or out where PhD students are left out
 * @param maxAge how old an observation may be, as in P24M; null for no limit
 * @param carried count or unobserved: what becomes of states that are only carried forward
 * @param reviewed all, or only where changes that await approval do not count
 * @param regions version of the region map
 */
public record RulesForm(
        String name,
        List<String> overridden,
        String place,
        String phd,
        String maxAge,
        String carried,
        String reviewed,
        String regions) {
    /** The form of rules. */
    public static RulesForm of(Rules rules) {
        var said = RuleText.of(rules);
        return new RulesForm(
                rules.named().set(),
                rules.named().overridden(),
                said.get("place"),
                said.get("phd"),
                said.get("maxAge"),
                said.get("carried"),
                said.get("reviewed"),
                said.get("regions"));
    }
}
