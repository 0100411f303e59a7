package dev.sojourn.store.check;

import dev.sojourn.store.row.Head;
import dev.sojourn.store.row.Link;
import dev.sojourn.store.row.Tail;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * What a check of the whole chain found.
 *
 * @param verified the last event up to which everything is as it was appended
 * @param firstBad the first position at which it is not, or null
 * @param problem what is wrong there, or null
 */
public record Verification(Head verified, Long firstBad, String problem) {

    /** Whether nothing is wrong. */
    public boolean passed() {
        return firstBad == null;
    }

    /** What a check found that has come to an end, with what is wrong with the next event or with the end. */
    public static Verification of(ChainCheck check, String problem) {
        return problem == null
                ? new Verification(check.last(), null, null)
                : new Verification(check.last(), check.last().position() + 1, problem);
    }

    /**
     * Computes every hash again, from the first event on, and looks at positions, at the numbers in each subject, at
     * recorded times and at event ids; then whether the index finds each event by its subject.
     *
     * <p>Without a head kept elsewhere this finds whatever was changed without computing all later hashes again; with
     * one, whatever was changed up to it, and also that the end was cut off.
     *
     * @param kept heads that were written down earlier
     * @param progress is told the position from time to time; what it throws ends the check
     */
    public static Verification of(Connection connection, Collection<Head> kept, LongConsumer progress)
            throws SQLException {
        var check = new ChainCheck(kept);
        var index = new SubjectIndex();
        String problem = null;
        try (var rows = new ReadAhead(connection, 0)) {
            List<Link> page;
            do {
                page = rows.next();
                problem = problem(check, index, page);
                progress.accept(check.last().position());
            } while (problem == null && !page.isEmpty());
        }
        if (problem != null) {
            return of(check, problem);
        }
        var found = end(check, connection);
        return found.passed() && !index.agrees(connection) ? lost(check, connection) : found;
    }

    private static String problem(ChainCheck check, SubjectIndex index, List<Link> page) {
        for (var link : page) {
            String problem = check.next(link);
            if (problem != null) {
                return problem;
            }
            index.row(link.event());
        }
        return null;
    }

    /** The ledger must end where it says it does, and not before a head that was kept. */
    private static Verification end(ChainCheck check, Connection connection) throws SQLException {
        String problem = check.end();
        var tail = Tail.find(connection).orElse(null);
        if (problem != null) {
            return of(check, problem);
        }
        var stray = beforeTheFirst(connection);
        if (stray.isPresent()) {
            return new Verification(
                    check.last(),
                    stray.getAsLong(),
                    "there is an event before the one at position 1, which is the first");
        }
        if (tail == null) {
            return of(check, "the ledger ends here, but nothing says whether it should: its head is missing");
        }
        if (tail.position() < check.last().position()) {
            var before = PartialChain.after(connection, tail.position())
                    .orElseThrow()
                    .last();
            return new Verification(
                    before,
                    before.position() + 1,
                    "the ledger says that it ends before, but there are events from here on");
        }
        if (!check.last().equals(new Head(tail.position(), tail.hash()))) {
            return of(check, "the ledger ends here, but its last event was at position " + tail.position());
        }
        return of(
                check,
                check.recorded().equals(Objects.requireNonNullElse(tail.recordedText(), ""))
                        ? null
                        : "the ledger ends here, but its head names another recorded time");
    }

    /** The chain is whole, but who asks of one subject does not get all of its events. */
    private static Verification lost(ChainCheck check, Connection connection) throws SQLException {
        return new Verification(
                check.last(),
                SubjectIndex.firstMissing(connection).orElse(check.last().position()),
                "its event is as it was appended, but is not found by its subject: the index was damaged; restoring an"
                        + " export makes it anew");
    }

    /** Where an event stands that nobody would come across who reads from position 1 on. */
    private static OptionalLong beforeTheFirst(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select max(position) from event where position < 1")) {
            row.next();
            long position = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
        }
    }
}
