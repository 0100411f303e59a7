package dev.sojourn.api.write;

import dev.sojourn.analysis.question.Rules;
import dev.sojourn.api.body.Body;
import dev.sojourn.api.body.Source;
import dev.sojourn.api.body.Texts;
import dev.sojourn.api.parameter.ChangeParameters;
import dev.sojourn.api.parameter.WriteParameters;
import dev.sojourn.api.problem.BadBody;
import dev.sojourn.api.problem.Flaw;
import dev.sojourn.api.write.Writes.Written;
import dev.sojourn.command.ReleaseCommand.WithdrawRelease;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.projection.View;
import dev.sojourn.study.Figures;
import dev.sojourn.study.Knowledge;
import dev.sojourn.study.release.ChangedMap;
import dev.sojourn.study.release.Publication;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.time.KnownAt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be recorded about releases. */
@RestController
@RequestMapping("/api/v1/releases")
final class ReleaseWrites {
    /**
     * A new release.
     *
     * @param title what it is called; its name, if nothing is said
     * @param knownAt the moment of knowledge to freeze; now, if nothing is said
     * @param rules the rule set; standard, if nothing is said
     */
    record NewRelease(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "tracker-3.0")
            ReleaseName name,

            @Schema(maxLength = Texts.LINE) String title,

            @Schema(maxLength = Texts.LINE, description = "As in answers: position:N, a date, an instant, or now.")
            String knownAt,

            @Schema(
                    maxLength = Texts.LINE,
                    description = "The rule set that holds for what a figure does not say; standard, if absent.")
            String rules,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {
        NewRelease {
            NewId.check("name", name);
        }
    }

    private final Writes writes;
    private final Knowledge knowledge;
    private final Figures figures;
    private final RuleBook rules;

    ReleaseWrites(Writes writes, Knowledge knowledge, Figures figures, RuleBook rules) {
        this.writes = writes;
        this.knowledge = knowledge;
        this.figures = figures;
        this.rules = rules;
    }

    @PostMapping
    @WriteParameters
    @Operation(
            summary =
                    "Publish a release: name a moment of knowledge, and keep every figure's question with the SHA-256 of"
                            + " what it counts there")
    ResponseEntity<Written> publish(@RequestBody NewRelease body, HttpServletRequest request) {
        return writes.create(
                request,
                () -> Publication.of(
                                body.name(),
                                body.title() == null ? body.name().value() : body.title(),
                                view(body),
                                figures,
                                rules,
                                body.rules() == null ? Rules.STANDARD : body.rules(),
                                body.remarks())
                        .command(),
                "/api/v1/releases/" + Writes.inAddress(body.name()));
    }

    /** Repeated, it is the moment that was published, so that a repetition asks for the same. */
    private View view(NewRelease body) {
        var now = knowledge.at(KnownAt.NOW);
        ChangedMap.refuse(now.releases(), rules);
        return body.knownAt() != null
                ? asked(body.knownAt())
                : now.releases().stream()
                        .filter(release -> release.release().equals(body.name()))
                        .findFirst()
                        .map(release -> knowledge.at(new KnownAt.AtPosition(release.position())))
                        .orElse(now);
    }

    private View asked(String knownAt) {
        try {
            return knowledge.at(KnownAt.parse(knownAt));
        } catch (IllegalArgumentException wrong) {
            throw new BadBody(List.of(new Flaw("/knownAt", knownAt, wrong.getMessage())));
        }
    }

    @PostMapping("/{name}/withdraw")
    @ChangeParameters
    @Operation(summary = "Say that a release should no longer be quoted; needs a reason")
    ResponseEntity<Written> withdraw(
            @PathVariable("name") String name, @RequestBody Remark body, HttpServletRequest request) {
        return writes.change(request, () -> new WithdrawRelease(new ReleaseName(name), body.remarks()));
    }
}
