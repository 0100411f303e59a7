package dev.sojourn.api.read;

import dev.sojourn.api.problem.BadBody;
import dev.sojourn.exchange.answer.claim.ClaimsForm;
import dev.sojourn.study.Figures;
import dev.sojourn.study.Knowledge;
import dev.sojourn.study.claim.Checks;
import dev.sojourn.study.claim.ClaimsFile;
import dev.sojourn.study.config.BadConfig;
import dev.sojourn.study.rule.RuleBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks texts that quote the data. Nothing is recorded: the body is only too long for an address. */
@RestController
@RequestMapping("/api/v1/claims")
final class ClaimChecks {
    private static final String YAML = "application/yaml";

    private final Figures figures;
    private final Checks checks;

    ClaimChecks(Figures figures, Knowledge knowledge, RuleBook rules) {
        this.figures = figures;
        this.checks = new Checks(knowledge, rules);
    }

    @PostMapping(
            path = {"/check", "/check.csv"},
            consumes = {MediaType.APPLICATION_JSON_VALUE, YAML})
    @Operation(
            summary = "Check sentences that quote numbers: which are right, and what the right numbers are",
            description = "The body is a file of claims, in JSON or in YAML: events/reference/claims.yaml is one, and"
                    + " claims.schema.json beside it says what is in it. Errors name line, claim and field.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")),
                @Content(mediaType = YAML, schema = @Schema(type = "string"))
            })
    ClaimsForm check(@RequestBody String body) {
        try {
            var claims = ClaimsFile.read(figures, "the body", body);
            return ClaimsForm.of(claims, checks.of(claims));
        } catch (BadConfig wrong) {
            throw new BadBody(wrong.getMessage());
        }
    }
}
