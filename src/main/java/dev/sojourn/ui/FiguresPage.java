package dev.sojourn.ui;

import dev.sojourn.exchange.answer.FiguresForm;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.Figures;
import dev.sojourn.study.Knowledge;
import dev.sojourn.study.rule.RuleBook;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what do we know today, and is it what was published? */
@Controller
final class FiguresPage {
    /** The figures whose first value stands above all others. */
    private static final List<String> HEADLINES = List.of("retained-87", "returned-10", "elsewhere-3");

    private final Figures figures;
    private final Knowledge knowledge;
    private final RuleBook rules;
    private final LedgerStore store;

    FiguresPage(Figures figures, Knowledge knowledge, RuleBook rules, LedgerStore store) {
        this.figures = figures;
        this.knowledge = knowledge;
        this.rules = rules;
        this.store = store;
    }

    @GetMapping("/")
    String figures(Model page) {
        var computed = FiguresForm.of(figures.compute(knowledge::at, rules));
        page.addAttribute("figures", computed);
        page.addAttribute(
                "headlines",
                computed.items().stream()
                        .filter(figure -> HEADLINES.contains(figure.id())
                                && figure.results().get(0).computed() != null)
                        .toList());
        page.addAttribute("head", store.head());
        return "figures";
    }
}
