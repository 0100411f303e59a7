package dev.sojourn.cli;

import dev.sojourn.projection.Comparison;
import dev.sojourn.projection.Follower;
import dev.sojourn.projection.Timeline;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Builds the read model and the look-ups again from the first event, and compares. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Builds the read model and the look-ups again from the first event, and compares them with those in"
                        + " use, field by field, the read model also at earlier positions. Exit code 1 if they differ.",
        footer = {"", "Examples:", "  sojourn rebuild --data data/demo"})
final class Rebuild implements Callable<Integer> {
    private static final int PAST_POSITIONS = 4;
    private static final int TOLD = 10_000;

    private final World world;

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    Rebuild(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var ledger = OpenLedger.existing(data, world)) {
            var live = ledger.timeline();
            long head = live.position();
            var rebuilt = new Timeline(Follower.history(ledger.store()));
            try (var progress = new ConsoleProgress("Reading the events")) {
                ledger.store().readNames(0, head, recorded -> {
                    rebuilt.on(recorded);
                    if (recorded.position() % TOLD == 0) {
                        progress.at(recorded.position(), head);
                    }
                });
            }
            for (int part = PAST_POSITIONS; part > 0; part--) {
                long position = head * part / PAST_POSITIONS;
                var difference = new Comparison(live.at(position), rebuilt.at(position)).first();
                if (difference.isPresent()) {
                    out.println(
                            "the read model differs from the events at position " + position + ": " + difference.get());
                    out.flush();
                    return 1;
                }
            }
            var otherwise = ledger.curation().lookupDifference();
            if (otherwise.isPresent()) {
                out.println("the look-ups differ from the events: " + otherwise.get());
                out.flush();
                return 1;
            }
            out.println("rebuilt from " + head + " events: the same, now and at " + (PAST_POSITIONS - 1)
                    + " earlier positions");
            out.flush();
        }
        return 0;
    }
}
