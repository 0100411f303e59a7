package dev.sojourn.exchange.copy;

import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Head;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/**
 * Where a server puts backups of its ledger, each in a folder named after the time.
 *
 * @param folder where, or null if nobody said
 * @param data the ledger's own folder
 * @param accounts copies the accounts into a zip
 */
public record BackupFolder(LedgerStore store, Path data, Path folder, Consumer<Path> accounts, Clock clock) {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'backup-'uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    /** A backup, with a head that it holds. */
    public record Made(Path folder, Head head) {}

    /** Whether there is anywhere to put them. */
    public boolean configured() {
        return folder != null;
    }

    /** Makes one. */
    public Made make() throws IOException {
        var made = folder.resolve(NAME.format(clock.instant()));
        return new Made(made, LedgerBackup.write(store, data, made, true, accounts));
    }
}
