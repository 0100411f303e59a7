package dev.sojourn.api.write;

import dev.sojourn.api.parameter.ChangeParameters;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.api.write.WriteBodies.End;
import dev.sojourn.api.write.WriteBodies.Retraction;
import dev.sojourn.api.write.WriteBodies.Stay;
import dev.sojourn.api.write.Writes.Written;
import dev.sojourn.command.SpellCommand.CorrectAffiliation;
import dev.sojourn.command.SpellCommand.EndAffiliation;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
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
    private final Timeline timeline;

    SpellWrites(Writes writes, Timeline timeline) {
        this.writes = writes;
        this.timeline = timeline;
    }

    @PostMapping("/end")
    @ChangeParameters
    @Operation(summary = "End a stay: the world changed")
    ResponseEntity<Written> end(@PathVariable("id") String id, @RequestBody End body, HttpServletRequest request) {
        var spell = new SpellId(id);
        return writes.change(
                request, () -> new EndAffiliation(whose(spell), spell, body.end(), body.observedOn(), body.remarks()));
    }

    @PostMapping("/correct")
    @ChangeParameters
    @Operation(summary = "Correct a stay: the claim was wrong in detail; the body is the whole of it, with a reason")
    ResponseEntity<Written> correct(@PathVariable("id") String id, @RequestBody Stay body, HttpServletRequest request) {
        var spell = new SpellId(id);
        return writes.change(
                request,
                () -> new CorrectAffiliation(whose(spell), spell, body.claim(), body.observedOn(), body.titled()));
    }

    @PostMapping("/retract")
    @ChangeParameters
    @Operation(summary = "Retract a stay: it never happened; needs a reason")
    ResponseEntity<Written> retract(
            @PathVariable("id") String id, @RequestBody Retraction body, HttpServletRequest request) {
        var spell = new SpellId(id);
        return writes.change(request, () -> new RetractAffiliation(whose(spell), spell, body.remarks()));
    }

    /** Looks through everybody's spells: writes on single spells are made by hand, one at a time. */
    private ResearcherId whose(SpellId spell) {
        var view = timeline.now();
        return Arrays.stream(view.members(View.EVERYONE).orElseThrow())
                .filter(researcher -> Arrays.stream(view.spells().of(researcher))
                        .anyMatch(row -> view.spells().spell(row).equals(spell)))
                .mapToObj(view::researcher)
                .findFirst()
                .orElseThrow(() -> new NotInLedger("spell", spell.value()));
    }
}
