package dev.sojourn.api.write;

import dev.sojourn.api.parameter.ChangeParameters;
import dev.sojourn.api.write.SpellBodies.End;
import dev.sojourn.api.write.SpellBodies.Stay;
import dev.sojourn.api.write.Writes.Written;
import dev.sojourn.command.SpellCommand.CorrectAffiliation;
import dev.sojourn.command.SpellCommand.EndAffiliation;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import dev.sojourn.event.value.SpellId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be recorded about one spell. {@code If-Match} is the version of the person whose spell it is. */
@RestController
@RequestMapping("/api/v1/spells/{id}")
final class SpellWrites {
    private final Writes writes;

    SpellWrites(Writes writes) {
        this.writes = writes;
    }

    @PostMapping("/end")
    @ChangeParameters
    @Operation(summary = "End a stay: the world changed")
    ResponseEntity<Written> end(@PathVariable("id") String id, @RequestBody End body, HttpServletRequest request) {
        var spell = new SpellId(id);
        return writes.change(
                request,
                () -> new EndAffiliation(writes.whose(spell), spell, body.end(), body.observedOn(), body.remarks()));
    }

    @PostMapping("/correct")
    @ChangeParameters
    @Operation(summary = "Correct a stay: the claim was wrong in detail; the body is the whole of it, with a reason")
    ResponseEntity<Written> correct(@PathVariable("id") String id, @RequestBody Stay body, HttpServletRequest request) {
        var spell = new SpellId(id);
        return writes.change(
                request,
                () -> new CorrectAffiliation(
                        writes.whose(spell), spell, body.claim(), body.observedOn(), body.titled(body.title())));
    }

    @PostMapping("/retract")
    @ChangeParameters
    @Operation(summary = "Retract a stay: it never happened; needs a reason")
    ResponseEntity<Written> retract(
            @PathVariable("id") String id, @RequestBody Remark body, HttpServletRequest request) {
        var spell = new SpellId(id);
        return writes.change(request, () -> new RetractAffiliation(writes.whose(spell), spell, body.remarks()));
    }
}
