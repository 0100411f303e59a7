package dev.sojourn.api.write;

import dev.sojourn.api.parameter.ChangeParameters;
import dev.sojourn.api.parameter.WriteParameters;
import dev.sojourn.api.write.CohortBodies.NewCohort;
import dev.sojourn.api.write.CohortBodies.NewMembers;
import dev.sojourn.api.write.Writes.Written;
import dev.sojourn.command.CohortCommand.AddMembers;
import dev.sojourn.command.CohortCommand.DefineCohort;
import dev.sojourn.command.CohortCommand.FreezeCohort;
import dev.sojourn.command.CohortCommand.RemoveMember;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.ResearcherId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be recorded about cohorts. */
@RestController
@RequestMapping("/api/v1/cohorts")
final class CohortWrites {
    private final Writes writes;

    CohortWrites(Writes writes) {
        this.writes = writes;
    }

    @PostMapping
    @WriteParameters
    @Operation(summary = "Define a cohort, without members")
    ResponseEntity<Written> define(@RequestBody NewCohort body, HttpServletRequest request) {
        return writes.create(
                request,
                () -> new DefineCohort(
                        body.id(),
                        body.title(),
                        body.frame(),
                        body.referenceYear(),
                        body.drawn(),
                        body.source(),
                        body.remarks()),
                "/api/v1/cohorts/" + Writes.inAddress(body.id()));
    }

    @PostMapping("/{id}/members")
    @ChangeParameters
    @Operation(summary = "Add researchers, all of them or none")
    ResponseEntity<Written> add(
            @PathVariable("id") String id, @RequestBody NewMembers body, HttpServletRequest request) {
        return writes.change(request, () -> new AddMembers(new CohortId(id), body.researchers(), body.remarks()));
    }

    @PostMapping("/{id}/members/{researcher}/remove")
    @ChangeParameters
    @Operation(summary = "Take a researcher out")
    ResponseEntity<Written> remove(
            @PathVariable("id") String id,
            @PathVariable("researcher") String researcher,
            @RequestBody Remark body,
            HttpServletRequest request) {
        return writes.change(
                request, () -> new RemoveMember(new CohortId(id), new ResearcherId(researcher), body.remarks()));
    }

    @PostMapping("/{id}/freeze")
    @ChangeParameters
    @Operation(summary = "Make the list of members final")
    ResponseEntity<Written> freeze(
            @PathVariable("id") String id, @RequestBody Remark body, HttpServletRequest request) {
        return writes.change(request, () -> new FreezeCohort(new CohortId(id), body.remarks()));
    }
}
