package dev.sojourn.api.write;

import dev.sojourn.api.parameter.ChangeParameters;
import dev.sojourn.api.parameter.WriteParameters;
import dev.sojourn.api.write.InstitutionBodies.Closing;
import dev.sojourn.api.write.InstitutionBodies.CorrectedInstitution;
import dev.sojourn.api.write.InstitutionBodies.Headquarters;
import dev.sojourn.api.write.InstitutionBodies.Joining;
import dev.sojourn.api.write.InstitutionBodies.Leaving;
import dev.sojourn.api.write.InstitutionBodies.Merger;
import dev.sojourn.api.write.InstitutionBodies.NewInstitution;
import dev.sojourn.api.write.InstitutionBodies.Parent;
import dev.sojourn.api.write.InstitutionBodies.Rename;
import dev.sojourn.api.write.Writes.Written;
import dev.sojourn.command.InstitutionCommand.ChangeParent;
import dev.sojourn.command.InstitutionCommand.CloseInstitution;
import dev.sojourn.command.InstitutionCommand.CorrectInstitution;
import dev.sojourn.command.InstitutionCommand.JoinGroup;
import dev.sojourn.command.InstitutionCommand.LeaveGroup;
import dev.sojourn.command.InstitutionCommand.MergeInstitution;
import dev.sojourn.command.InstitutionCommand.MoveHeadquarters;
import dev.sojourn.command.InstitutionCommand.RegisterInstitution;
import dev.sojourn.command.InstitutionCommand.RenameInstitution;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.InstitutionId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be recorded about institutions. It changes answers for everyone there, and is never a person's move. */
@RestController
@RequestMapping("/api/v1/institutions")
final class InstitutionWrites {
    private final Writes writes;

    InstitutionWrites(Writes writes) {
        this.writes = writes;
    }

    @PostMapping
    @WriteParameters
    @Operation(summary = "Enter an institution into the ledger")
    ResponseEntity<Written> register(@RequestBody NewInstitution body, HttpServletRequest request) {
        var id = body.id() == null ? new InstitutionId(Writes.newId(request, "institution")) : body.id();
        return writes.create(
                request,
                () -> new RegisterInstitution(id, body.profile(), body.remarks()),
                "/api/v1/institutions/" + Writes.inAddress(id));
    }

    @PostMapping("/{id}/correct")
    @ChangeParameters
    @Operation(summary = "Correct what was said at registration; dated changes stay; needs a reason")
    ResponseEntity<Written> correct(
            @PathVariable("id") String id, @RequestBody CorrectedInstitution body, HttpServletRequest request) {
        return writes.change(
                request, () -> new CorrectInstitution(new InstitutionId(id), body.profile(), body.remarks()));
    }

    @PostMapping("/{id}/names")
    @ChangeParameters
    @Operation(summary = "Give it other names from a day on")
    ResponseEntity<Written> rename(
            @PathVariable("id") String id, @RequestBody Rename body, HttpServletRequest request) {
        return writes.change(
                request, () -> new RenameInstitution(new InstitutionId(id), body.names(), body.from(), body.remarks()));
    }

    @PostMapping("/{id}/headquarters")
    @ChangeParameters
    @Operation(summary = "Move its headquarters from a day on")
    ResponseEntity<Written> headquarters(
            @PathVariable("id") String id, @RequestBody Headquarters body, HttpServletRequest request) {
        return writes.change(
                request,
                () -> new MoveHeadquarters(new InstitutionId(id), body.country(), body.from(), body.remarks()));
    }

    @PostMapping("/{id}/parents")
    @ChangeParameters
    @Operation(summary = "Put it under another institution, or none, from a day on")
    ResponseEntity<Written> parent(
            @PathVariable("id") String id, @RequestBody Parent body, HttpServletRequest request) {
        return writes.change(
                request, () -> new ChangeParent(new InstitutionId(id), body.parent(), body.from(), body.remarks()));
    }

    @PostMapping("/{id}/mergers")
    @ChangeParameters
    @Operation(summary = "Let it go on as another institution from a day on; needs a reason")
    ResponseEntity<Written> merge(@PathVariable("id") String id, @RequestBody Merger body, HttpServletRequest request) {
        return writes.change(
                request, () -> new MergeInstitution(new InstitutionId(id), body.into(), body.from(), body.remarks()));
    }

    @PostMapping("/{id}/closings")
    @ChangeParameters
    @Operation(summary = "Close it from a day on: nobody begins there any more; whoever is there is not moved")
    ResponseEntity<Written> close(
            @PathVariable("id") String id, @RequestBody Closing body, HttpServletRequest request) {
        return writes.change(request, () -> new CloseInstitution(new InstitutionId(id), body.from(), body.remarks()));
    }

    @PostMapping("/{id}/groups")
    @ChangeParameters
    @Operation(summary = "Make it a member of a group")
    ResponseEntity<Written> join(@PathVariable("id") String id, @RequestBody Joining body, HttpServletRequest request) {
        return writes.change(
                request, () -> new JoinGroup(new InstitutionId(id), body.group(), body.from(), body.remarks()));
    }

    @PostMapping("/{id}/groups/{group}/leave")
    @ChangeParameters
    @Operation(summary = "End its membership of a group")
    ResponseEntity<Written> leave(
            @PathVariable("id") String id,
            @PathVariable("group") String group,
            @RequestBody Leaving body,
            HttpServletRequest request) {
        return writes.change(
                request, () -> new LeaveGroup(new InstitutionId(id), new GroupId(group), body.to(), body.remarks()));
    }
}
