package dev.sojourn.store;

import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.store.check.BrokenChain;
import dev.sojourn.store.check.ChainCheck;
import dev.sojourn.store.file.LedgerFile;
import dev.sojourn.store.file.NewLedger;
import dev.sojourn.store.key.PersonalText;
import dev.sojourn.store.row.EventRow;
import dev.sojourn.store.row.Head;
import dev.sojourn.store.row.Link;
import dev.sojourn.store.row.Millis;
import dev.sojourn.store.row.Tail;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes a ledger's rows again, exactly as they were and position for position, each checked against the one before.
 * Older revisions stay what they were. Nothing but the events is written: look-ups are made from them on opening.
 */
public final class Restoration implements AutoCloseable {

    /** Rows in one transaction. */
    private static final int CHUNK = 5_000;

    private final LedgerFile file;
    private final Connection connection;
    private final PreparedStatement insert;
    private final ChainCheck chain;
    private final Set<String> owners = new HashSet<>();
    private Link last;
    private int waiting;

    /** Begins with an empty file; kept is a head that was written down earlier, or null. */
    public Restoration(NewLedger ledger, Head kept) {
        chain = new ChainCheck(kept == null ? List.of() : List.of(kept));
        file = LedgerFile.open(ledger.stage());
        try {
            connection = file.dataSource().getConnection();
            connection.setAutoCommit(false);
            insert = connection.prepareStatement(EventRow.INSERT);
        } catch (SQLException failed) {
            file.close();
            throw LedgerFile.failure("restoring events", failed);
        }
    }

    /**
     * Takes the next event.
     *
     * @throws BrokenChain if it is not; nothing more can be added then
     */
    public void add(Link link) {
        String problem = fits(link.event()) ? chain.next(link) : "it is no row of a ledger";
        if (problem != null) {
            throw new BrokenChain(chain.last().position() + 1, problem);
        }
        try {
            link.event().addTo(insert, link.hash());
            noteKeys(link.event());
            last = link;
            if (++waiting == CHUNK) {
                write();
            }
        } catch (SQLException failed) {
            throw LedgerFile.failure("restoring events", failed);
        }
    }

    /** Writes what is left, and says where the chain ends. */
    public Head finish() {
        try {
            write();
            Erasures.noteKeys(connection, owners.size());
            connection.commit();
            file.sync();
            return chain.last();
        } catch (SQLException failed) {
            throw LedgerFile.failure("restoring events", failed);
        }
    }

    /** Closes the file. */
    @Override
    public void close() {
        try (connection;
                insert) {
            connection.rollback();
        } catch (SQLException failed) {
            throw LedgerFile.failure("restoring events", failed);
        } finally {
            file.close();
        }
    }

    private void noteKeys(EventRow event) throws SQLException {
        PersonalText.owner(event.subject(), event.payload()).ifPresent(owners::add);
        if (event.type().equals(PersonErased.class.getSimpleName())) {
            Erasures.note(connection, event.subject(), event.position());
        }
    }

    private void write() throws SQLException {
        if (waiting > 0) {
            insert.executeBatch();
            var event = last.event();
            new Tail(event.position(), Millis.parse(event.recorded()), event.recorded(), last.hash()).write(connection);
            connection.commit();
            waiting = 0;
        }
    }

    /** Whether the table takes it, and it can be hashed: a line feed inside of a value would blur what was hashed. */
    private static boolean fits(EventRow row) {
        try {
            return Stream.of(row.eventId(), row.subject(), row.subjectType(), row.type(), row.revision())
                            .allMatch(text -> !text.isEmpty() && text.length() <= 220 && text.indexOf('\n') < 0)
                    && row.eventId().length() <= 36
                    && row.subjectType().length() <= 20
                    && row.type().length() <= 100
                    && row.revision().length() <= 20
                    && row.metadata().length() <= 10_000
                    && row.metadata().indexOf('\n') < 0
                    && row.payload().length() <= 1_048_576
                    && row.payload().indexOf('\n') < 0
                    && Millis.text(Millis.parse(row.recorded())).equals(row.recorded());
        } catch (DateTimeException noMoment) {
            return false;
        }
    }
}
