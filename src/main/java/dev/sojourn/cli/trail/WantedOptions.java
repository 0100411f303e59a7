package dev.sojourn.cli.trail;

import dev.sojourn.audit.history.Wanted;
import dev.sojourn.audit.history.WantedText;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which events of a history. */
final class WantedOptions {
    @Option(names = "--type", paramLabel = "TYPE", description = "Only events of this type; repeatable.")
    private List<String> types = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only about this: researcher, institution, cohort or release; repeatable.")
    private List<String> kinds = List.of();

    @Option(names = "--actor", paramLabel = "NAME", description = "Only what this account recorded.")
    private String actor;

    @Option(names = "--import", paramLabel = "ID", description = "Only what came with this import.")
    private String importBatch;

    @Option(
            names = "--recorded-from",
            paramLabel = "WHEN",
            description = "Only what was recorded from here on: a day (UTC) or an instant.")
    private String from;

    @Option(names = "--recorded-to", paramLabel = "WHEN", description = "Only what was recorded up to here.")
    private String to;

    @Option(names = "--from-position", paramLabel = "N", defaultValue = "1", description = "First position.")
    private long first;

    @Option(names = "--to-position", paramLabel = "N", description = "Last position.")
    private Long last;

    Wanted wanted() {
        return new Wanted(
                types.stream().map(WantedText::type).collect(Collectors.toSet()),
                kinds.stream().map(WantedText::kind).collect(Collectors.toSet()),
                actor,
                importBatch,
                from == null ? null : WantedText.moment(from, false),
                to == null ? null : WantedText.moment(to, true),
                first,
                last == null ? Long.MAX_VALUE : last);
    }
}
