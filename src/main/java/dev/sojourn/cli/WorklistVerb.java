package dev.sojourn.cli;

import dev.sojourn.event.value.CohortId;
import dev.sojourn.exchange.answer.RecordTable;
import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.study.Figure;
import dev.sojourn.study.Figures;
import dev.sojourn.study.config.BadConfig;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.worklist.Line;
import dev.sojourn.study.worklist.Sheet;
import dev.sojourn.study.worklist.Spot;
import dev.sojourn.study.worklist.Worklist;
import dev.sojourn.study.worklist.Worklists;
import dev.sojourn.time.KnownAt;
import dev.sojourn.time.Vantage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what curators should look at next. */
@Command(
        name = "worklist",
        mixinStandardHelpOptions = true,
        description = "What to look at next: unconfirmed, no-evidence, disputed or awaiting-approval.",
        footer = {
            "",
            "Examples:",
            "  sojourn worklist unconfirmed --cohort neurips-2019 --limit 20",
            "  sojourn worklist unconfirmed --effect retained-87 --csv"
        })
final class WorklistVerb implements Callable<Integer> {
    /** As over HTTP. */
    private record Lines(List<Line> items) implements Tabular {
        @Override
        public List<String> columns() {
            return RecordTable.of(Line.class, items).columns();
        }

        @Override
        public List<List<Object>> rows() {
            return RecordTable.of(Line.class, items).rows();
        }
    }

    private final World world;

    @Parameters(index = "0", paramLabel = "NAME", description = "The list.")
    private String name;

    @Mixin
    private DataOption data;

    @Mixin
    private FormatOption format;

    @Option(names = "--cohort", paramLabel = "ID", defaultValue = "everyone", description = "Of whom (default: all).")
    private String cohort;

    @Option(names = "--as-of", paramLabel = "DAY", description = "The day (default: that of the last event known).")
    private String asOf;

    @Option(names = "--effect", paramLabel = "FIGURE", description = "Those who could move this figure most first.")
    private String effect;

    @Option(
            names = "--rules",
            paramLabel = "NAME",
            description =
                    "A rule set: its phd, maxAge and reviewed say who is on the list; it replaces the figure's rules.")
    private String rules;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "Lines at most (default: 100).")
    private int limit;

    @Option(
            names = "--known-at",
            paramLabel = "WHEN",
            defaultValue = "now",
            description = "As known when: now, a day, an instant, position:N or release:NAME (default: now).")
    private String knownAt;

    @Spec
    private CommandSpec spec;

    WorklistVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new InputError("--limit must be 1 or more");
        }
        var list = Worklist.parse(name);
        LocalDate day = asOf == null ? null : Vantage.day(asOf);
        var figure = effect == null ? null : figure();
        try (var ledger = OpenLedger.existing(data, world)) {
            var view = ledger.knowledge().at(KnownAt.parse(knownAt));
            var worklists = new Worklists(ledger.store(), RuleBook.load());
            var lines = new ArrayList<Line>();
            Sheet sheet;
            var from = Spot.FIRST;
            do { // a part can be short though more come
                sheet = worklists.of(
                        view,
                        new Worklists.Question(
                                list, new CohortId(cohort), day, figure, rules, from, limit - lines.size()));
                lines.addAll(sheet.lines());
                from = sheet.next();
            } while (from != null && lines.size() < limit);
            String headline = list.text() + " on " + sheet.asOf() + ", as known at position " + view.position() + ": "
                    + lines.size() + (from == null ? "" : ", and perhaps more");
            format.print(spec.commandLine().getOut(), new Lines(lines), headline);
        }
        return 0;
    }

    private Figure figure() {
        try {
            return Figures.load()
                    .find(effect)
                    .orElseThrow(() -> new InputError("there is no figure \"" + effect + "\": figures lists them"));
        } catch (BadConfig wrong) {
            throw new InputError(wrong.getMessage());
        }
    }
}
