package dev.sojourn.exchange;

import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.command.Warning;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.command.curation.Decided;
import dev.sojourn.event.Event;
import dev.sojourn.exchange.ImportReport.Outcome;
import dev.sojourn.exchange.check.Contents;
import dev.sojourn.exchange.check.Fingerprints;
import dev.sojourn.exchange.check.Known;
import dev.sojourn.exchange.check.PackageCheck;
import dev.sojourn.exchange.intake.Flaw;
import dev.sojourn.exchange.intake.ImportPackage;
import dev.sojourn.exchange.intake.Layout;
import dev.sojourn.exchange.intake.Problems;
import dev.sojourn.exchange.intake.Row;
import dev.sojourn.exchange.intake.Table;
import dev.sojourn.exchange.plan.Planner;
import dev.sojourn.exchange.plan.Step;
import dev.sojourn.store.LedgerStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One import from reading to report. */
final class ImportRun {

    private final ImportPackage source;
    private final ImportOptions options;
    private final Problems problems;
    private final Progress progress;
    private final Curation curation;
    private final String batch;
    private final Fingerprints fingerprints;
    private final NewResearchers newResearchers;
    private final LedgerFacts facts;
    private final Clock clock;
    private final Consumer<List<Event>> supposed;
    private List<Event> rehearsed = List.of();
    private Decided decided;
    private final List<String> remarks = new ArrayList<>();
    private Planner planner;
    private List<Step> steps = List.of();

    ImportRun(
            ImportPackage source,
            ImportOptions options,
            Problems problems,
            Progress progress,
            LedgerStore store,
            Curation curation,
            Clock clock,
            Consumer<List<Event>> supposed) {
        this.supposed = supposed;
        this.source = source;
        this.options = options;
        this.problems = problems;
        this.progress = progress;
        this.curation = curation;
        this.clock = clock;
        this.batch = "import-" + source.digest().substring(0, 16);
        this.fingerprints = new Fingerprints(source, text -> store.hash("rows", text));
        this.newResearchers = new NewResearchers(clock);
        this.facts = new LedgerFacts(store);
    }

    ImportReport run() {
        if (problems.hopeless()) {
            return report(Outcome.REFUSED, null);
        }
        try (var look = curation.bulk()) {
            Known known = facts.known(look, clock);
            var contents =
                    new PackageCheck(source, fingerprints, known, options.keepRecordedTime(), problems).contents();
            var rehearsal = rehearse(contents, known);
            remark(contents);
            if (problems.anyError() && !options.acceptValidRows()) {
                return report(Outcome.REFUSED, rehearsal);
            }
            if (options.dryRun()) {
                supposed.accept(rehearsed);
                return report(Outcome.DRY_RUN, rehearsal);
            }
        }
        var stored = new Tally();
        if (!storeAsRehearsed(stored)) {
            storeDecidingAgain(stored);
        }
        return report(Outcome.IMPORTED, stored);
    }

    private record Found(Step step, Warning warning) {}

    /**
     * Plays the whole import against the ledger without storing it. A row that the ledger refuses is refused like any
     * other, which changes what later rows mean, so the rest is planned and played again until nothing new comes up.
     */
    private Tally rehearse(Contents contents, Known known) {
        while (true) {
            int before = problems.refusedRows();
            planner = new Planner(
                    contents, fingerprints, known, options.keepRecordedTime(), problems::refused, newResearchers::of);
            steps = planner.steps();
            planner.early().forEach(row -> refuseEarly(row, known));
            var warnings = new ArrayList<Found>();
            try (var ledger = curation.bulk()) {
                var tally = new Tally();
                var application = new Application(ledger, options, batch, tally);
                for (int at = 0; at < steps.size(); at++) {
                    rehearse(steps.get(at), application, warnings);
                    tell(at, 0);
                }
                if (problems.refusedRows() == before) {
                    rehearsed = options.dryRun() ? ledger.kept() : List.of();
                    decided = options.dryRun() ? null : ledger.decided();
                    warnings.forEach(found -> warn(found.step().row(), found.warning()));
                    return tally;
                }
            }
        }
    }

    private void rehearse(Step step, Application application, List<Found> warnings) {
        try {
            application.apply(step, (same, warning) -> warnings.add(new Found(same, warning)));
        } catch (RuleViolation violation) {
            if (!problems.refused(step.row())) {
                refuse(step.row(), violation);
            }
        }
    }

    private void refuseEarly(Row row, Known known) {
        problems.row(
                row,
                "recorded_at",
                Flaw.TIME_BACKWARDS,
                "the ledger was last written at " + known.lastRecorded(),
                "import without keeping recorded times");
    }

    private void refuse(Row row, RuleViolation violation) {
        if (violation.rule() == Rule.INSTITUTION_EXISTS) {
            problems.row(
                    row,
                    "institution_id",
                    Flaw.INSTITUTION_ID_TAKEN,
                    "the ledger has the id with other content",
                    "give the institution another id, or correct the one in the ledger first");
        } else {
            problems.row(row, "", violation.rule().name(), violation.detail(), "");
        }
    }

    private void warn(Row row, Warning warning) {
        problems.warning(row, "", warning.kind().name(), warning.detail(), "");
    }

    /** Whether everything is stored: not if somebody else wrote meanwhile, which may change what is allowed. */
    private boolean storeAsRehearsed(Tally tally) {
        int at = 0;
        while (!decided.done()) {
            var part = decided.append(options.chunk());
            if (part.isEmpty()) {
                return false;
            }
            String row = null;
            for (var event : part.get()) {
                tally.events(List.of(event.event()));
                if (!event.importRow().equals(row)) {
                    row = event.importRow();
                    while (!steps.get(at).fingerprint().equals(row)) {
                        at++; // rows that bring nothing
                    }
                    tally.row(steps.get(at).change());
                }
            }
            tally.recorded(decided.position() - part.get().size() + 1, decided.position());
            progress.at(steps.size() + at + 1L, 2L * steps.size());
        }
        if (!steps.isEmpty()) {
            tell(steps.size() - 1, steps.size()); // rows that bring nothing may come last
        }
        return true;
    }

    /** Chunk by chunk, each on what is recorded by then; rows that are stored already are passed over. */
    private void storeDecidingAgain(Tally tally) {
        try (var ledger = curation.bulk()) {
            var application = new Application(ledger, options, batch, tally);
            for (int at = 0; at < steps.size(); at++) {
                application.apply(steps.get(at), (step, warning) -> {});
                application.storeWhenWorthIt();
                tell(at, steps.size());
            }
            application.store();
        }
    }

    /** Checking and storing take about the same time, so that each is half of the work. */
    private void tell(int at, int before) {
        int total = options.dryRun() ? steps.size() : 2 * steps.size();
        if ((at & 0x3ff) == 0x3ff || at == steps.size() - 1) {
            progress.at(before + at + 1L, total);
        }
    }

    private void remark(Contents contents) {
        for (Row row : planner.late()) {
            if (problems.refused(row)) {
                continue;
            }
            problems.warning(
                    row,
                    "",
                    Flaw.LATER_ROW_APPLIED,
                    "the ledger has later rows of this spell already, so this one is not applied",
                    "correct the spell in the ledger if it is wrong");
        }
        int unnamed = planner.unnamedPeople().size();
        if (unnamed > 0) {
            remarks.add(unnamed + " people are named by no row"
                    + (options.keepRecordedTime() ? "; they are recorded at the time of the first one" : ""));
        }
        if (contents.derivedSpells()) {
            remarks.add("affiliations.csv gives no spell ids; they were made from the rows");
        } else if (source.table(Layout.AFFILIATIONS).isPresent()) {
            remarks.add("assertions.csv counts; affiliations.csv was only compared with its last state");
        }
    }

    private ImportReport report(Outcome outcome, Tally tally) {
        long rows = rows().count();
        long error = problems.refusedRows();
        long creating = tally == null ? 0 : tally.creating();
        long changing = tally == null ? 0 : tally.changing();
        return new ImportReport(
                outcome,
                batch,
                rows,
                creating,
                changing,
                Math.max(0, rows - creating - changing - error),
                error,
                tally == null ? Map.of() : tally.events(),
                tally == null ? 0 : tally.firstPosition(),
                tally == null ? 0 : tally.lastPosition(),
                problems.sorted(),
                source.extraFiles(),
                remarks,
                null);
    }

    private Stream<Row> rows() {
        boolean compared = source.table(Layout.ASSERTIONS).isPresent();
        return source.tables().entrySet().stream()
                .filter(table -> !(compared && table.getKey() == Layout.AFFILIATIONS))
                .map(Map.Entry::getValue)
                .map(Table::rows)
                .flatMap(List::stream);
    }
}
