package dev.sojourn.cli.question;

import dev.sojourn.cli.InputError;
import picocli.CommandLine.Option;

/** Which part of a list of people to print. */
final class PartOptions {
    @Option(names = "--limit", paramLabel = "N", description = "People at most (default: all of them).")
    private Integer limit;

    @Option(names = "--after", paramLabel = "ID", description = "Go on after this person; the part before says so.")
    private String after;

    /**
     * How many people at most; one more is a number, too.
     *
     * @throws InputError if none are asked for
     */
    int most() {
        if (limit != null && limit < 1) {
            throw new InputError("--limit must be at least 1");
        }
        return limit == null ? Integer.MAX_VALUE - 1 : limit;
    }

    /** The id of the person after whom it begins; null for the first part. */
    String after() {
        return after;
    }
}
