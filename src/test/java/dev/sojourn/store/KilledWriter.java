package dev.sojourn.store;

import static dev.sojourn.store.Pendings.pending;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** A program that writes until it is killed, and prints a line for each transaction acknowledged to it. */
final class KilledWriter {

    static final int WRITERS = 4;

    private KilledWriter() {}

    /** Directory and name of the run. */
    public static void main(String[] args) {
        var store = LedgerStore.open(Path.of(args[0]), Clock.systemUTC());
        for (int n = 0; n < WRITERS; n++) {
            String researcher = args[1] + "-" + n;
            // all but one share their commits
            var transaction = n == 0
                    ? new TransactionTemplate(store.writes())
                    : new TransactionTemplate(store.writes(), SerialTransactionManager.SHORT);
            new Thread(() -> write(store, transaction, researcher)).start();
        }
    }

    private static void write(LedgerStore store, TransactionTemplate transaction, String researcher) {
        for (long sequence = 0; ; sequence += 2) {
            var two = List.of(pending(researcher, sequence), pending(researcher, sequence + 1));
            var positions = transaction.execute(running -> store.append(two));
            System.out.println("ok " + positions.get(1) + " " + researcher + " " + (sequence + 1) + ".");
        }
    }
}
