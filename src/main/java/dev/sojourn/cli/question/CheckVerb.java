package dev.sojourn.cli.question;

import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.InputError;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.exchange.answer.claim.ClaimsForm;
import dev.sojourn.study.Figures;
import dev.sojourn.study.claim.Checks;
import dev.sojourn.study.claim.Claims;
import dev.sojourn.study.claim.ClaimsFile;
import dev.sojourn.study.config.BadConfig;
import dev.sojourn.study.rule.RuleBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the numbers that a text quotes. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks sentences that quote numbers, from a file, and gives the right ones. Exit code 1 unless all are right.",
        footer = {
            "",
            "How to write such a file: events/reference/claims.yaml and README.",
            "",
            "Examples:",
            "  sojourn check events/reference/claims.yaml --data data/demo",
            "  sojourn check events/reference/claims-tracker.yaml --data data/demo --json"
        })
public final class CheckVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private FormatOption format;

    @Parameters(paramLabel = "CLAIMS", description = "A YAML file of claims.")
    private Path file;

    @Spec
    private CommandSpec spec;

    CheckVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var rules = rules();
        var claims = read(rules);
        try (var ledger = OpenLedger.existing(data, world)) {
            var answer = ClaimsForm.of(claims, new Checks(ledger.knowledge(), rules).of(claims));
            var out = spec.commandLine().getOut();
            if (format.table()) {
                print(out, answer);
            } else {
                format.print(out, answer, "");
            }
            return answer.passed() == answer.items().size() ? 0 : 1;
        }
    }

    private static RuleBook rules() {
        try {
            return RuleBook.load();
        } catch (BadConfig wrong) {
            throw new InputError(wrong.getMessage());
        }
    }

    private Claims read(RuleBook rules) {
        try {
            return ClaimsFile.read(Figures.load().checked(rules), file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new InputError(file + " cannot be read: name a YAML file of claims, in UTF-8");
        } catch (BadConfig wrong) {
            throw new InputError(wrong.getMessage());
        }
    }

    /** A line for each claim, and what is to be said of it below: sentences do not fit a table. */
    private static void print(PrintWriter out, ClaimsForm answer) {
        for (var item : answer.items()) {
            String mark =
                    item.verdict().equals("pass") ? "pass" : item.verdict().equals("fail") ? "FAIL" : "  ? ";
            out.println(mark + "  " + item.says() + (item.by() == null ? "" : " [" + item.by() + "]"));
            if (item.right() != null) {
                out.println("      " + item.claimed() + ": " + item.right() + ", from " + item.exact() + known(item));
            }
            line(out, "", item.why());
            line(out, "right: ", item.suggestion());
            line(out, "it is what was known at ", item.rightAt().isEmpty() ? null : String.join(", ", item.rightAt()));
            line(out, "note: ", item.note());
        }
        out.println();
        out.println(answer.headline());
        out.flush();
    }

    /** The first moment of knowledge at which anything was asked; else it is arithmetic on what was published. */
    private static String known(ClaimsForm.Item item) {
        return item.bases().stream()
                .filter(basis -> basis.call() != null)
                .map(basis -> ", known at " + basis.knownAt() + " (position " + basis.position() + ")")
                .findFirst()
                .orElse(", as published");
    }

    private static void line(PrintWriter out, String before, String text) {
        if (text != null) {
            out.println("      " + before + text);
        }
    }
}
