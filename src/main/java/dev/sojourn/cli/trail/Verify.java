package dev.sojourn.cli.trail;

import dev.sojourn.audit.verification.KeptHeads;
import dev.sojourn.audit.verification.PublishedKey;
import dev.sojourn.cli.ConsoleProgress;
import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.InputError;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.exchange.copy.BadCopy;
import dev.sojourn.exchange.copy.ExportCheck;
import dev.sojourn.store.row.Head;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Computes the chain of hashes again. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Computes the hash of every event again, from the first on, and names the first position at which"
                + " anything was changed, taken out, put in, moved or cut off. Exit code 1 if there is one. Without a"
                + " head kept elsewhere nobody can tell a ledger that was rewritten as a whole.",
        footer = {
            "",
            "Examples:",
            "  sojourn verify --data data/demo",
            "  sojourn verify --data data/demo --head 5047:9f86d081884c7d65…",
            "  sojourn verify --data data/demo --heads kept-heads.txt --public-key audit.key.pub",
            "  sojourn verify --export ledger.jsonl.gz --heads kept-heads.txt"
        })
public final class Verify implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Option(
            names = "--head",
            paramLabel = "HEAD",
            description = "A head that was kept elsewhere, as `audit head` printed it, signed or not. Can be repeated.")
    private List<String> heads = List.of();

    @Option(
            names = "--heads",
            paramLabel = "FILE",
            description = "A file with such heads, one a line; lines that begin with # are passed over.")
    private Path headsFile;

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description = "Who must have signed every head: the file ….pub of audit keygen.")
    private Path publicKey;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "Check a file of export instead of a ledger; it needs no ledger to be there.")
    private Path export;

    @Spec
    private CommandSpec spec;

    Verify(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var kept = kept();
        if (kept.problem() != null) {
            return no(out, kept.problem());
        }
        try (var progress = new ConsoleProgress("Verifying")) {
            return export == null ? ledger(kept, progress, out) : export(kept, progress, out);
        }
    }

    private int ledger(KeptHeads kept, ConsoleProgress progress, PrintWriter out) {
        try (var store = OpenLedger.existingStore(data, world)) {
            long head = store.head();
            var found = store.verifyAgainst(kept.heads(), position -> progress.at(position, head));
            return found.passed()
                    ? yes(out, found.verified(), kept)
                    : no(out, "position " + found.firstBad() + ": " + found.problem());
        }
    }

    private int export(KeptHeads kept, ConsoleProgress progress, PrintWriter out) throws IOException {
        if (!Files.isReadable(export)) {
            throw new InputError("there is no " + export + " to read: name a file of export");
        }
        try {
            return yes(out, ExportCheck.check(export, kept.heads(), progress), kept);
        } catch (BadCopy bad) {
            return no(out, bad.getMessage());
        }
    }

    private KeptHeads kept() throws IOException {
        var texts = new ArrayList<>(heads);
        if (headsFile != null) {
            texts.addAll(lines(headsFile));
        }
        var key = publicKey == null
                ? Optional.<PublishedKey>empty()
                : Optional.of(PublishedKey.parse(String.join("\n", lines(publicKey))));
        return KeptHeads.read(texts, key);
    }

    private static List<String> lines(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new InputError("there is no " + file + " to read");
        }
        return Files.readAllLines(file);
    }

    private static int yes(PrintWriter out, Head end, KeptHeads kept) {
        int count = kept.heads().size();
        String continues = count == 0
                ? ""
                : count == 1
                        ? " and continues the head kept at position "
                                + kept.heads().get(0).position()
                        : " and continues the " + count + " heads that were kept";
        out.println(end.position() + " events verified; the chain ends at " + end + continues);
        if (kept.unchecked() > 0) {
            out.println("Who signed " + (kept.unchecked() == 1 ? "the head" : kept.unchecked() + " heads")
                    + " was not checked: name the key with --public-key");
        }
        out.flush();
        return 0;
    }

    private static int no(PrintWriter out, String why) {
        out.println(why);
        out.flush();
        return 1;
    }
}
