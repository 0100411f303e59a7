package dev.sojourn.api.audit;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.problem.Busy;
import dev.sojourn.api.problem.NotConfigured;
import dev.sojourn.audit.disclosure.Disclosure;
import dev.sojourn.audit.disclosure.DisclosureLog;
import dev.sojourn.exchange.Progress;
import dev.sojourn.exchange.copy.BackupFolder;
import dev.sojourn.exchange.copy.LedgerExport;
import dev.sojourn.store.LedgerStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as a whole leaves here; who took it and what for is written down first. */
@RestController
@RequestMapping("/api/v1/audit")
final class AuditCopies {
    /** More of them would keep curators waiting for the disk. */
    private static final int AT_ONCE = 2;

    /**
     * A backup that was made.
     *
     * @param folder its name, inside the configured one
     * @param head that it holds; keep it elsewhere
     */
    record Made(String folder, String head) {}

    private final LedgerStore store;
    private final BackupFolder backups;
    private final Purposes purposes;
    private final DisclosureLog log;
    private final Semaphore exports = new Semaphore(AT_ONCE);
    private final Semaphore backup = new Semaphore(1);

    AuditCopies(LedgerStore store, BackupFolder backups, Purposes purposes, DisclosureLog log) {
        this.store = store;
        this.backups = backups;
        this.purposes = purposes;
        this.log = log;
    }

    @GetMapping(path = "/export", produces = "application/jsonl")
    @Operation(summary = "The whole ledger as JSON lines with its chain, as the verb export writes it")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "purpose",
            required = true,
            description = "What it is for; it is written down with the time and who asked.",
            example = "yearly deposit in the archive")
    void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String purpose = Ask.need(request, "purpose", Disclosure::purpose);
        if (!exports.tryAcquire()) {
            throw new Busy("exports-running", "enough exports are under way: try again later");
        }
        try {
            purposes.note(request, "export over HTTP", purpose);
            response.setContentType("application/jsonl");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"ledger.jsonl\"");
            response.setHeader("Cache-Control", "no-store");
            try (var out =
                    new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
                LedgerExport.write(store, out, Progress.NONE);
            }
        } finally {
            exports.release();
        }
    }

    @PostMapping("/backup")
    @Operation(summary = "Copy the ledger's files into a new folder inside the one that the server is configured for")
    Made backup(HttpServletRequest request) throws IOException {
        if (!backups.configured()) {
            throw new NotConfigured("the server has no folder for backups: set sojourn.backup-folder");
        }
        if (!backup.tryAcquire()) {
            throw new Busy("backup-running", "a backup is under way: try again later");
        }
        try {
            purposes.note(request, "backup over HTTP", "backup");
            var made = backups.make();
            return new Made(made.folder().getFileName().toString(), made.head().toString());
        } finally {
            backup.release();
        }
    }

    @GetMapping("/disclosures")
    @Operation(summary = "Who took personal data out of the ledger as a whole, when, and for what purpose")
    Page<Disclosure> disclosures() {
        return Page.whole(Disclosure.class, log.all());
    }
}
