package dev.sojourn.cli;

import dev.sojourn.access.AccessMode;
import dev.sojourn.access.Accounts;

/** The web server, as the verbs {@code demo} and {@code serve} need it. */
public interface Web {
    /**
     * Where to listen, and to whom.
     *
     * @param address the network address to listen at
     * @param port 0 for any free one
     */
    record Settings(String address, int port, AccessMode mode) {}

    /** A server that runs. */
    interface Running extends AutoCloseable {
        /** The port it got. */
        int port();

        /** Returns once it has stopped and everything is closed. */
        void await();

        @Override
        void close();
    }

    /**
     * Starts a server over an open ledger; from here on the server closes ledger and accounts when it stops.
     *
     * @throws InputError if the port is taken
     */
    Running start(OpenLedger ledger, Accounts accounts, Settings settings);
}
