package dev.sojourn.cli;

import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.EventForm;
import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.projection.View;
import dev.sojourn.time.KnownAt;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints all that was ever recorded about a person. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Everything ever recorded about a researcher: when, by whom, what.",
        footer = {
            "",
            "Examples:",
            "  sojourn history n19-334 --data data/demo",
            "  sojourn history n19-334 --known-at 2024-01-01 --json"
        })
final class HistoryVerb implements Callable<Integer> {
    /** The answer; as a table: a row for each event. */
    record History(ResearcherId researcher, List<EventForm> items) implements Tabular {
        @Override
        public List<String> columns() {
            return List.of("position", "recorded", "actor", "event", "what");
        }

        @Override
        public List<List<Object>> rows() {
            return items.stream()
                    .map(event ->
                            List.<Object>of(event.position(), event.time(), event.actor(), event.type(), what(event)))
                    .toList();
        }

        /** The claim without what stands in the other columns. */
        private static String what(EventForm event) {
            var data = event.data().deepCopy().asObject();
            data.remove("researcher");
            data.remove("personal");
            return data.toString();
        }
    }

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
            description = "Up to when: now, a day, an instant, position:N or release:NAME (default: now).")
    private String knownAt;

    @Spec
    private CommandSpec spec;

    HistoryVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        var id = new ResearcherId(researcher);
        try (var ledger = OpenLedger.existing(data.data, world.clock())) {
            var view = ledger.knowledge().at(KnownAt.parse(knownAt));
            if (view.find(id) == View.NONE) {
                throw new InputError("there is no researcher \"" + researcher + "\" in the ledger, as known then");
            }
            var answer = new History(
                    id,
                    ledger.store().ofSubject(id, view.position()).stream()
                            .map(EventForm::of)
                            .toList());
            format.print(spec.commandLine().getOut(), answer, answer.items.size() + " events about " + researcher);
        }
        return 0;
    }
}
