package dev.sojourn.cli.trail;

import dev.sojourn.audit.diff.Diff;
import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.InputError;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.trail.DiffForm;
import dev.sojourn.projection.View;
import dev.sojourn.study.RegionMaps;
import dev.sojourn.time.KnownAt;
import dev.sojourn.time.Vantage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what differs of a person between two vantages. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "What differs of a researcher between two moments of knowledge, or two days, and which events did"
                + " it. Exact: what is listed, applied to the first, gives the second.",
        footer = {
            "",
            "Examples:",
            "  sojourn diff n19-334 --known-at 2020-06-30 --data data/demo",
            "  sojourn diff n19-334 --as-of 2019 --as-of2 2025 --json"
        })
public final class DiffVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private FormatOption format;

    @Parameters(paramLabel = "RESEARCHER", description = "The researcher's id.")
    private String researcher;

    @Option(
            names = "--known-at",
            paramLabel = "WHEN",
            defaultValue = "now",
            description = "The first moment: now, a day, an instant, position:N or release:NAME (default: now).")
    private String knownAt;

    @Option(
            names = "--known-at2",
            paramLabel = "WHEN",
            defaultValue = "now",
            description = "The second (default: now).")
    private String knownAt2;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "The first day; 2019 is its last day (default: that of the later moment).")
    private String asOf;

    @Option(names = "--as-of2", paramLabel = "DAY", description = "The second day (default: the first).")
    private String asOf2;

    @Spec
    private CommandSpec spec;

    DiffVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var id = new ResearcherId(researcher);
        try (var ledger = OpenLedger.existing(data, world)) {
            var view = ledger.knowledge().at(KnownAt.parse(knownAt));
            var view2 = ledger.knowledge().at(KnownAt.parse(knownAt2));
            if (view.find(id) == View.NONE && view2.find(id) == View.NONE) {
                throw new InputError("there is no researcher \"" + researcher + "\" in the ledger, as known then");
            }
            var later = view.position() > view2.position() ? view : view2;
            var day = asOf == null ? LocalDate.ofInstant(later.recorded(), ZoneOffset.UTC) : Vantage.day(asOf);
            var first = new Diff.At(view, day);
            var second = new Diff.At(view2, asOf2 == null ? day : Vantage.day(asOf2));
            var diff = Diff.of(
                    id,
                    first,
                    second,
                    RegionMaps.reference(),
                    ledger.histories().teller(later));
            var answer = DiffForm.of(id, first, second, diff);
            format.print(
                    spec.commandLine().getOut(),
                    answer,
                    answer.items().size() + (answer.items().size() == 1 ? " difference of " : " differences of ")
                            + researcher + ", from " + said(first) + " to " + said(second));
        }
        return 0;
    }

    private static String said(Diff.At at) {
        return at.day() + " as known at position " + at.view().position();
    }
}
