package dev.sojourn.cli.trail;

import dev.sojourn.audit.history.Histories;
import dev.sojourn.audit.history.History;
import dev.sojourn.audit.history.Part;
import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.InputError;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.trail.HistoryForm;
import dev.sojourn.projection.View;
import dev.sojourn.time.KnownAt;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what was recorded, in words. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description =
                "What was recorded, of somebody or something or by somebody: when, by whom, what, why, and whether"
                        + " it was undone. Of the whole ledger, if nobody is named.",
        footer = {
            "",
            "Examples:",
            "  sojourn history n19-334 --data data/demo",
            "  sojourn history --institution mit --newest-first",
            "  sojourn history --actor chen --recorded-from 2025-01-01 --csv",
            "  sojourn history --type AffiliationCorrected --type AffiliationRetracted --known-at 2024-01-01 --json"
        })
public final class HistoryVerb implements Callable<Integer> {
    /** Whose history; the researcher's, or one of these. */
    static final class Whose {
        @Parameters(arity = "0..1", paramLabel = "RESEARCHER", description = "A researcher's id.")
        String researcher;

        @Option(names = "--institution", paramLabel = "ID", description = "Of an institution.")
        String institution;

        @Option(names = "--cohort", paramLabel = "ID", description = "Of a cohort.")
        String cohort;

        @Option(names = "--release", paramLabel = "NAME", description = "Of a release.")
        String release;

        Id subject() {
            if (researcher != null) {
                return new ResearcherId(researcher);
            }
            if (institution != null) {
                return new InstitutionId(institution);
            }
            if (cohort != null) {
                return new CohortId(cohort);
            }
            return release == null ? null : new ReleaseName(release);
        }
    }

    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private FormatOption format;

    @ArgGroup(exclusive = true)
    private Whose whose = new Whose();

    @Mixin
    private WantedOptions wanted;

    @Option(names = "--newest-first", description = "Begin with the last event.")
    private boolean newestFirst;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Events at most (default: 10000).")
    private int limit;

    @Option(
            names = "--known-at",
            paramLabel = "WHEN",
            defaultValue = "now",
            description = "Up to when: now, a day, an instant, position:N or release:NAME (default: now).")
    private String knownAt;

    @Spec
    private CommandSpec spec;

    HistoryVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new InputError("--limit must be 1 or more");
        }
        try (var ledger = OpenLedger.existing(data, world)) {
            var view = ledger.knowledge().at(KnownAt.parse(knownAt));
            var subject = whose.subject();
            var history = history(ledger.histories(), subject, view);
            var answer = HistoryForm.of(subject == null ? "ledger" : subject.key(), history, null);
            String headline = answer.items().size() + (answer.items().size() == 1 ? " event" : " events") + " about "
                    + (subject == null ? "the ledger" : subject.value()) + ", as known at position " + view.position();
            format.print(spec.commandLine().getOut(), answer, headline);
            if (history.more()) {
                spec.commandLine().getErr().println("sojourn: there is more; say so with --limit");
                spec.commandLine().getErr().flush();
            }
        }
        return 0;
    }

    private History history(Histories histories, Id subject, View view) {
        var part = new Part(newestFirst, 0, limit);
        if (subject == null) {
            return histories.all(view, wanted.wanted(), part);
        }
        return histories
                .of(subject, view, wanted.wanted(), part)
                .orElseThrow(() -> new InputError(
                        "there is no " + subject.kind() + " \"" + subject.value() + "\" in the ledger, as known then"));
    }
}
