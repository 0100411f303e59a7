package dev.sojourn.exchange.copy;

import dev.sojourn.exchange.Progress;
import dev.sojourn.store.check.BrokenChain;
import dev.sojourn.store.check.ChainCheck;
import dev.sojourn.store.row.Head;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Checks a file of {@link LedgerExport} as a ledger is checked, without restoring it. */
public final class ExportCheck {

    private ExportCheck() {}

    /**
     * Computes every hash of a file again.
     *
     * @param kept heads that were written down earlier
     * @return where the chain ends
     * @throws BadCopy at the first line that is not as it was written, or if a kept head is not in it
     */
    public static Head check(Path file, List<Head> kept, Progress progress) throws IOException {
        var chain = new ChainCheck(kept);
        var head = new ExportFile(file, progress)
                .read(
                        link -> {
                            String problem = chain.next(link);
                            if (problem != null) {
                                throw new BrokenChain(chain.last().position() + 1, problem);
                            }
                        },
                        chain::last);
        String problem = chain.end();
        if (problem != null) {
            throw new BadCopy(file.getFileName() + ": position " + (head.position() + 1), problem);
        }
        return head;
    }
}
