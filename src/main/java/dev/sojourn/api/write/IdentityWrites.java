package dev.sojourn.api.write;

import dev.sojourn.api.parameter.ChangeParameters;
import dev.sojourn.api.parameter.WriteParameters;
import dev.sojourn.api.write.IdentityBodies.Link;
import dev.sojourn.api.write.IdentityBodies.NewNames;
import dev.sojourn.api.write.IdentityBodies.Person;
import dev.sojourn.api.write.Writes.Written;
import dev.sojourn.command.IdentityCommand.ChangeNames;
import dev.sojourn.command.IdentityCommand.ErasePerson;
import dev.sojourn.command.IdentityCommand.LinkIdentifier;
import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.IdentityCommand.UnlinkIdentifier;
import dev.sojourn.event.value.ResearcherId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be recorded about who somebody is. Translates and forwards; the rules are in {@code command}. */
@RestController
@RequestMapping("/api/v1/researchers")
final class IdentityWrites {
    private final Writes writes;

    IdentityWrites(Writes writes) {
        this.writes = writes;
    }

    @PostMapping
    @WriteParameters
    @Operation(summary = "Enter a person into the ledger")
    ResponseEntity<Written> register(@RequestBody Person body, HttpServletRequest request) {
        var id = new ResearcherId(Writes.newId(request, "researcher"));
        return writes.create(
                request,
                () -> new RegisterResearcher(id, body.names(), body.identifiers(), body.remarks()),
                "/api/v1/researchers/" + id);
    }

    @PostMapping("/{id}/names")
    @ChangeParameters
    @Operation(summary = "Replace the names of a person")
    ResponseEntity<Written> names(
            @PathVariable("id") String id, @RequestBody NewNames body, HttpServletRequest request) {
        return writes.change(request, () -> new ChangeNames(new ResearcherId(id), body.names(), body.remarks()));
    }

    @PostMapping("/{id}/erasure")
    @ChangeParameters
    @Operation(
            summary =
                    "Erase a person: names, identifiers and all free text about them become unreadable, everywhere and for"
                            + " good; what is counted stays. The reason is kept and must not name the person")
    ResponseEntity<Written> erase(@PathVariable("id") String id, @RequestBody Remark body, HttpServletRequest request) {
        return writes.change(request, () -> new ErasePerson(new ResearcherId(id), body.remarks()));
    }

    @PostMapping("/{id}/identifiers")
    @ChangeParameters
    @Operation(summary = "Add what another catalogue calls a person")
    ResponseEntity<Written> link(@PathVariable("id") String id, @RequestBody Link body, HttpServletRequest request) {
        return writes.change(
                request, () -> new LinkIdentifier(new ResearcherId(id), body.identifier(), body.remarks()));
    }

    @PostMapping("/{id}/identifiers/unlink")
    @ChangeParameters
    @Operation(summary = "Take away an identifier that is somebody else's, or nobody's")
    ResponseEntity<Written> unlink(@PathVariable("id") String id, @RequestBody Link body, HttpServletRequest request) {
        return writes.change(
                request, () -> new UnlinkIdentifier(new ResearcherId(id), body.identifier(), body.remarks()));
    }
}
