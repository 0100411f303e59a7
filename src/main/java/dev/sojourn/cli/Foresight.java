package dev.sojourn.cli;

import dev.sojourn.event.Event;
import dev.sojourn.exchange.answer.whatif.WhatIfForm;
import java.io.PrintWriter;
import java.util.List;

/** What a dry run would change in the figures, on the console. */
final class Foresight {
    private Foresight() {}

    static WhatIfForm of(OpenLedger ledger, List<Event> supposed) {
        return WhatIfForm.of(ledger.whatIf().of(supposed, ledger.store().head()));
    }

    /** Numbers, and of people how many: who they are, the HTTP interface and {@code --json} say. */
    static void print(PrintWriter out, WhatIfForm foreseen) {
        out.println(foreseen.headline());
        if (!foreseen.figures().isEmpty()) {
            out.println();
            TextTable.print(out, foreseen);
        }
        out.flush();
    }
}
