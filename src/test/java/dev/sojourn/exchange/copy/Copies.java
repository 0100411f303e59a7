package dev.sojourn.exchange.copy;

import dev.sojourn.exchange.Progress;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Head;
import dev.sojourn.store.row.Link;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What the tests of exports and backups share. */
final class Copies {

    private Copies() {}

    static Head export(Path ledger, Path file) throws IOException {
        try (var store = LedgerStore.open(ledger, Clock.systemUTC());
                var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            return LedgerExport.write(store, out, Progress.NONE);
        }
    }

    static LedgerRestore restore() {
        return new LedgerRestore(null, null, Clock.systemUTC(), Progress.NONE);
    }

    /** Every row, hash included. */
    static List<Link> rows(Path ledger) {
        try (var store = LedgerStore.open(ledger, Clock.systemUTC())) {
            return rows(store);
        }
    }

    static List<Link> rows(LedgerStore store) {
        var rows = new ArrayList<Link>();
        store.links(0, store.head(), rows::add);
        return rows;
    }
}
