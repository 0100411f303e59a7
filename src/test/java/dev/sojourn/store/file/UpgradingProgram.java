package dev.sojourn.store.file;

import dev.sojourn.store.LedgerStore;
import java.nio.file.Path;
import java.time.Clock;

/** Opens a ledger, which brings it up to date; says when it begins and when it is done. */
final class UpgradingProgram {

    private UpgradingProgram() {}

    public static void main(String[] args) throws ClassNotFoundException {
        Class.forName("org.flywaydb.core.Flyway"); // most of what takes time is loaded before
        System.out.println("begin");
        try (var store = LedgerStore.open(Path.of(args[0]), Clock.systemUTC())) {
            System.out.println("opened " + store.head());
        }
    }
}
