package dev.sojourn.cli;

import dev.sojourn.audit.disclosure.DisclosureLog;
import dev.sojourn.exchange.copy.LedgerExport;
import dev.sojourn.store.LedgerStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the whole ledger as JSON lines with its chain. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes every event as a line of JSON, exactly as stored and with its hash, so that anybody can check"
                        + " the chain without this program (events/README.md has a short script) and restore can make the same"
                        + " ledger again. The first line names the head. Personal data is in it as it is stored, encrypted; the"
                        + " keys are not, take them along with backup or by hand.",
        footer = {
            "",
            "Examples:",
            "  sojourn export ledger.jsonl.gz --data data/demo --purpose 'yearly deposit'",
            "  sojourn export --data data/demo --purpose 'counting lines' | wc -l"
        })
final class ExportVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A new file (default: standard output); a name that ends in .gz compresses.")
    private Path file;

    @Option(
            names = "--purpose",
            paramLabel = "TEXT",
            required = true,
            description = "What it is for; written down beside the ledger with the time and who asked"
                    + " (audit disclosures prints it).")
    private String purpose;

    @Spec
    private CommandSpec spec;

    ExportVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        if (file != null && Files.exists(file)) {
            throw new InputError(file + " is there already: name a new file");
        }
        try (var store = OpenLedger.existingStore(data, world)) {
            new DisclosureLog(data.data, world.clock())
                    .add("operator:" + System.getProperty("user.name"), "export", purpose, store.head());
            if (file == null) {
                print(store);
            } else {
                write(store);
            }
            var err = spec.commandLine().getErr();
            store.damage().ifPresent(reason -> err.println("sojourn: only what can be relied on: " + reason));
            err.flush();
            return store.damage().isPresent() ? 1 : 0;
        }
    }

    private void print(LedgerStore store) throws IOException {
        var out = spec.commandLine().getOut();
        try (var progress = new ConsoleProgress("Exporting")) {
            LedgerExport.write(store, out, progress);
        }
        if (out.checkError()) {
            throw new InputError("standard output takes no more: the export is not complete");
        }
    }

    /** Under another name until it is complete. */
    private void write(LedgerStore store) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            try (var progress = new ConsoleProgress("Exporting");
                    var out = new BufferedWriter(new OutputStreamWriter(open(part), StandardCharsets.UTF_8))) {
                LedgerExport.write(store, out, progress);
            }
            Files.move(part, file);
        } catch (IOException failed) {
            throw new InputError(file + " cannot be written: " + failed.getMessage());
        } finally {
            Files.deleteIfExists(part);
        }
        var out = spec.commandLine().getOut();
        out.println("Exported the ledger up to " + store.chainHead());
        out.flush();
    }

    private OutputStream open(Path part) throws IOException {
        Files.createFile(part);
        if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        var out = Files.newOutputStream(part);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
    }
}
