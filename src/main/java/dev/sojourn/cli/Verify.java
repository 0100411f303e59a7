package dev.sojourn.cli;

import dev.sojourn.store.Head;
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
            "  sojourn verify --data data/demo --head 5047:9f86d081884c7d65…"
        })
final class Verify implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Option(
            names = "--head",
            paramLabel = "POSITION:HASH",
            description = "A head that was kept elsewhere, as `audit head` printed it.")
    private String head;

    @Spec
    private CommandSpec spec;

    Verify(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var kept = head == null ? null : Head.parse(head);
        var out = spec.commandLine().getOut();
        try (var ledger = OpenLedger.existing(data, world)) {
            var found = ledger.store().verify(kept, position -> {});
            if (found.passed()) {
                out.println(found.verified().position() + " events verified; the chain ends at " + found.verified()
                        + (kept == null ? "" : " and continues the head kept at position " + kept.position()));
            } else {
                out.println("position " + found.firstBad() + ": " + found.problem());
            }
            out.flush();
            return found.passed() ? 0 : 1;
        }
    }
}
