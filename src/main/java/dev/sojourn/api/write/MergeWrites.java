package dev.sojourn.api.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.api.body.Body;
import dev.sojourn.api.body.Source;
import dev.sojourn.api.body.Texts;
import dev.sojourn.api.parameter.ChangeParameters;
import dev.sojourn.api.problem.BadBody;
import dev.sojourn.api.problem.Flaw;
import dev.sojourn.api.write.Writes.Written;
import dev.sojourn.command.IdentityCommand.MergeResearchers;
import dev.sojourn.command.IdentityCommand.RecordDistinctFrom;
import dev.sojourn.command.IdentityCommand.UnmergeResearchers;
import dev.sojourn.command.Warning;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.whatif.WhatIfForm;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is the same person as whom, and who is not. {@code If-Match} is the version of the researcher in the path. */
@RestController
@RequestMapping("/api/v1/researchers/{id}")
final class MergeWrites {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * A merge.
     *
     * @param into the researcher that stays
     */
    record Merge(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The researcher that stays.")
            ResearcherId into,

            @Schema(maxLength = Texts.PARAGRAPH, description = "Needed: why, for those who read the history.")
            String reason,

            List<Source> evidence)
            implements Body {}

    /**
     * A finding that two are not the same person.
     *
     * @param other the other one
     */
    record Distinction(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The other one.")
            ResearcherId other,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {}

    /**
     * What a merge answers.
     *
     * @param cohorts those of which both are members, who count once from now on: each has one member less
     * @param whatIf which figures it would change; in a dry run only
     */
    record Merged(
            long position,
            List<Long> positions,
            long sequence,
            List<Told> events,
            List<Warning> warnings,
            List<CohortId> cohorts,
            @JsonInclude(JsonInclude.Include.NON_NULL) WhatIfForm whatIf) {}

    private final Writes writes;
    private final Timeline timeline;

    MergeWrites(Writes writes, Timeline timeline) {
        this.writes = writes;
        this.timeline = timeline;
    }

    @PostMapping("/merges")
    @ChangeParameters
    @Operation(
            summary = "Merge: this researcher is the same person as another, who stays; from then on both count as one."
                    + " Needs a reason")
    ResponseEntity<Merged> merge(@PathVariable("id") String id, @RequestBody Merge body, HttpServletRequest request)
            throws InterruptedException {
        var gone = new ResearcherId(id);
        requireTwo(gone, body.into(), "into");
        var answer = writes.change(request, () -> new MergeResearchers(gone, body.into(), body.remarks()));
        var written = answer.getBody();
        // Of a dry run the position is the head; of a merge its own, and the one before knows both still.
        long before = written.positions().isEmpty() ? written.position() : written.position() - 1;
        timeline.await(before, PATIENCE);
        return ResponseEntity.ok()
                .headers(answer.getHeaders())
                .body(new Merged(
                        written.position(),
                        written.positions(),
                        written.sequence(),
                        written.events(),
                        written.warnings(),
                        both(timeline.at(before), gone, body.into()),
                        written.whatIf()));
    }

    @PostMapping("/unmerges")
    @ChangeParameters
    @Operation(summary = "Take a merge back: this researcher is a person of their own after all; needs a reason")
    ResponseEntity<Written> unmerge(
            @PathVariable("id") String id, @RequestBody Remark body, HttpServletRequest request) {
        return writes.change(request, () -> new UnmergeResearchers(new ResearcherId(id), body.remarks()));
    }

    @PostMapping("/distinctions")
    @ChangeParameters
    @Operation(summary = "Say that two researchers are not the same person; they cannot be merged while that counts")
    ResponseEntity<Written> distinction(
            @PathVariable("id") String id, @RequestBody Distinction body, HttpServletRequest request) {
        requireTwo(new ResearcherId(id), body.other(), "other");
        return writes.change(request, () -> new RecordDistinctFrom(new ResearcherId(id), body.other(), body.remarks()));
    }

    private static List<CohortId> both(View view, ResearcherId one, ResearcherId other) {
        int first = view.find(one);
        int second = view.find(other);
        return view.cohorts().stream()
                .map(defined -> defined.cohort())
                .filter(cohort -> view.members(cohort).stream()
                        .anyMatch(members ->
                                Arrays.binarySearch(members, first) >= 0 && Arrays.binarySearch(members, second) >= 0))
                .toList();
    }

    private static void requireTwo(ResearcherId one, ResearcherId other, String member) {
        if (one.equals(other)) {
            throw new BadBody(List.of(
                    new Flaw("/" + member, other.value(), "this is the researcher in the path; name the other one")));
        }
    }
}
