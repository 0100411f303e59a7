package dev.sojourn.api.write;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.command.Request;
import dev.sojourn.command.Undo;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.exchange.Progress;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.exchange.batch.Batch;
import dev.sojourn.exchange.batch.BatchUndo;
import dev.sojourn.exchange.batch.BatchUndone;
import dev.sojourn.exchange.batch.Batches;
import dev.sojourn.store.LedgerStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Imports as wholes. */
@RestController
@RequestMapping("/api/v1/imports")
final class ImportCalls {
    /**
     * An import.
     *
     * @param recorded when the ledger learned its first event
     * @param events how many it recorded
     * @param undone how many of them do not count any more
     */
    record ImportForm(
            String id, String recorded, String actor, long firstPosition, long lastPosition, long events, long undone) {
        static ImportForm of(Batch batch) {
            return new ImportForm(
                    batch.id(),
                    KnownForm.time(batch.recorded()),
                    batch.actor(),
                    batch.firstPosition(),
                    batch.lastPosition(),
                    batch.events(),
                    batch.undone());
        }
    }

    /** All of them, in the order of their first events. */
    record Imports(List<ImportForm> items) {}

    private final LedgerStore store;
    private final Curation curation;
    private final Batches batches;
    private final Writes writes;

    ImportCalls(LedgerStore store, Curation curation, Writes writes) {
        this.writes = writes;
        this.store = store;
        this.curation = curation;
        batches = new Batches(store);
    }

    @GetMapping
    @Operation(summary = "The imports there were")
    Imports all() {
        return new Imports(batches.all().stream().map(ImportForm::of).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One import: when, who, how many events, and how many of them do not count any more")
    ImportForm one(@PathVariable("id") String id) {
        return ImportForm.of(batches.find(id).orElseThrow(() -> new NotInLedger("import", id)));
    }

    @PostMapping("/{id}/undo")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "dryRun",
            description = "true: tell what would be undone, what stands in the way and which figures it would change"
                    + " (whatIf), and record nothing.",
            example = "true")
    @Operation(
            summary =
                    "Undo an import as a whole, from its last event to its first; needs a reason. While inTheWay names"
                            + " later events that need it, nothing is undone. Stopped, it goes on when it is asked again")
    ResponseEntity<BatchUndone> undo(
            @PathVariable("id") String id, @RequestBody Remark body, HttpServletRequest request) {
        boolean dryRun = Ask.read(request, "dryRun", Writes::flag, false);
        String actor = request.getUserPrincipal().getName();
        var batch = batches.find(id).orElseThrow(() -> new NotInLedger("import", id));
        var first = store.at(batch.firstPosition()).event();
        curation.admit(Request.of(Undo.of(first.subject(), 0, body.remarks()), actor, "undo-" + id));
        var undoing = new BatchUndo(store, curation, batches);
        var done = undoing.run(id, body.remarks(), actor, dryRun, Progress.NONE);
        if (dryRun && done.inTheWay().isEmpty()) {
            var supposed = undoing.supposed(id, body.remarks(), actor);
            done = done.foreseeing(writes.foreseen(supposed, store.head()));
        }
        return ResponseEntity.status(done.inTheWay().isEmpty() || dryRun ? 200 : 409)
                .body(done);
    }
}
