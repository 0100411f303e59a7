package dev.sojourn.api.read;

import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.api.traffic.CountsOnly;
import dev.sojourn.exchange.answer.FiguresForm;
import dev.sojourn.study.Figures;
import dev.sojourn.study.Knowledge;
import dev.sojourn.study.rule.RuleBook;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The saved questions, marked against what was published. */
@RestController
@RequestMapping("/api/v1")
final class FigureReads {
    private final Figures figures;
    private final Knowledge knowledge;
    private final RuleBook rules;

    FigureReads(Figures figures, Knowledge knowledge, RuleBook rules) {
        this.figures = figures;
        this.knowledge = knowledge;
        this.rules = rules;
    }

    @GetMapping({"/figures", "/figures.csv"})
    @CountsOnly
    @Operation(summary = "All figures, each value beside what was published")
    FiguresForm all() {
        return FiguresForm.of(figures.compute(knowledge::at, rules));
    }

    @GetMapping("/figures/{id}")
    @CountsOnly
    @Operation(summary = "One figure")
    FiguresForm.Item one(@PathVariable("id") String id) {
        return all().items().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotInLedger("there is no figure \"" + id + "\": /api/v1/figures lists them"));
    }
}
