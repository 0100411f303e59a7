package dev.sojourn.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * What a check of the whole chain found.
 *
 * @param verified the last event up to which everything is as it was appended
 * @param firstBad the first position at which it is not, or null
 * @param problem what is wrong there, or null
 */
public record Verification(Head verified, Long firstBad, String problem) {

    private static final int PAGE = 5_000;
    private static final String ROWS = "select " + EventRow.COLUMNS + ", hash from event where position > ?"
            + " order by position fetch first " + PAGE + " rows only";

    /** Whether nothing is wrong. */
    public boolean passed() {
        return firstBad == null;
    }

    /**
     * Computes every hash again, from the first event on.
     *
     * <p>Without a head kept elsewhere this finds whatever was changed without computing all later hashes again; with
     * one, whatever was changed up to it, and also that the end was cut off.
     *
     * @param kept a head that was written down earlier, or null
     * @param progress is told the position from time to time
     */
    static Verification of(Connection connection, Head kept, LongConsumer progress) throws SQLException {
        var check = new Check(kept);
        try (var select = connection.prepareStatement(ROWS)) {
            boolean more = true;
            while (more) {
                more = check.page(select);
                progress.accept(check.last.position());
            }
        }
        if (check.problem == null) {
            check.end(Tail.read(connection));
        }
        return check.problem == null
                ? new Verification(check.last, null, null)
                : new Verification(check.last, check.last.position() + 1, check.problem);
    }

    private static final class Check {

        private final Head kept;
        private final Map<String, Long> sequences = new HashMap<>();
        private Head last = new Head(0, "");
        private String recorded = "";
        private String problem;

        Check(Head kept) {
            this.kept = kept;
        }

        /** Whether there may be more rows. */
        boolean page(PreparedStatement select) throws SQLException {
            select.setLong(1, last.position());
            try (var rows = select.executeQuery()) {
                int count = 0;
                while (rows.next()) {
                    count++;
                    var event = EventRow.of(rows);
                    String hash = rows.getString(11);
                    problem = problem(event, hash);
                    if (problem != null) {
                        return false;
                    }
                    last = new Head(event.position(), hash);
                    recorded = event.recorded();
                }
                return count == PAGE;
            }
        }

        private String problem(EventRow event, String hash) {
            long position = last.position() + 1;
            if (event.position() != position) {
                return "there is no event at position " + position;
            }
            Long before = sequences.put(event.subject(), event.sequence());
            if (event.sequence() != (before == null ? 0 : before + 1)) {
                return "it is out of order in its subject";
            }
            if (event.recorded().compareTo(recorded) < 0) {
                return "it was recorded before the event at the position before";
            }
            if (!HashChain.next(last.hash(), event).equals(hash)) {
                return "its hash is not that of what is stored and of the event before";
            }
            if (kept != null && kept.position() == position && !kept.hash().equals(hash)) {
                return "its hash is not the one that was kept: something up to here was changed and hashed again";
            }
            return null;
        }

        /** The ledger must end where it says it does, and not before the head that was kept. */
        void end(Tail tail) {
            if (kept != null && kept.position() > last.position()) {
                problem = "the ledger ends here, before the head that was kept at position " + kept.position();
            } else if (tail.position() != last.position() || !Objects.equals(tail.hash(), last.hash())) {
                problem = "the ledger ends here, but its last event was at position " + tail.position();
            }
        }
    }
}
