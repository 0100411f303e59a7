package dev.sojourn.store;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Write transactions of the ledger, one after the other. */
public final class SerialTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    SerialTransactionManager(DataSource events) {
        super(events);
    }
}
