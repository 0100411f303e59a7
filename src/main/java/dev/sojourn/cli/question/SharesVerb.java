package dev.sojourn.cli.question;

import dev.sojourn.cli.DataOption;
import dev.sojourn.cli.FormatOption;
import dev.sojourn.cli.InputError;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.World;
import dev.sojourn.exchange.answer.side.SharesForm;
import dev.sojourn.study.side.TwoSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints shares of two samples. */
@Command(
        name = "shares",
        mixinStandardHelpOptions = true,
        description =
                "Shares of two samples side by side, with both intervals, that of the difference, and warnings where"
                        + " their definitions differ.",
        footer = {
            "",
            "Examples:",
            "  sojourn shares composition neurips-2019 neurips-2022 --as-of 2019 --as-of2 2022 --by originRegion"
                    + " --value cell:europe",
            "  sojourn shares retention first second --held country:US --from 2019 --to 2025 --value retained --json"
        })
public final class SharesVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Mixin
    private AskedOptions asked;

    @Mixin
    private FormatOption format;

    @Parameters(index = "2", paramLabel = "COHORT2", description = "The other sample.")
    private String cohort2;

    @Option(
            names = "--value",
            required = true,
            paramLabel = "NUMBER",
            description = "The number that is a share, by its name in the answer: retained, destination:CN, cell:CN.")
    private String value;

    @Option(names = "--value2", paramLabel = "NUMBER", description = "Another number of the second.")
    private String value2;

    @Option(names = "--where2", paramLabel = "COND", description = "Other conditions of the second.")
    private List<String> where2 = List.of();

    @Mixin
    private SecondOptions other;

    @Spec
    private CommandSpec spec;

    SharesVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var first = asked.question();
        var second = first.with(others());
        if (first.cohort().equals(second.cohort())) {
            throw new InputError("these are shares of two samples; compare asks the same one at two moments or days");
        }
        var rules = RuleOptions.book();
        try (var ledger = OpenLedger.existing(data, world)) {
            var samples = TwoSamples.of(
                    AskedOptions.asking(ledger, first, rules),
                    value,
                    AskedOptions.asking(ledger, second, rules),
                    value2 == null ? value : value2);
            var lines = new ArrayList<>(List.of(TwoSamples.NOTE));
            samples.warnings().forEach(warning -> lines.add("warning: " + warning));
            format.print(
                    spec.commandLine().getOut(), SharesForm.of(samples), String.join(System.lineSeparator(), lines));
        }
        return 0;
    }

    private Map<String, List<String>> others() {
        var others = other.parameters();
        AskedOptions.put(others, "cohort", cohort2);
        if (!where2.isEmpty()) {
            others.put("where", where2);
        }
        return others;
    }
}
