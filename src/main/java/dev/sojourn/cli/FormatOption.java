package dev.sojourn.cli;

import dev.sojourn.exchange.answer.AnswerCsv;
import dev.sojourn.exchange.answer.AnswerJson;
import dev.sojourn.exchange.answer.Tabular;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** In which form to print an answer: as a table, unless told otherwise. */
public final class FormatOption {
    /** One of the two, or neither. */
    static final class Form {
        @Option(names = "--json", description = "Print JSON, with the fields of the HTTP interface.")
        public boolean json;

        @Option(names = "--csv", description = "Print CSV.")
        boolean csv;
    }

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    /** Whether it is to be read by eye. */
    public boolean table() {
        return !form.json && !form.csv;
    }

    /**
     * For what records, and answers with a table only where it is tried.
     *
     * @throws InputError if data is asked for otherwise
     */
    void requireTable(boolean dryRun) {
        if (!dryRun && !table()) {
            throw new InputError("--json and --csv go with --dry-run: they are what it foresees");
        }
    }

    /** Prints an answer; headline is for the eye only. */
    public void print(PrintWriter out, Tabular answer, String headline) {
        if (form.json) {
            json(out, answer);
        } else if (form.csv) {
            csv(out, answer);
        } else {
            out.println(headline);
            answer.notes().forEach(out::println);
            out.println();
            TextTable.print(out, answer);
        }
    }

    private static void csv(PrintWriter out, Tabular answer) {
        try {
            AnswerCsv.write(answer, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a PrintWriter keeps its failures to itself
        }
    }

    public static void json(PrintWriter out, Object answer) {
        out.println(AnswerJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        out.flush();
    }
}
