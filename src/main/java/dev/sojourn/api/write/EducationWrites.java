package dev.sojourn.api.write;

import dev.sojourn.api.parameter.ChangeParameters;
import dev.sojourn.api.write.EducationBodies.Study;
import dev.sojourn.api.write.Writes.Written;
import dev.sojourn.command.EducationCommand.CorrectEducation;
import dev.sojourn.command.EducationCommand.RecordEducation;
import dev.sojourn.command.EducationCommand.RetractEducation;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.ResearcherId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be recorded about a person's degrees. */
@RestController
@RequestMapping("/api/v1/researchers/{id}/education")
final class EducationWrites {
    private final Writes writes;

    EducationWrites(Writes writes) {
        this.writes = writes;
    }

    @PostMapping("")
    @ChangeParameters
    @Operation(summary = "Record a degree")
    ResponseEntity<Written> record(@PathVariable("id") String id, @RequestBody Study body, HttpServletRequest request) {
        var education = new EducationId(Writes.newId(request, "education"));
        return writes.change(
                request,
                () -> new RecordEducation(new ResearcherId(id), education, body.degree(), body.titled(body.title())));
    }

    @PostMapping("/{education}/correct")
    @ChangeParameters
    @Operation(summary = "Correct a degree: the claim was wrong in detail; the body is the whole of it, with a reason")
    ResponseEntity<Written> correct(
            @PathVariable("id") String id,
            @PathVariable("education") String education,
            @RequestBody Study body,
            HttpServletRequest request) {
        return writes.change(
                request,
                () -> new CorrectEducation(
                        new ResearcherId(id), new EducationId(education), body.degree(), body.titled(body.title())));
    }

    @PostMapping("/{education}/retract")
    @ChangeParameters
    @Operation(summary = "Retract a degree: it was never taken; needs a reason")
    ResponseEntity<Written> retract(
            @PathVariable("id") String id,
            @PathVariable("education") String education,
            @RequestBody Remark body,
            HttpServletRequest request) {
        return writes.change(
                request, () -> new RetractEducation(new ResearcherId(id), new EducationId(education), body.remarks()));
    }
}
