package dev.sojourn.api.write;

import dev.sojourn.api.parameter.ChangeParameters;
import dev.sojourn.api.write.Writes.Written;
import dev.sojourn.command.ReleaseCommand.WithdrawRelease;
import dev.sojourn.event.value.ReleaseName;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be recorded about releases. Publishing one needs what was computed from it, which is not done here yet. */
@RestController
@RequestMapping("/api/v1/releases")
final class ReleaseWrites {
    private final Writes writes;

    ReleaseWrites(Writes writes) {
        this.writes = writes;
    }

    @PostMapping("/{name}/withdraw")
    @ChangeParameters
    @Operation(summary = "Say that a release should no longer be quoted; needs a reason")
    ResponseEntity<Written> withdraw(
            @PathVariable("name") String name, @RequestBody Remark body, HttpServletRequest request) {
        return writes.change(request, () -> new WithdrawRelease(new ReleaseName(name), body.remarks()));
    }
}
