package dev.sojourn.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
                progress.accept(check.last().position());
            }
        }
        if (check.problem == null) {
            check.end(Tail.read(connection));
        }
        return check.problem == null
                ? new Verification(check.last(), null, null)
                : new Verification(check.last(), check.last().position() + 1, check.problem);
    }

    private static final class Check {

        private final Head kept;
        private final ChainCheck chain;
        private String problem;

        Check(Head kept) {
            this.kept = kept;
            chain = new ChainCheck(kept);
        }

        Head last() {
            return chain.last();
        }

        /** Whether there may be more rows. */
        boolean page(PreparedStatement select) throws SQLException {
            select.setLong(1, last().position());
            try (var rows = select.executeQuery()) {
                int count = 0;
                while (rows.next()) {
                    count++;
                    problem = chain.next(EventRow.of(rows), rows.getString(11));
                    if (problem != null) {
                        return false;
                    }
                }
                return count == PAGE;
            }
        }

        /** The ledger must end where it says it does, and not before the head that was kept. */
        void end(Tail tail) {
            if (kept != null && kept.position() > last().position()) {
                problem = "the ledger ends here, before the head that was kept at position " + kept.position();
            } else if (tail.position() != last().position() || !Objects.equals(tail.hash(), last().hash())) {
                problem = "the ledger ends here, but its last event was at position " + tail.position();
            }
        }
    }
}
