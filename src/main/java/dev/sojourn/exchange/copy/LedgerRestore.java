package dev.sojourn.exchange.copy;

import dev.sojourn.exchange.Progress;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.Restoration;
import dev.sojourn.store.file.NewLedger;
import dev.sojourn.store.row.Head;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Makes a ledger from an export or a backup: the same one, or none at all. */
public final class LedgerRestore {

    private final Head kept;
    private final Path keys;
    private final Clock clock;
    private final Progress progress;

    /**
     * Checks and completes what is restored with what was kept elsewhere.
     *
     * @param kept a head, or null
     * @param keys a folder with the keys of personal data, or null to take those of a backup, if there are any
     */
    public LedgerRestore(Head kept, Path keys, Clock clock, Progress progress) {
        this.kept = kept;
        this.keys = keys;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * From a file of {@link LedgerExport}, compressed or not.
     *
     * @return where the chain ends
     * @throws BadCopy at the first line that is not as it was written
     * @throws IllegalArgumentException if the directory is not empty
     */
    public Head export(Path file, Path directory) throws IOException {
        try (var ledger = NewLedger.in(directory)) {
            Head head;
            if (keys != null) {
                LedgerBackup.unpackKeys(keys, ledger.stage());
            }
            try (var rows = new Restoration(ledger, kept)) {
                head = new ExportFile(file, progress).read(rows::add, rows::finish);
            }
            return check(ledger, head);
        }
    }

    /**
     * From a folder of {@link LedgerBackup}.
     *
     * @return where the chain ends; at the head of the backup or after it
     * @throws BadCopy if the events are not those of the head beside them
     * @throws IllegalArgumentException if the directory is not empty, or the other one is no backup
     */
    public Head backup(Path backup, Path directory) throws IOException {
        var head = LedgerBackup.head(backup);
        try (var ledger = NewLedger.in(directory)) {
            LedgerBackup.unpack(backup, ledger.stage());
            if (keys != null) {
                LedgerBackup.unpackKeys(keys, ledger.stage());
            }
            return check(ledger, head);
        }
    }

    /** What was written is read again, from the first event on. */
    private Head check(NewLedger ledger, Head head) {
        Head last;
        try (var store = LedgerStore.open(ledger.stage(), clock)) {
            verify(store, kept == null ? List.of(head) : List.of(head, kept));
            last = store.chainHead();
        } catch (IllegalStateException unusable) {
            throw new BadCopy("events", "they cannot be opened: " + unusable.getMessage());
        }
        ledger.complete();
        return last;
    }

    private static void verify(LedgerStore store, List<Head> heads) {
        store.damage().ifPresent(reason -> {
            throw new BadCopy("position " + (store.head() + 1), reason);
        });
        var found = store.verifyAgainst(heads, position -> {});
        if (!found.passed()) {
            throw new BadCopy("position " + found.firstBad(), found.problem());
        }
    }
}
