package dev.sojourn.api.write;

import dev.sojourn.api.parameter.ChangeParameters;
import dev.sojourn.api.parameter.WriteParameters;
import dev.sojourn.api.write.WriteBodies.Confirmation;
import dev.sojourn.api.write.WriteBodies.Move;
import dev.sojourn.api.write.WriteBodies.Person;
import dev.sojourn.api.write.WriteBodies.Stay;
import dev.sojourn.api.write.WriteBodies.Study;
import dev.sojourn.api.write.Writes.Written;
import dev.sojourn.command.EducationCommand.RecordEducation;
import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.SpellCommand.ConfirmAffiliation;
import dev.sojourn.command.SpellCommand.RecordAffiliation;
import dev.sojourn.command.SpellCommand.RecordMove;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be recorded about people. Translates and forwards; the rules are in {@code command}. */
@RestController
@RequestMapping("/api/v1/researchers")
final class ResearcherWrites {
    private final Writes writes;

    ResearcherWrites(Writes writes) {
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

    @PostMapping("/{id}/moves")
    @ChangeParameters
    @Operation(summary = "Record a move: one stay ends and the next begins, both or neither")
    ResponseEntity<Written> move(@PathVariable("id") String id, @RequestBody Move body, HttpServletRequest request) {
        var spell = new SpellId(Writes.newId(request, "spell"));
        return writes.change(
                request,
                () -> new RecordMove(
                        new ResearcherId(id),
                        body.from(),
                        body.left(),
                        spell,
                        body.to().claim(),
                        body.to().observedOn(),
                        body.to().titled()));
    }

    @PostMapping("/{id}/affiliations")
    @ChangeParameters
    @Operation(summary = "Record a stay, ended or not")
    ResponseEntity<Written> affiliation(
            @PathVariable("id") String id, @RequestBody Stay body, HttpServletRequest request) {
        var spell = new SpellId(Writes.newId(request, "spell"));
        return writes.change(
                request,
                () -> new RecordAffiliation(
                        new ResearcherId(id), spell, body.claim(), body.observedOn(), body.titled()));
    }

    @PostMapping("/{id}/education")
    @ChangeParameters
    @Operation(summary = "Record a degree")
    ResponseEntity<Written> education(
            @PathVariable("id") String id, @RequestBody Study body, HttpServletRequest request) {
        var education = new EducationId(Writes.newId(request, "education"));
        return writes.change(
                request, () -> new RecordEducation(new ResearcherId(id), education, body.degree(), body.titled()));
    }

    @PostMapping("/{id}/confirmations")
    @ChangeParameters
    @Operation(summary = "Say that a stay was checked and still holds")
    ResponseEntity<Written> confirmation(
            @PathVariable("id") String id, @RequestBody Confirmation body, HttpServletRequest request) {
        return writes.change(
                request,
                () -> new ConfirmAffiliation(new ResearcherId(id), body.spell(), body.observedOn(), body.remarks()));
    }
}
