package dev.sojourn.cli;

import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.exchange.answer.release.ReleaseCheckForm;
import dev.sojourn.study.release.ChangedMap;
import dev.sojourn.study.release.ReleaseAnswers;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.time.KnownAt;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes the figures of a release again, and compares. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Computes every figure of a release again and compares its digest with the published one. Exit code 1 if one differs.")
final class ReleaseVerify implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private FormatOption format;

    @Parameters(paramLabel = "NAME", description = "The release.")
    private String name;

    @Spec
    private CommandSpec spec;

    ReleaseVerify(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        try (var ledger = OpenLedger.existing(data, world)) {
            var release = find(ledger, name);
            var then = ledger.knowledge().at(new KnownAt.AtPosition(release.position()));
            var err = spec.commandLine().getErr();
            var book = RuleBook.load();
            ChangedMap.since(List.of(release), book)
                    .forEach(changed -> err.println("sojourn: " + changed.text() + "; it is verified with its own"));
            err.flush();
            var answer = ReleaseCheckForm.of(release, new ReleaseAnswers(release, then), book);
            format.print(
                    spec.commandLine().getOut(),
                    answer,
                    answer.passed() + " of " + (answer.passed() + answer.failed()) + " figures of " + name
                            + " answer what was published, as known at position " + answer.position());
            return answer.failed() == 0 ? 0 : 1;
        }
    }

    static ReleasePublished find(OpenLedger ledger, String name) {
        return ledger.knowledge().at(KnownAt.NOW).releases().stream()
                .filter(release -> release.release().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputError("no release \"" + name + "\" is in the ledger"));
    }
}
