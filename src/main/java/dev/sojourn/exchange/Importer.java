package dev.sojourn.exchange;

import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.Event;
import dev.sojourn.exchange.intake.ImportPackage;
import dev.sojourn.exchange.intake.Limits;
import dev.sojourn.exchange.intake.Problems;
import dev.sojourn.store.LedgerStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Takes import packages into a ledger. */
public final class Importer {

    private final LedgerStore store;
    private final Curation curation;
    private final Clock clock;
    private final Limits limits;

    /** Imports into the ledger of {@code store}, by the rules of {@code curation}. */
    public Importer(LedgerStore store, Curation curation, Clock clock) {
        this(store, curation, clock, Limits.STANDARD);
    }

    /** The same, reading no more than {@code limits} of any package. */
    public Importer(LedgerStore store, Curation curation, Clock clock, Limits limits) {
        this.store = Objects.requireNonNull(store);
        this.curation = Objects.requireNonNull(curation);
        this.clock = Objects.requireNonNull(clock);
        this.limits = Objects.requireNonNull(limits);
    }

    /**
     * Checks all rows of a package, and stores them if all are good, or those that are if that was asked for. An import
     * that was interrupted goes on where it stopped when it is run again; one that was completed changes nothing.
     *
     * @param source a folder, or a zip of one
     */
    public ImportReport run(Path source, ImportOptions options, Progress progress) {
        return run(source, options, progress, supposed -> {});
    }

    /**
     * The same.
     *
     * @param supposed takes the events that a dry run would record, if all rows are good or the good ones are to be taken
     */
    public ImportReport run(Path source, ImportOptions options, Progress progress, Consumer<List<Event>> supposed) {
        var problems = new Problems();
        var read = ImportPackage.read(source, limits, problems);
        return new ImportRun(read, options, problems, progress, store, curation, clock, supposed).run();
    }
}
