package dev.sojourn.api.write;

import dev.sojourn.api.parameter.ChangeParameters;
import dev.sojourn.api.write.SpellBodies.Confirmation;
import dev.sojourn.api.write.SpellBodies.Move;
import dev.sojourn.api.write.SpellBodies.Stay;
import dev.sojourn.api.write.Writes.Written;
import dev.sojourn.command.SpellCommand.ConfirmAffiliation;
import dev.sojourn.command.SpellCommand.RecordAffiliation;
import dev.sojourn.command.SpellCommand.RecordMove;
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

/** What can be recorded about where somebody is. */
@RestController
@RequestMapping("/api/v1/researchers/{id}")
final class StayWrites {
    private final Writes writes;

    StayWrites(Writes writes) {
        this.writes = writes;
    }

    @PostMapping("/moves")
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
                        body.titled(body.to().title())));
    }

    @PostMapping("/affiliations")
    @ChangeParameters
    @Operation(summary = "Record a stay, ended or not")
    ResponseEntity<Written> affiliation(
            @PathVariable("id") String id, @RequestBody Stay body, HttpServletRequest request) {
        var spell = new SpellId(Writes.newId(request, "spell"));
        return writes.change(
                request,
                () -> new RecordAffiliation(
                        new ResearcherId(id), spell, body.claim(), body.observedOn(), body.titled(body.title())));
    }

    @PostMapping("/confirmations")
    @ChangeParameters
    @Operation(summary = "Say that a stay was checked and still holds")
    ResponseEntity<Written> confirmation(
            @PathVariable("id") String id, @RequestBody Confirmation body, HttpServletRequest request) {
        return writes.change(
                request,
                () -> new ConfirmAffiliation(new ResearcherId(id), body.spell(), body.observedOn(), body.remarks()));
    }
}
