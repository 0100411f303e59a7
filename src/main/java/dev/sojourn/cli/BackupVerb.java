package dev.sojourn.cli;

import dev.sojourn.access.Accounts;
import dev.sojourn.audit.disclosure.DisclosureLog;
import dev.sojourn.exchange.copy.LedgerBackup;
import dev.sojourn.store.key.MasterKeyPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a ledger's files. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Copies the events, the keys of personal data, the accounts and the key of the look-ups into a folder, with"
                        + " the head of the chain beside them; restore takes it back. A README.txt there says which file is what. Works on a ledger"
                        + " that no server has open.",
        footer = {
            "",
            "With --events-only nobody's password hash and no key leaves the machine; after restoring that, accounts are",
            "made anew and the look-ups are built again under a new key.",
            "",
            "Whoever has the keys and the master key can read all personal data in the backup, also that of people erased",
            "later. The master key is in it only if it is in the ledger's own folder. Without keys (--without-keys,",
            "--events-only) the events can still be verified, exported and restored, but nothing personal can be read, no",
            "question answered and nothing recorded until the keys are put back.",
            "",
            "Examples:",
            "  sojourn backup backups/monday",
            "  sojourn backup backups/monday --events-only --data data/demo"
        })
final class BackupVerb implements Callable<Integer> {
    private final World world;

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "DIR", description = "A new or empty folder.")
    private Path target;

    @Option(names = "--events-only", description = "Leave out the accounts and all keys.")
    private boolean eventsOnly;

    @Option(names = "--without-keys", description = "Leave out the keys of personal data.")
    private boolean withoutKeys;

    @Spec
    private CommandSpec spec;

    BackupVerb(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        try (var store = OpenLedger.existingStore(data, world)) {
            new DisclosureLog(data.data, world.clock())
                    .add("operator:" + System.getProperty("user.name"), "backup", "backup", store.head());
            boolean keys = !withoutKeys && !eventsOnly;
            var head = LedgerBackup.write(store, data.data, target, keys, eventsOnly ? null : this::accounts);
            var out = spec.commandLine().getOut();
            out.println("Backed up the ledger to " + target + "; its head is " + head);
            if (eventsOnly) {
                out.println("Without accounts and without the key of the look-ups.");
            }
            out.println(keys(keys));
            out.flush();
            return 0;
        } catch (IOException failed) {
            throw new InputError(target + " cannot be written: " + failed.getMessage());
        }
    }

    private String keys(boolean withKeys) {
        if (!withKeys) {
            return "Without the keys of personal data: it can be verified, exported and restored, but until the keys are put"
                    + " back nothing personal can be read, no question answered and nothing recorded.";
        }
        return Files.exists(target.resolve(MasterKeyPlace.FILE))
                ? "With the keys of personal data and the master key: whoever has it can read names, reasons and evidence,"
                        + " also of people who are erased later."
                : "With the keys of personal data, but without the master key, which is not in the ledger's folder: keep"
                        + " it, or nothing personal in this backup can ever be read.";
    }

    /** Opening accounts would make some where there are none. */
    private void accounts(Path zip) {
        if (Files.exists(data.data.resolve("accounts.mv.db"))) {
            try (var accounts = Accounts.open(data.data, world.clock())) {
                accounts.backup(zip);
            }
        }
    }
}
