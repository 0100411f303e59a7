package dev.sojourn.cli;

import dev.sojourn.exchange.copy.BadCopy;
import dev.sojourn.exchange.copy.LedgerRestore;
import dev.sojourn.store.file.StoreInUse;
import dev.sojourn.store.row.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a ledger from an export or a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Makes a ledger again, position for position, from a file of export or a folder of backup. Every hash"
                        + " is checked; at the first one that is wrong it stops, says where and why, and leaves nothing behind"
                        + " (exit code 1). The folder of the ledger must be empty.",
        footer = {
            "",
            "Examples:",
            "  sojourn restore ledger.jsonl.gz --data data/again",
            "  sojourn restore backups/monday --data data/again --head 5047:9f86d081884c7d65…"
        })
final class RestoreVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Parameters(
            paramLabel = "FILE|DIR",
            description = "A file of export, compressed or not; or a folder of backup, or the events.zip in it.")
    private Path source;

    @Option(
            names = "--head",
            paramLabel = "POSITION:HASH",
            description = "A head that was kept elsewhere, as `audit head` printed it; what is restored must hold it.")
    private String head;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description =
                    "Folder with the keys of personal data, personal.keys, and the master key, master.key, if that is"
                            + " not kept elsewhere: that of the ledger or of a backup. An export has no keys in it.")
    private Path keys;

    @Spec
    private CommandSpec spec;

    RestoreVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(source)) {
            throw new InputError("there is no " + source + " to read: name a file of export or a folder of backup");
        }
        var kept = head == null ? null : Head.parse(head);
        try (var progress = new ConsoleProgress("Restoring")) {
            var restore = new LedgerRestore(kept, keys, world.clock(), progress);
            var last = Files.isDirectory(source)
                    ? restore.backup(source, data.data)
                    : source.endsWith("events.zip")
                            ? restore.backup(source.toAbsolutePath().getParent(), data.data)
                            : restore.export(source, data.data);
            spec.commandLine().getOut().println("Restored " + last.position() + " events; the chain ends at " + last);
            keysMissing();
            spec.commandLine().getOut().flush();
            return 0;
        } catch (StoreInUse taken) {
            throw new InputError(taken.getMessage());
        } catch (BadCopy bad) {
            spec.commandLine().getErr().println("sojourn: " + bad.getMessage());
            spec.commandLine().getErr().println("Nothing was restored.");
            spec.commandLine().getErr().flush();
            return 1;
        }
    }

    private void keysMissing() {
        try (var store = OpenLedger.existingStore(data, world)) {
            store.keyTrouble().ifPresent(trouble -> spec.commandLine()
                    .getOut()
                    .println("Personal data cannot be read yet: " + trouble.getMessage()));
        }
    }
}
