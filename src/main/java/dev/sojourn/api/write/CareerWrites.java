package dev.sojourn.api.write;

import dev.sojourn.api.parameter.ChangeParameters;
import dev.sojourn.api.write.CareerBodies.CareerEnd;
import dev.sojourn.api.write.CareerBodies.CareerResumption;
import dev.sojourn.api.write.CareerBodies.Search;
import dev.sojourn.api.write.Writes.Written;
import dev.sojourn.command.CareerCommand.EndCareer;
import dev.sojourn.command.CareerCommand.RecordSearchedNotFound;
import dev.sojourn.command.CareerCommand.ResumeCareer;
import dev.sojourn.event.value.ResearcherId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be recorded about whether somebody is still a researcher. */
@RestController
@RequestMapping("/api/v1/researchers/{id}")
final class CareerWrites {
    private final Writes writes;

    CareerWrites(Writes writes) {
        this.writes = writes;
    }

    @PostMapping("/searches")
    @ChangeParameters
    @Operation(summary = "Say that somebody looked for a person and found nothing; ends no stay")
    ResponseEntity<Written> search(
            @PathVariable("id") String id, @RequestBody Search body, HttpServletRequest request) {
        return writes.change(
                request, () -> new RecordSearchedNotFound(new ResearcherId(id), body.searchedOn(), body.remarks()));
    }

    @PostMapping("/career-ends")
    @ChangeParameters
    @Operation(summary = "Say that a research career is over")
    ResponseEntity<Written> end(
            @PathVariable("id") String id, @RequestBody CareerEnd body, HttpServletRequest request) {
        return writes.change(
                request, () -> new EndCareer(new ResearcherId(id), body.cause(), body.on(), body.remarks()));
    }

    @PostMapping("/career-resumptions")
    @ChangeParameters
    @Operation(summary = "Say that somebody came back to research")
    ResponseEntity<Written> resume(
            @PathVariable("id") String id, @RequestBody CareerResumption body, HttpServletRequest request) {
        return writes.change(request, () -> new ResumeCareer(new ResearcherId(id), body.on(), body.remarks()));
    }
}
