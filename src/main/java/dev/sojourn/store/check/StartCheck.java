package dev.sojourn.store.check;

import dev.sojourn.store.row.Head;
import dev.sojourn.store.row.Tail;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What must hold before the ledger is written to again: positions without gaps, each subject's events numbered without
 * gaps, recorded times in order, each hash that of its event and of the one before, and the chain ending where its head
 * says.
 *
 * <p>Looking at everything takes minutes in a large ledger, so what the last start or ordered stop has left good
 * ({@link CheckedMark}) is not read again, all but a sample. Every start looks at:
 *
 * <ul>
 *   <li>the number of events and the last position, which are equal only if there is no gap (positions are a key);
 *   <li>every event after the mark, that is, all that were appended before a kill or a loss of power;
 *   <li>{@value #BLOCKS} blocks of {@value #BLOCK} events before it, others each time the ledger has grown; so a ledger of
 *       no more than ten thousand events is read whole.
 * </ul>
 *
 * <p>Of a ledger that is read whole it also sees that each event is found by its subject; if not, that index, which is
 * derived from the events, is made anew.
 *
 * <p>Where the ledger ended before is known from beside it, too: whatever is in the file, it must have grown since.
 *
 * <p>If anything is odd, everything is read from the first event on, so that the first bad position is named.
 */
public final class StartCheck {

    private static final int BLOCKS = 100;
    private static final int BLOCK = 100;

    private static final String IF_MEANT = "; if that was meant, remove " + EndMark.FILE + ", which says so";

    /**
     * What was found.
     *
     * @param head the last position that can be relied on, with its hash
     * @param problem what is wrong with the one after it, or null if all is well
     * @param repaired what was wrong but can be made again from the events, or null
     * @param mark up to where every event had been looked at before
     * @param read events read
     */
    public record Finding(Head head, String problem, String repaired, long mark, long read) {}

    private final Connection connection;
    private final Head mark;
    private long read;

    private StartCheck(Connection connection) throws SQLException {
        this.connection = connection;
        mark = CheckedMark.read(connection).head();
    }

    /** Looks; with where the ledger is known to have ended before, if that is known. */
    public static Finding of(Connection connection, Optional<Head> before) throws SQLException {
        return new StartCheck(connection).finding(before);
    }

    private Finding finding(Optional<Head> before) throws SQLException {
        var found = chain();
        if (found.problem() == null && before.isPresent()) {
            var only = grownSince(before.get(), found.head());
            if (only.isPresent()) {
                return new Finding(found.head(), only.get(), null, found.mark(), read);
            }
        }
        boolean few = found.head().position() <= BLOCKS * BLOCK;
        if (found.problem() != null
                || !few
                || SubjectIndex.firstMissing(connection).isEmpty()) {
            return found;
        }
        SubjectIndex.rebuild(connection);
        return new Finding(
                found.head(),
                null,
                "the index of the events by subject was damaged and is made anew",
                found.mark(),
                read);
    }

    private Finding chain() throws SQLException {
        var tail = Tail.find(connection);
        if (tail.isPresent() && counted(tail.get()) && sampled() && endsWith(tail.get())) {
            return new Finding(new Head(tail.get().position(), tail.get().hash()), null, null, mark.position(), read);
        }
        var found = Verification.of(connection, List.of(), position -> {});
        read += found.verified().position();
        return new Finding(
                found.verified(),
                found.passed() ? null : "position " + found.firstBad() + ": " + found.problem(),
                found.passed()
                        ? "the mark of the last check at position " + mark.position()
                                + " was wrong; every event was looked at again"
                        : null,
                0,
                read);
    }

    /** What is wrong, unless the ledger holds the event that it ended with before. */
    private Optional<String> grownSince(Head before, Head now) throws SQLException {
        if (before.position() > now.position()) {
            return Optional.of("position " + (now.position() + 1)
                    + ": the ledger ends here, but it went on to position " + before.position()
                    + " before: the file is damaged, or an older one was put in its place" + IF_MEANT);
        }
        var there = PartialChain.after(connection, before.position());
        return there.isPresent() && there.get().last().equals(before)
                ? Optional.empty()
                : Optional.of(
                        "position " + before.position() + ": the ledger ended here with another hash before: something"
                                + " up to here was changed and hashed again" + IF_MEANT);
    }

    /** Positions are a key: where as many as the last one says begin with 1, none is missing. */
    private boolean counted(Tail tail) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*), min(position), max(position) from event")) {
            row.next();
            long last = row.getLong(3);
            return row.getLong(1) == last && (last == 0 || row.getLong(2) == 1) && tail.position() == last;
        }
    }

    private boolean sampled() throws SQLException {
        long step = mark.position() / BLOCKS;
        if (step <= BLOCK) {
            return good(0, mark.position());
        }
        // other blocks for another head, the same again for the same
        long shift = Math.floorMod(mark.hash().hashCode(), step - BLOCK);
        for (long from = shift; from + BLOCK <= mark.position(); from += step) {
            if (!good(from, from + BLOCK)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all is well after the mark, and the last event is the one the head keeps. */
    private boolean endsWith(Tail tail) throws SQLException {
        var before = PartialChain.after(connection, mark.position());
        if (before.isEmpty() || !before.get().last().equals(mark)) {
            return false;
        }
        var chain = before.get();
        read += chain.follow(Long.MAX_VALUE);
        return chain.problem() == null
                && chain.last().equals(new Head(tail.position(), tail.hash()))
                && chain.recorded().equals(tail.recordedText() == null ? "" : tail.recordedText());
    }

    private boolean good(long after, long upTo) throws SQLException {
        var before = PartialChain.after(connection, after);
        if (before.isEmpty()) {
            return false;
        }
        var chain = before.get();
        read += chain.follow(upTo);
        return chain.problem() == null && chain.last().position() == upTo;
    }
}
