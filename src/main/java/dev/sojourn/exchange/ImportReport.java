package dev.sojourn.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.exchange.answer.whatif.WhatIfForm;
import dev.sojourn.exchange.intake.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a package, or would.
 *
 * @param outcome whether anything was stored
 * @param batch the import's id, the same each time the same package is imported
 * @param rows how many rows the package has, whatever became of them
 * @param create rows that bring something new
 * @param change rows that change what is recorded
 * @param same rows that bring nothing, most often because they were applied before
 * @param error rows that were refused
 * @param events how many events were recorded (or would be) of each type, by name
 * @param firstPosition of the import's events in this run, 0 if there are none
 * @param lastPosition of the import's events in this run, 0 if there are none
 * @param problems errors and warnings, by file and line
 * @param extraFiles files that were ignored
 * @param remarks what else the reader should know, in sentences
 * @param whatIf which figures it would change; of a dry run only, where that was asked
 */
public record ImportReport(
        Outcome outcome,
        String batch,
        long rows,
        long create,
        long change,
        long same,
        long error,
        Map<String, Long> events,
        long firstPosition,
        long lastPosition,
        List<Problem> problems,
        List<String> extraFiles,
        List<String> remarks,
        @JsonInclude(JsonInclude.Include.NON_NULL) WhatIfForm whatIf) {

    /** Whether anything was stored. */
    public enum Outcome {
        /** All that is good is in the ledger. */
        IMPORTED,
        /** Nothing was stored, since nobody asked for it. */
        DRY_RUN,
        /** Nothing was stored, since there are errors. */
        REFUSED
    }

    /** Keeps the orders given. */
    public ImportReport {
        events = Collections.unmodifiableMap(new TreeMap<>(events));
        problems = List.copyOf(problems);
        extraFiles = List.copyOf(extraFiles);
        remarks = List.copyOf(remarks);
    }

    /** With what it would change in the figures. */
    public ImportReport foreseeing(WhatIfForm figures) {
        return new ImportReport(
                outcome,
                batch,
                rows,
                create,
                change,
                same,
                error,
                events,
                firstPosition,
                lastPosition,
                problems,
                extraFiles,
                remarks,
                figures);
    }

    /** How many events in all. */
    public long eventCount() {
        return events.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What is wrong. */
    public List<Problem> errors() {
        return problems.stream().filter(Problem::error).toList();
    }

    /** What is worth a look. */
    public List<Problem> warnings() {
        return problems.stream().filter(problem -> !problem.error()).toList();
    }
}
