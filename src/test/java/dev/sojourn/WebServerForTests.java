package dev.sojourn;

import dev.sojourn.access.Accounts;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.Web;

/** The real web server, for tests in other packages. */
public final class WebServerForTests implements Web {
    @Override
    public Running start(OpenLedger ledger, Accounts accounts, Settings settings) {
        return new WebServer().start(ledger, accounts, settings);
    }
}
