package dev.sojourn.cli;

import dev.sojourn.command.IdentityCommand.ErasePerson;
import dev.sojourn.command.Request;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Erases a person. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description =
                "Makes names, identifiers, titles, evidence, reasons and notes about a person unreadable, everywhere in the"
                        + " ledger and for good, by destroying the key. What is counted stays, and so does the chain; an import"
                        + " does not bring the person back. Cannot be undone. Works on a ledger that no server has open.",
        footer = {
            "",
            "Backups made before still hold the key: make new ones and delete those. The reason is kept, so it must not",
            "name the person.",
            "",
            "Examples:",
            "  sojourn erase n19-334 --reason 'request 2024-17' --dry-run",
            "  sojourn erase n19-334 --reason 'request 2024-17'"
        })
final class EraseVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "RESEARCHER", description = "The researcher's id.")
    private String researcher;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, without saying who.")
    private String reason;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "admin",
            description = "Who erases (default: admin).")
    private String actor;

    @Option(names = "--dry-run", description = "Only see whether it can be done.")
    private boolean dryRun;

    @Mixin
    private FormatOption format;

    @Spec
    private CommandSpec spec;

    EraseVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        format.requireTable(dryRun);
        var command = new ErasePerson(new ResearcherId(researcher), Remarks.because(reason));
        var request = Request.of(command, actor, "erase-" + UUID.randomUUID());
        OpenLedger.requireLedger(data.data);
        try (var ledger = OpenLedger.open(data, world)) {
            var out = spec.commandLine().getOut();
            if (dryRun) {
                var receipt = ledger.curation().dryRun(request);
                Foresight.print(
                        out,
                        format,
                        "Researcher " + researcher + " can be erased. Nothing was done.",
                        Foresight.of(ledger, receipt.events()));
            } else {
                long position = ledger.curation().send(request).position();
                out.println("Erased researcher " + researcher + " at position " + position
                        + ". Backups made before still hold the key: make new ones and delete those.");
            }
            out.flush();
            return 0;
        } catch (RuleViolation refused) {
            throw new InputError(refused.rule() + ": " + refused.detail());
        }
    }
}
